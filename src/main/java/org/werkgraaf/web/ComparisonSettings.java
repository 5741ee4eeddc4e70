package org.werkgraaf.web;

/**
 * Limits of the pages that set things beside each other.
 *
 * @param thingsMax most things in one comparison
 * @param cellValuesMax most values that a cell of a comparison shows
 */
public record ComparisonSettings(int thingsMax, int cellValuesMax) {}
