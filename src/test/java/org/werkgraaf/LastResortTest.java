package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastResortTest {
    private final List<Integer> ends = Collections.synchronizedList(new ArrayList<>());

    @Test
    void endsTheProcessWhenAThreadDiesForLackOfMemoryOrThreads() throws InterruptedException {
        run(() -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        assertThat(ends).containsExactly(LastResort.EXIT);
    }

    @Test
    void goesOnWhenAThreadDiesOfAMistake() throws InterruptedException {
        run(() -> {
            throw new IllegalStateException("a mistake");
        });
        run(() -> {
            throw new StackOverflowError();
        });
        assertThat(ends).isEmpty();
    }

    private void run(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work, "work");
        thread.setUncaughtExceptionHandler(new LastResort(ends::add));
        thread.start();
        thread.join();
    }
}
