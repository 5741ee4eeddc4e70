package org.werkgraaf.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.werkgraaf.index.Change;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Thing;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;

/** A search as something to follow: what it finds, the last changed first. */
@Component
class Feed {
    private final EntityIndex index;
    private final SearchParameters parameters;
    private final GraphStore store;

    Feed(EntityIndex index, SearchParameters parameters, GraphStore store) {
        this.index = index;
        this.parameters = parameters;
        this.store = store;
    }

    /** The feed that a request asks for. */
    Content read(HttpServletRequest request) {
        SearchRequest search = parameters.read(request);
        SearchResult result = index.search(search);
        Instant published = store.release().map(Release::publishedAt).orElseThrow();
        List<Entry> entries = result.hits().stream()
                .map(SearchResult.Hit::thing)
                .map(thing -> new Entry(
                        thing, index.change(thing.id()).map(Change::since).orElse(published)))
                .sorted(Comparator.comparing(Entry::updated).reversed())
                .toList();
        Instant updated = entries.stream().map(Entry::updated).findFirst().orElse(published);
        return new Content(
                search.words().isEmpty() ? "Werkgraaf" : "Werkgraaf: " + search.words(),
                search.lang(),
                request.getQueryString() == null ? "" : "?" + request.getQueryString(),
                result.release(),
                updated,
                entries);
    }

    /**
     * @param title what is searched for
     * @param lang language of the labels
     * @param query the parameters, with the question mark
     * @param release id of the release that answered
     * @param updated when one of the entries last changed
     * @param entries what was found, the last changed first
     */
    record Content(String title, String lang, String query, String release, Instant updated, List<Entry> entries) {}

    /**
     * @param thing what was found
     * @param updated when the release came out in which it last changed
     */
    record Entry(Thing thing, Instant updated) {}
}
