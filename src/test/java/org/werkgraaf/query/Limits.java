package org.werkgraaf.query;

import java.util.Set;

/** Limits for tests, of which each can be set by itself. */
final class Limits {
    long timeoutMillis = 10_000;
    int rowsMax = 10_000;
    long memoryBytesMax = 64_000_000;
    int rowBytesMax = 2_000_000;
    int textLengthMax = 100_000;
    int atOnceMax = 8;
    int atOncePerClientMax = 4;
    Set<String> services = Set.of();

    QueryLimits make() {
        return new QueryLimits(
                timeoutMillis,
                rowsMax,
                100_000,
                20_000_000,
                memoryBytesMax,
                rowBytesMax,
                textLengthMax,
                atOnceMax,
                atOncePerClientMax,
                services);
    }
}
