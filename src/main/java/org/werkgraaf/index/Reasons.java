package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.werkgraaf.index.SearchResult.Through;

/** Says of a hit through which wider or narrower things it counts for the filters of a search. */
final class Reasons {
    private final Generation generation;
    private final SearchRequest request;
    private final Map<String, Set<String>> wider = new HashMap<>();

    Reasons(Generation generation, SearchRequest request) {
        this.generation = generation;
        this.request = request;
    }

    /** A reason for each value that the thing is not about itself, when it is about no other value of the same filter. */
    List<Through> of(Thing thing) throws IOException {
        List<Through> through = new ArrayList<>();
        for (Map.Entry<Facet, Set<String>> filter : request.filters().entrySet()) {
            Facet facet = filter.getKey();
            List<String> about = thing.about().getOrDefault(facet.parameter(), List.of());
            boolean holdsForNarrower = thing.holdsForNarrower().contains(facet.parameter());
            if (facet.isHierarchical() && filter.getValue().stream().noneMatch(about::contains)) {
                for (String value : filter.getValue()) {
                    List<String> by = new ArrayList<>();
                    for (String each : about) {
                        if (holdsForNarrower
                                ? wider(value).contains(each)
                                : wider(each).contains(value)) {
                            by.add(each);
                        }
                    }
                    if (!by.isEmpty()) {
                        through.add(new Through(facet, value, List.copyOf(by)));
                    }
                }
            }
        }
        return List.copyOf(through);
    }

    private Set<String> wider(String id) throws IOException {
        Set<String> known = wider.get(id);
        if (known == null) {
            known = generation
                    .stored()
                    .find(id)
                    .map(thing -> Set.copyOf(thing.wider()))
                    .orElse(Set.of());
            wider.put(id, known);
        }
        return known;
    }
}
