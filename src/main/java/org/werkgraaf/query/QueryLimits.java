package org.werkgraaf.query;

import java.util.Set;

/**
 * What a caller's query may use.
 *
 * @param timeoutMillis longest run
 * @param rowsMax most rows or triples in the result
 * @param lengthMax longest query, in bytes
 * @param resultBytesMax largest result as it is sent, in bytes
 * @param memoryBytesMax most memory that a query may keep, in bytes
 * @param rowBytesMax most that the texts of one row may take in memory, in bytes
 * @param textLengthMax longest text that a query may make, in characters
 * @param atOnceMax most queries that run at the same time
 * @param atOncePerClientMax most queries of one client that run at the same time
 * @param services addresses of the endpoints that SERVICE may call
 */
public record QueryLimits(
        long timeoutMillis,
        int rowsMax,
        int lengthMax,
        int resultBytesMax,
        long memoryBytesMax,
        int rowBytesMax,
        int textLengthMax,
        int atOnceMax,
        int atOncePerClientMax,
        Set<String> services) {
    /** Keeps the addresses of the services. */
    public QueryLimits {
        services = Set.copyOf(services);
    }

    /** The same with no more rows or triples than a caller wants. */
    public QueryLimits upTo(int rows) {
        return new QueryLimits(
                timeoutMillis,
                Math.min(rows, rowsMax),
                lengthMax,
                resultBytesMax,
                memoryBytesMax,
                rowBytesMax,
                textLengthMax,
                atOnceMax,
                atOncePerClientMax,
                services);
    }
}
