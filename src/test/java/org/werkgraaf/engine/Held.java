package org.werkgraaf.engine;

/** Waits for the other store to have a release. */
public final class Held {
    private static final long MILLIS_MAX = 300_000;

    private Held() {}

    /** Returns when it has it. */
    public static void await(EngineKeeper keeper, String release) throws InterruptedException {
        long end = System.currentTimeMillis() + MILLIS_MAX;
        while (!keeper.state().answers(release)) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("The other store has not the release " + release + ": " + keeper.state());
            }
            Thread.sleep(50);
        }
    }
}
