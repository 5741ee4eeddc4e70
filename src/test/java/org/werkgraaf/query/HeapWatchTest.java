package org.werkgraaf.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class HeapWatchTest {
    private final QueryLimits limits = new Limits().make();
    private final SharedMemory memory = new SharedMemory(100_000_000);

    @Test
    void endsTheQueryThatTookMostAndThenTheNextOne(CapturedOutput log) {
        Meter small = new Meter(limits, 1000, memory);
        Meter large = new Meter(limits, 1000, memory);
        small.begins();
        large.begins();
        byte[] taken = new byte[10_000_000];
        small.begins();
        assertThat(large.allocated()).isGreaterThanOrEqualTo(taken.length);
        assertThat(small.allocated()).isLessThan(taken.length);
        try (HeapWatch watch = new HeapWatch(List.of(small, large))) {
            watch.stopOne(99);
            assertThat(large.reason()).hasMessageContaining("nearly full");
            assertThat(small.reason()).isNull();
            assertThat(log).containsPattern("The heap is nearly full, with 99 of \\d+ bytes; a query is ended");

            watch.stopOne(99);
            assertThat(small.reason()).hasMessageContaining("nearly full");
        }
    }

    @Test
    void takesAHeapForFullEarlierWhenAllOfItWasLookedAt() {
        assertThat(HeapWatch.isFull(90, 100, true)).isTrue();
        assertThat(HeapWatch.isFull(90, 100, false)).isFalse();
        assertThat(HeapWatch.isFull(95, 100, false)).isTrue();
        assertThat(HeapWatch.isFull(80, 100, true)).isFalse();
    }
}
