package org.werkgraaf.web;

/**
 * How much of the stream of changes is told at once.
 *
 * @param pageSize how many things a page of the stream has
 * @param sizeMax most changes in an answer
 */
public record StreamSettings(int pageSize, int sizeMax) {}
