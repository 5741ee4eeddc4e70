package org.werkgraaf.web.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.SearchRequest;

/** What may have been meant by an address that leads nowhere: what a search for its words finds first. */
@Component
class NearestThings {
    private static final Logger LOG = LoggerFactory.getLogger(NearestThings.class);
    private static final int MOST = 5;

    private final EntityIndex index;

    NearestThings(EntityIndex index) {
        this.index = index;
    }

    /** At most five things; none without words, or as long as nothing can be searched. */
    List<Near> of(@Nullable String words, String lang) {
        if (words == null) {
            return List.of();
        }
        SearchRequest search =
                new SearchRequest(words, lang, Map.of(), null, null, null, SearchRequest.Sorting.RELEVANCE, MOST, null);
        try {
            return index.search(search.counting(SearchRequest.Counting.NONE)).hits().stream()
                    .map(hit -> new Near(hit.thing().id(), hit.thing().label(lang)))
                    .toList();
        } catch (RuntimeException e) {
            // The page about one failure must not fail for another.
            LOG.debug("Nothing near an address could be looked for", e);
            return List.of();
        }
    }

    /**
     * @param id of a thing
     * @param label its name in the reader's language
     */
    public record Near(String id, String label) {}
}
