package org.werkgraaf.index;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents beside the reading of the graph, which only the thread of the transaction can do. That thread writes too when
 * the queue is full, so that no more than its length is held in memory.
 */
final class DocumentQueue {
    private static final int LENGTH = 256;

    private final Consumer<ThingText> writer;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LENGTH),
            work -> new Thread(work, "index"),
            new ThreadPoolExecutor.CallerRunsPolicy());

    DocumentQueue(Consumer<ThingText> writer) {
        this.writer = writer;
    }

    void add(ThingText text) {
        throwFailure();
        worker.execute(() -> write(text));
    }

    private void write(ThingText text) {
        try {
            writer.accept(text);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Waits until all is written. */
    void finish() {
        worker.shutdown();
        try {
            while (!worker.awaitTermination(1, TimeUnit.HOURS)) {
                // It ends when the queue is empty.
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Writing the index was interrupted", e);
        }
        throwFailure();
    }

    /** Ends it without waiting. */
    void stop() {
        worker.shutdownNow();
    }

    private void throwFailure() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
