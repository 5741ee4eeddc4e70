package org.werkgraaf.query;

/**
 * What a caller's query may use.
 *
 * @param timeoutMillis longest run
 * @param rowsMax most rows or triples in the result
 * @param lengthMax longest query, in bytes
 * @param atOnceMax most queries that run at the same time
 */
public record QueryLimits(long timeoutMillis, int rowsMax, int lengthMax, int atOnceMax) {}
