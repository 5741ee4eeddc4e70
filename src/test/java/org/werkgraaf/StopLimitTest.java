package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopLimitTest {
    @Test
    void endsTheProcessWhenTheTimeIsOverAndHoldsNobodyUpUntilThen() throws Exception {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Thread hook = StopLimit.hook(Duration.ofMillis(300), ended::complete);
        hook.start();
        hook.join();
        assertThat(ended).isNotDone();
        assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo(StopLimit.EXIT);
    }
}
