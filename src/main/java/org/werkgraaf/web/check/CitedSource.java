package org.werkgraaf.web.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source with the places in it.
 *
 * @param first number of the first of the places
 */
record CitedSource(String id, CheckAnswer.Source source, List<Place> places, int first) {
    /** How far all of it was checked; absent when that differs from place to place. */
    public @Nullable String verification() {
        List<String> found = places.stream()
                .map(place -> String.valueOf(place.place().verification()))
                .distinct()
                .toList();
        return found.size() == 1 ? places.get(0).place().verification() : null;
    }

    /** Whether the page tells something that stands in it; only data has the rest. */
    public boolean met() {
        return places.stream().anyMatch(Place::met);
    }

    /**
     * A place that the answer refers to by its number.
     *
     * @param met whether the page refers to it
     */
    record Place(int number, String id, CheckAnswer.Place place, boolean met) {}

    /**
     * All that an answer refers to, numbered as a reader meets them; what is told nowhere on the page comes last.
     *
     * @param met ids of the places in the order of the page
     */
    static List<CitedSource> all(CheckAnswer answer, Collection<String> met) {
        Set<String> order = new LinkedHashSet<>(met);
        order.retainAll(answer.passages().keySet());
        int told = order.size();
        order.addAll(answer.passages().keySet());
        Map<String, List<Place>> bySource = new LinkedHashMap<>();
        int number = 0;
        for (String id : order) {
            CheckAnswer.Place place = Objects.requireNonNull(answer.passages().get(id));
            number++;
            bySource.computeIfAbsent(place.source(), key -> new ArrayList<>())
                    .add(new Place(number, id, place, number <= told));
        }
        return bySource.entrySet().stream()
                .map(entry -> new CitedSource(
                        entry.getKey(),
                        Objects.requireNonNull(answer.sources().get(entry.getKey())),
                        List.copyOf(entry.getValue()),
                        entry.getValue().get(0).number()))
                .toList();
    }
}
