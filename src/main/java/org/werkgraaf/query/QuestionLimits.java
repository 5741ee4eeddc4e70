package org.werkgraaf.query;

/**
 * What the saved questions may use.
 *
 * @param timeoutMillis longest run of one
 * @param sizeMax most rows of a page
 * @param atOnceMax most that run at the same time; those answered from the cache do not count
 * @param cacheCellsMax most values of answers that are kept
 */
public record QuestionLimits(long timeoutMillis, int sizeMax, int atOnceMax, int cacheCellsMax) {}
