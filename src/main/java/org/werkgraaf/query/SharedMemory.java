package org.werkgraaf.query;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all running queries share, so that many at once cannot exhaust the heap. */
final class SharedMemory {
    /** The rest is for the search index, the caches of the store, publishing and answers under way. */
    private static final double SHARE_OF_HEAP = 0.25;

    private final long total;
    private final AtomicLong left;

    SharedMemory(long total) {
        this.total = total;
        this.left = new AtomicLong(total);
    }

    /** A fixed share of the heap that the process may have. */
    static SharedMemory ofHeap() {
        return new SharedMemory((long) (Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP));
    }

    long total() {
        return total;
    }

    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void give(long bytes) {
        left.addAndGet(bytes);
    }
}
