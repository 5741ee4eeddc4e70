package org.werkgraaf.web.sign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.werkgraaf.web.SignSettings;

/**
 * Counts attempts to sign in that failed, by name and by address, whether there is such a name or not. Who has failed too often is looked
 * at no more for a while.
 */
final class FailedAttempts {
    /** Beyond this the oldest are forgotten: memory is no measure of how many names somebody can think of. */
    static final int KEYS_MAX = 20_000;

    private static final int NAME_MAX = 64;

    private final int perName;
    private final int perClient;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Deque<Instant>> byKey = new LinkedHashMap<>();

    FailedAttempts(SignSettings settings, Clock clock) {
        this.perName = settings.failuresMax();
        this.perClient = settings.failuresPerClientMax();
        this.window = Duration.ofSeconds(settings.failureSeconds());
        this.clock = clock;
    }

    /**
     * Who tries.
     *
     * @param name the name that was given
     * @param client his address, as far as limits are concerned
     * @param site the larger network that it is in
     */
    record Attempt(String name, String client, String site) {
        private String nameKey() {
            String folded = name.strip().toLowerCase(Locale.ROOT);
            return "name " + folded.substring(0, Math.min(NAME_MAX, folded.length()));
        }

        private List<String> clientKeys() {
            return List.of("client " + client, "site " + site);
        }
    }

    /** Whether it is not to be looked at. */
    synchronized boolean locked(Attempt attempt) {
        forget();
        return count(attempt.nameKey()) >= perName
                || attempt.clientKeys().stream().anyMatch(key -> count(key) >= perClient);
    }

    /** Counts one more; whether that was the last one that is looked at. */
    synchronized boolean failed(Attempt attempt) {
        add(attempt.nameKey());
        attempt.clientKeys().forEach(this::add);
        return locked(attempt);
    }

    /** Forgets those of a name when it was its owner after all; those of his address stay, or he could guess at others. */
    synchronized void succeeded(Attempt attempt) {
        byKey.remove(attempt.nameKey());
    }

    /** How many names and addresses are kept. */
    synchronized int size() {
        return byKey.size();
    }

    private int count(String key) {
        Deque<Instant> times = byKey.get(key);
        if (times == null) {
            return 0;
        }
        Instant since = clock.instant().minus(window);
        times.removeIf(each -> each.isBefore(since));
        return times.size();
    }

    private void add(String key) {
        Deque<Instant> times = byKey.remove(key);
        Deque<Instant> more = times == null ? new ArrayDeque<>() : times;
        more.addLast(clock.instant());
        if (more.size() > Math.max(perName, perClient)) {
            more.removeFirst();
        }
        // The one that was added to last stands last.
        byKey.put(key, more);
        if (byKey.size() > KEYS_MAX) {
            Iterator<String> oldest = byKey.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Forgets those that are too old: they stand first, so that nothing is looked at that stays. */
    private void forget() {
        Instant since = clock.instant().minus(window);
        Iterator<Deque<Instant>> oldest = byKey.values().iterator();
        while (oldest.hasNext()) {
            Instant latest = oldest.next().peekLast();
            if (latest != null && !latest.isBefore(since)) {
                return;
            }
            oldest.remove();
        }
    }
}
