package org.werkgraaf;

import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * Ends the process when it was told to stop and does not come to its end in time, as on a machine that is too busy. What it has written
 * is whole at any moment, so that nothing is lost by that.
 */
final class StopLimit {
    /** As when a SIGTERM ends a process. */
    static final int EXIT = 143;
    /** Service managers often wait for 30 seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(25);

    private StopLimit() {}

    /** From now on counts from the moment at which the JVM begins to shut down. */
    static void install() {
        Runtime.getRuntime().addShutdownHook(hook(LIMIT, Runtime.getRuntime()::halt));
    }

    /** Returns at once when it is run, and ends the process when the time is over. */
    static Thread hook(Duration limit, IntConsumer end) {
        return new Thread(
                () -> {
                    Thread watch = new Thread(() -> waitAndEnd(limit, end), "stop-limit");
                    watch.setDaemon(true);
                    watch.start();
                },
                "stop-limit-begin");
    }

    private static void waitAndEnd(Duration limit, IntConsumer end) {
        try {
            Thread.sleep(limit.toMillis());
            end.accept(EXIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
