package org.werkgraaf.publish;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** Waits for work in the background to end with the service. */
public final class Ending {
    private Ending() {}

    /**
     * Returns when what runs has ended, or after that time, which the log says then. An interrupt ends the waiting.
     *
     * @param worker is shut down already
     * @param what was being done, as a sentence begins
     */
    public static void await(ExecutorService worker, long seconds, String what, Logger log) {
        try {
            if (!worker.awaitTermination(seconds, TimeUnit.SECONDS)) {
                log.info("{} did not end in {} seconds", what, seconds);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
