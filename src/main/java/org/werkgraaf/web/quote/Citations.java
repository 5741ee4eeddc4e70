package org.werkgraaf.web.quote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description.Place;

/** Numbers the sources of a page in the order in which its facts name them, so that a fact can point to them in little room. */
public final class Citations {
    private final Map<String, CitedSource> sources = new LinkedHashMap<>();

    /**
     * @param cited the places that the facts on the page name, in the order of the page
     * @param others further places to list
     */
    public Citations(List<Place> cited, List<Place> others) {
        Set<Place> all = new LinkedHashSet<>(cited);
        all.addAll(others);
        group(List.copyOf(all))
                .forEach((source, places) -> sources.put(
                        source,
                        new CitedSource(
                                sources.size() + 1,
                                source,
                                places.get(0).sourceLabels(),
                                places.get(0).verification(),
                                places)));
    }

    /** What to show behind a fact: each source that states it once. */
    public List<Citation> of(List<Place> said) {
        List<Citation> citations = new ArrayList<>();
        group(said)
                .forEach((source, places) -> citations.add(new Citation(
                        Objects.requireNonNull(sources.get(source)).number(),
                        anchor(places.get(0)),
                        places.get(0).sourceLabels(),
                        places.get(0).verification(),
                        places)));
        citations.sort(java.util.Comparator.comparingInt(Citation::number));
        return citations;
    }

    /** All sources, by number. */
    public List<CitedSource> sources() {
        return List.copyOf(sources.values());
    }

    /** Name of a place within the page. */
    public static String anchor(Place place) {
        return place.id().replace('/', '-');
    }

    private static Map<String, List<Place>> group(List<Place> places) {
        return places.stream().collect(Collectors.groupingBy(Place::source, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * @param number of the source on this page
     * @param anchor where the first place stands on this page
     * @param labels label of the source by language
     * @param verification how far it was checked
     * @param places where in the source it stands
     */
    public record Citation(
            int number,
            String anchor,
            Map<String, String> labels,
            @Nullable String verification,
            List<Place> places) {}

    /**
     * @param number of the source on this page
     * @param id of the source
     * @param labels label of the source by language
     * @param verification how far it was checked
     * @param places what it says that matters here
     */
    public record CitedSource(
            int number,
            String id,
            Map<String, String> labels,
            @Nullable String verification,
            List<Place> places) {}
}
