package org.werkgraaf.index;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total how many entities match, exactly
 * @param release the release of the index that answered
 * @param hits the entities of this page
 * @param facets counts by dimension; a dimension's own filter does not shrink its list
 * @param facetsCut whether a facet has more values than are listed
 * @param cursor where the next page starts; absent on the last
 */
public record SearchResult(
        long total,
        String release,
        List<Hit> hits,
        Map<Facet, List<FacetCount>> facets,
        boolean facetsCut,
        @Nullable String cursor) {
    /**
     * @param thing the entity
     * @param score how well it matches; zero when sorted otherwise
     * @param matched where the words stand
     * @param labels labels of the things that its details name, by id
     */
    public record Hit(Thing thing, float score, List<Match> matched, Map<String, String> labels) {}

    /**
     * @param field label, altLabel, definition or passage
     * @param lang its language
     * @param highlight HTML-escaped text with the matching words in em
     */
    public record Match(String field, String lang, String highlight) {}

    /**
     * @param value the id, or the class's name for types
     * @param label in the language asked for
     * @param count entities that have it
     */
    public record FacetCount(String value, String label, long count) {}
}
