package org.werkgraaf.store;

/**
 * The release that a reader has taken hold of. As long as it is not closed, all that is read in the same thread is of this release,
 * and none of it is closed or deleted.
 */
public final class Lease implements AutoCloseable {
    private final OpenRelease release;
    private final Runnable ending;

    Lease(OpenRelease release, Runnable ending) {
        this.release = release;
        this.ending = ending;
    }

    /** What was taken hold of. */
    public OpenRelease release() {
        return release;
    }

    /** Lets go; by the thread that took hold. */
    @Override
    public void close() {
        ending.run();
    }
}
