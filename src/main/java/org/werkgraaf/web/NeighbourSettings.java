package org.werkgraaf.web;

/**
 * Limits of the neighbourhood of a thing.
 *
 * @param neighboursMax most neighbours of one relation in an answer
 */
public record NeighbourSettings(int neighboursMax) {}
