package org.werkgraaf.web.thing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.index.Change;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.index.Thing;

/** Which things really changed last; worked out once per release. */
@Component
public final class News {
    private static final int SHOWN = 5;

    private final EntityIndex index;
    private final AtomicReference<@Nullable Latest> known = new AtomicReference<>();

    News(EntityIndex index) {
        this.index = index;
    }

    /** The last changes of the active release. */
    public Latest latest() {
        String release = index.stamp().map(Stamp::release).orElse("");
        Latest latest = known.get();
        if (latest == null || !latest.release().equals(release)) {
            latest = read(release);
            known.set(latest);
        }
        return latest;
    }

    /** What is as it was when counting began did not change since. */
    private Latest read(String release) {
        Map<String, Change> changes = index.changes();
        Instant first = changes.values().stream()
                .map(Change::since)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<Item> items = changes.entrySet().stream()
                .filter(entry -> entry.getValue().since().isAfter(first))
                .sorted(Map.Entry.<String, Change>comparingByValue(
                                Comparator.comparing(Change::since).reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .flatMap(entry ->
                        index
                                .find(entry.getKey())
                                .map(thing -> new Item(day(entry.getValue().since()), thing))
                                .stream())
                .limit(SHOWN)
                .toList();
        return new Latest(release, day(first), items);
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    /**
     * @param release id of the release
     * @param since ISO day from which changes are counted
     * @param items what changed since, the newest first
     */
    public record Latest(String release, String since, List<Item> items) {}

    /**
     * @param day ISO day of the release in which it became as it is
     * @param thing what changed
     */
    public record Item(String day, Thing thing) {}
}
