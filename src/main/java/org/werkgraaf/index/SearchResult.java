package org.werkgraaf.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param total how many entities match, exactly
 * @param undated how many of these have days of which none is known, so that it cannot be said whether they hold on the day of the
 *     search; zero when it has no day
 * @param release the release of the index that answered
 * @param hits the entities of this page
 * @param facets counts by dimension; a dimension's own filter does not shrink its list
 * @param facetsCut whether a facet has more values than the index lists at most
 * @param facetsMore the facets that have more values than are listed
 * @param cursor where the next page starts; absent on the last
 * @param wording how the words were taken
 * @param understood the filters that the words were taken for; absent when they were taken as words only
 * @param help what could be asked instead; only when nothing was found
 */
public record SearchResult(
        long total,
        long undated,
        String release,
        List<Hit> hits,
        Map<Facet, List<FacetCount>> facets,
        boolean facetsCut,
        Set<Facet> facetsMore,
        @Nullable String cursor,
        Wording wording,
        @Nullable Understood understood,
        @Nullable Suggestions help) {
    SearchResult with(Suggestions found) {
        return new SearchResult(
                total, undated, release, hits, facets, facetsCut, facetsMore, cursor, wording, understood, found);
    }

    SearchResult with(Understood meaning) {
        return new SearchResult(
                total, undated, release, hits, facets, facetsCut, facetsMore, cursor, wording, meaning, help);
    }

    /**
     * What a question was taken for that names things by what they have to do with others, such as "Rathenau recommendations".
     *
     * @param filters the filters that its words stand for
     * @param words the words that stand for none
     */
    public record Understood(Map<Facet, Set<String>> filters, String words) {
        /** Whether its words say which kind of thing is wanted, or how cases ended. */
        boolean namesAKind() {
            return filters.containsKey(Facet.TYPE) || filters.containsKey(Facet.OUTCOME);
        }
    }

    /**
     * How the words of a question were taken.
     *
     * @param didYouMean the question in the nearest known words, which were searched for besides those typed; absent when
     *     all were known
     * @param loosened whether entities with only some of the words are shown, as none has most of them
     * @param unknown words that say something, but that nothing has in any form, so that they were left out
     */
    public record Wording(@Nullable String didYouMean, boolean loosened, List<String> unknown) {
        static final Wording AS_TYPED = new Wording(null, false, List.of());
    }

    /**
     * Ways out when nothing was found.
     *
     * @param nearest entities whose names are nearest to the words
     * @param without what each filter hides
     */
    public record Suggestions(List<Nearest> nearest, List<Without> without) {}

    /**
     * @param id the entity
     * @param label in the language asked for
     * @param type local name of its class
     * @param count how many entities a search for that label finds
     */
    public record Nearest(String id, String label, String type, long count) {}

    /**
     * @param parameter the filter or date that could be dropped
     * @param values its values
     * @param count how many entities are found without it
     */
    public record Without(String parameter, List<String> values, long count) {}
    /**
     * @param thing the entity
     * @param score how well it matches; zero when sorted otherwise
     * @param matched where the words stand
     * @param through for each filter value that it is not about itself, why it counts
     * @param labels labels of the things that its details and reasons name, by id
     */
    public record Hit(
            Thing thing, float score, List<Match> matched, List<Through> through, Map<String, String> labels) {}

    /**
     * Why something counts that is not about the value of a filter itself.
     *
     * @param facet the filter
     * @param value its value
     * @param by ids of the wider or narrower things that it is about
     */
    public record Through(Facet facet, String value, List<String> by) {}

    /**
     * @param field label, altLabel, definition or passage
     * @param lang its language
     * @param highlight HTML-escaped text with the matching words in em
     */
    public record Match(String field, String lang, String highlight) {}

    /**
     * @param value the id, or the class's name for types
     * @param label in the language asked for, or the nearest that there is
     * @param lang the language of the label when it is not the one asked for; else absent
     * @param count entities that have it
     */
    public record FacetCount(
            String value, String label, @Nullable String lang, long count) {}
}
