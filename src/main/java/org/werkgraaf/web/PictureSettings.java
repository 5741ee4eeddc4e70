package org.werkgraaf.web;

/**
 * Limits of pictures for print.
 *
 * @param widthMax widest PNG, in dots
 * @param dotsMax most dots of a PNG; each takes four bytes while it is painted
 * @param rowsMax most rows of a chart
 * @param atOnceMax how many PNG are painted at a time
 * @param waitMillis how long a further one waits for its turn
 * @param millisMax how long one may be painted
 * @param cacheBytesMax how much of them is kept
 */
public record PictureSettings(
        int widthMax, int dotsMax, int rowsMax, int atOnceMax, long waitMillis, long millisMax, long cacheBytesMax) {}
