package org.werkgraaf.web.propose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts what each address did within the last hour; of earlier ones nothing is left. */
final class HourlyCount {
    private static final Duration HOUR = Duration.ofHours(1);

    private final int most;
    private final Clock clock;
    private final Map<String, Deque<Instant>> byClient = new HashMap<>();

    HourlyCount(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Counts one more, unless there were too many. */
    synchronized boolean take(String client) {
        forget();
        Deque<Instant> times = byClient.computeIfAbsent(client, name -> new ArrayDeque<>());
        if (times.size() >= most) {
            if (times.isEmpty()) {
                byClient.remove(client);
            }
            return false;
        }
        times.addLast(clock.instant());
        return true;
    }

    /** Counts the last one not, since nothing came of it. */
    synchronized void giveBack(String client) {
        byClient.computeIfPresent(client, (name, times) -> {
            times.pollLast();
            return times.isEmpty() ? null : times;
        });
    }

    private void forget() {
        Instant since = clock.instant().minus(HOUR);
        byClient.values().removeIf(times -> {
            times.removeIf(each -> each.isBefore(since));
            return times.isEmpty();
        });
    }
}
