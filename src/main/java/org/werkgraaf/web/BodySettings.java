package org.werkgraaf.web;

/**
 * What the body of a request may take.
 *
 * @param bytesMax longest body that is kept; of a longer one only the beginning is
 * @param millisMax how long it may take to come
 * @param bytesPerSecondMin how quickly it must come on the whole, after a grace of three seconds
 * @param atOncePerClientMax for how many the service waits at a time from one address
 * @param waitingBytesMax how much the bodies that are not complete take together
 */
public record BodySettings(
        int bytesMax, long millisMax, long bytesPerSecondMin, int atOncePerClientMax, long waitingBytesMax) {}
