package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AfterStartTest {
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final AfterStart after = new AfterStart();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        after.end();
    }

    @Test
    void beginsNothingBeforeWhatWasAddedFirstIsDone() throws Exception {
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        after.add(() -> {
            begun.complete(null);
            return first;
        });
        after.add(noting("second"));
        begun.get(10, TimeUnit.SECONDS);
        assertThat(done).isEmpty();
        done.add("first");
        first.complete(null);
        awaitAll();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void goesOnAfterWhatFails() throws Exception {
        after.add(() -> {
            throw new IllegalStateException("thrown at once");
        });
        after.add(() -> CompletableFuture.failedFuture(new IllegalStateException("failed later")));
        after.add(noting("third"));
        awaitAll();
        assertThat(done).containsExactly("third");
    }

    @Test
    void takesNothingMoreWhenTheServiceEnds() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        after.add(() -> {
            begun.complete(null);
            return new CompletableFuture<>();
        });
        after.add(noting("waiting"));
        begun.get(10, TimeUnit.SECONDS);
        after.end();
        after.add(noting("late"));
        assertThat(after.isEnded(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).isEmpty();
    }

    private Callable<CompletableFuture<Void>> noting(String what) {
        return () -> {
            done.add(what);
            return DONE;
        };
    }

    private void awaitAll() throws Exception {
        CompletableFuture<Void> all = new CompletableFuture<>();
        after.add(() -> {
            all.complete(null);
            return DONE;
        });
        all.get(10, TimeUnit.SECONDS);
    }
}
