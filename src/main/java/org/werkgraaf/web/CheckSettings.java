package org.werkgraaf.web;

/**
 * What the check needs of the settings.
 *
 * @param answersKept how many answers are remembered
 */
public record CheckSettings(int answersKept) {}
