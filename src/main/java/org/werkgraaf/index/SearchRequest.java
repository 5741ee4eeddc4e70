package org.werkgraaf.index;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param words the question as typed; blank for everything
 * @param lang language of the labels in the answer
 * @param filters wanted values by dimension; values of one dimension are alternatives, dimensions all hold
 * @param direct dimensions of which only what is about the value itself is wanted, not what counts for it because it is about
 *     something wider or narrower
 * @param from first day of the dates wanted
 * @param to last day of the dates wanted
 * @param asOf day on which the entity must hold, as far as is known; what time does not touch is found too
 * @param sort order of the hits
 * @param size how many hits, 1 to 100
 * @param cursor where the last answer ended, as that answer gave it
 * @param counting which facets are counted
 * @param plain whether the words are taken as words only, and not for filters
 */
public record SearchRequest(
        String words,
        String lang,
        Map<Facet, Set<String>> filters,
        Set<Facet> direct,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate asOf,
        Sorting sort,
        int size,
        @Nullable String cursor,
        Counting counting,
        boolean plain) {
    /**
     * @param facets the facets that the answer has
     * @param valuesMax how many values of each, the most frequent ones; the limit of the index holds besides
     */
    public record Counting(Set<Facet> facets, int valuesMax) {
        /** All facets, as whole as the index gives them. */
        public static final Counting ALL = new Counting(Set.of(Facet.values()), Integer.MAX_VALUE);
        /** No facet. */
        public static final Counting NONE = new Counting(Set.of(), 0);
    }

    /** A search with all facets. */
    public SearchRequest(
            String words,
            String lang,
            Map<Facet, Set<String>> filters,
            Set<Facet> direct,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf,
            Sorting sort,
            int size,
            @Nullable String cursor) {
        this(words, lang, filters, direct, from, to, asOf, sort, size, cursor, Counting.ALL, false);
    }

    /** A search in which wider and narrower things count. */
    public SearchRequest(
            String words,
            String lang,
            Map<Facet, Set<String>> filters,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf,
            Sorting sort,
            int size,
            @Nullable String cursor) {
        this(words, lang, filters, Set.of(), from, to, asOf, sort, size, cursor);
    }

    /** What has days of which none is known. */
    static final Query UNDATED = new TermQuery(new Term(Fields.TIME, Fields.UNDATED));

    /** A query for words, narrowed to the dates of this search; its filters are left to facet counting. */
    Query within(Query words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(words, Occur.MUST);
        if (from != null || to != null) {
            all.add(
                    LongPoint.newRangeQuery(Fields.DATE, day(from, Long.MIN_VALUE), day(to, Long.MAX_VALUE)),
                    Occur.FILTER);
        }
        if (asOf != null) {
            all.add(holding(asOf), Occur.FILTER);
        }
        return all.build();
    }

    /** What holds on the day, what time does not touch, and that of which no day is known: it cannot be left out. */
    private static Query holding(LocalDate day) {
        long[] at = {day.toEpochDay()};
        return new BooleanQuery.Builder()
                .add(LongRange.newIntersectsQuery(Fields.PERIOD, at, at), Occur.SHOULD)
                .add(new TermQuery(new Term(Fields.TIME, Fields.TIMELESS)), Occur.SHOULD)
                .add(UNDATED, Occur.SHOULD)
                .build();
    }

    boolean hasDates() {
        return from != null || to != null || asOf != null;
    }

    /** The same words and order with other filters and dates, from the first hit on. */
    SearchRequest with(
            Map<Facet, Set<String>> filters,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate asOf) {
        return new SearchRequest(words, lang, filters, direct, from, to, asOf, sort, size, null, counting, plain);
    }

    /** The same search with other facets. */
    public SearchRequest counting(Counting wanted) {
        return new SearchRequest(words, lang, filters, direct, from, to, asOf, sort, size, cursor, wanted, plain);
    }

    /** The same search with its words taken as words only. */
    public SearchRequest asTyped() {
        return new SearchRequest(words, lang, filters, direct, from, to, asOf, sort, size, cursor, counting, true);
    }

    /** The search for the filters that its words were taken for, in the order of names when no words are left. */
    public SearchRequest with(SearchResult.Understood understood) {
        Map<Facet, Set<String>> all = new EnumMap<>(Facet.class);
        all.putAll(filters);
        all.putAll(understood.filters());
        Sorting order = understood.words().isBlank() && sort == Sorting.RELEVANCE ? Sorting.LABEL : sort;
        return new SearchRequest(
                understood.words(), lang, all, direct, from, to, asOf, order, size, cursor, counting, true);
    }

    private static long day(@Nullable LocalDate date, long otherwise) {
        return date == null ? otherwise : date.toEpochDay();
    }

    /** The order of hits. */
    public enum Sorting {
        RELEVANCE("relevance"),
        DATE("date"),
        DATE_DESCENDING("-date"),
        LABEL("label");

        private final String parameter;

        Sorting(String parameter) {
            this.parameter = parameter;
        }

        /** Its name in requests. */
        public String parameter() {
            return parameter;
        }
    }
}
