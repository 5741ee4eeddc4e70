package org.werkgraaf.web;

/**
 * How many files are read at a time.
 *
 * @param atOnceMax by all
 * @param atOncePerClientMax from one address
 */
public record DownloadSettings(int atOnceMax, int atOncePerClientMax) {}
