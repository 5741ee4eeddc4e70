package org.werkgraaf.web.thing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult.FacetCount;

/** What rests on a source: the things that it speaks of, counted by class. */
@Component
class SourceSubjects {
    private final EntityIndex index;

    SourceSubjects(EntityIndex index) {
        this.index = index;
    }

    /** How many things of each class the source speaks of, most first. */
    List<FacetCount> of(String source, String lang) {
        return index.search(new SearchRequest(
                        "",
                        lang,
                        Map.of(Facet.SOURCE, Set.of(source)),
                        null,
                        null,
                        null,
                        SearchRequest.Sorting.LABEL,
                        1,
                        null))
                .facets()
                .getOrDefault(Facet.TYPE, List.of());
    }
}
