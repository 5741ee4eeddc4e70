package org.werkgraaf.web;

/**
 * Limits of the pictures of the whole graph.
 *
 * @param thingsMax most things of which they are drawn; all of them are held in memory
 */
public record OverviewSettings(int thingsMax) {}
