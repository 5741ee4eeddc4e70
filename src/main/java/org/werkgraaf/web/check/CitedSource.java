package org.werkgraaf.web.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** A place that the answer refers to by its number. */
    record Place(int number, String id, CheckAnswer.Place place) {}

    /** All that an answer refers to, numbered one by one. */
    static List<CitedSource> all(CheckAnswer answer) {
        Map<String, List<Place>> bySource = new LinkedHashMap<>();
        Map<String, List<String>> ids = new LinkedHashMap<>();
        answer.passages()
                .forEach((id, place) -> ids.computeIfAbsent(place.source(), key -> new ArrayList<>())
                        .add(id));
        int number = 0;
        for (Map.Entry<String, List<String>> source : ids.entrySet()) {
            List<Place> places = new ArrayList<>();
            for (String id : source.getValue()) {
                places.add(new Place(
                        ++number, id, Objects.requireNonNull(answer.passages().get(id))));
            }
            bySource.put(source.getKey(), places);
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
