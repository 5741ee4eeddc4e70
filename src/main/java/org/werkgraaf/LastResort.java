package org.werkgraaf;

import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when the JVM cannot go on: when memory or threads lack, the threads that accept requests die one by one, and a
 * process that lives without them answers nobody. Whoever supervises it starts it again.
 */
final class LastResort implements Thread.UncaughtExceptionHandler {
    /** The exit code, for supervisors. */
    static final int EXIT = 3;

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final IntConsumer end;

    /** @param end ends the process with an exit code, without asking any other thread */
    LastResort(IntConsumer end) {
        this.end = end;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError)) {
            try {
                // The log may need memory that is not there.
                System.err.println("The JVM cannot go on (" + thrown + " in the thread " + thread.getName()
                        + "), so the process ends with code " + EXIT
                        + ". Give it more memory (-Xmx) or more threads (ulimit -u), and start it again.");
            } finally {
                end.accept(EXIT);
            }
            return;
        }
        LOG.error("The thread {} ended", thread.getName(), thrown);
    }
}
