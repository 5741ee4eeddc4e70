package org.werkgraaf.web;

/**
 * How answers go out that are too large for the buffers of a connection.
 *
 * @param bytesPerSecondMin how quickly a reader must take one
 * @param millisMax how long it may take to send one
 * @param atOncePerClientMax how many are sent to one address at a time
 */
public record AnswerSettings(long bytesPerSecondMin, long millisMax, int atOncePerClientMax) {}
