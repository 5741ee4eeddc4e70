package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.index.SearchResult.FacetCount;
import org.werkgraaf.index.SearchResult.Hit;
import org.werkgraaf.index.SearchResult.Wording;

/** Runs one search on one generation of the index. */
final class Search {
    private static final FacetsConfig FACETS = Fields.facets();

    private final Generation generation;
    private final SearchRequest request;
    private final int facetValuesMax;

    Search(Generation generation, SearchRequest request, int facetValuesMax) {
        this.generation = generation;
        this.request = request;
        this.facetValuesMax = facetValuesMax;
    }

    SearchResult run() throws IOException {
        String release = generation.stamp().release();
        if (generation.facets().isEmpty()) {
            return new SearchResult(0, release, List.of(), Map.of(), false, null, Wording.AS_TYPED, null);
        }
        Question question = generation.read(request.words(), request.lang());
        SearchResult result = run(question, false);
        if (result.total() == 0 && question.words().size() > 1) {
            SearchResult loosened = run(question, true);
            return loosened.total() == 0 ? result.with(new Help(generation, request, question).find()) : loosened;
        }
        return result.total() == 0 ? result.with(new Help(generation, request, question).find()) : result;
    }

    private SearchResult run(Question question, boolean loose) throws IOException {
        String release = generation.stamp().release();
        Query words = generation.query(question, loose);
        DrillDownQuery query = new DrillDownQuery(FACETS, request.within(words));
        request.filters().forEach((facet, values) -> values.forEach(value -> query.add(facet.parameter(), value)));
        FieldDoc after = request.cursor() == null ? null : Cursor.read(request.cursor(), release, request.sort());
        DrillSideways.DrillSidewaysResult found = new DrillSideways(
                        generation.searcher(), FACETS, generation.facets().get())
                .search(query, null, after, request.size() + 1, sort(), request.sort() == Sorting.RELEVANCE);

        ScoreDoc[] docs = found.hits.scoreDocs;
        int count = Math.min(docs.length, request.size());
        List<Hit> hits = hits(docs, count, words);
        String cursor = docs.length > request.size()
                ? Cursor.write(release, request.sort(), (FieldDoc) docs[count - 1])
                : null;
        Map<Facet, List<FacetCount>> facets = facets(found);
        boolean facetsCut = facets.values().stream().anyMatch(counts -> counts.size() > facetValuesMax);
        facets.replaceAll((facet, counts) -> counts.stream().limit(facetValuesMax).toList());
        return new SearchResult(
                found.hits.totalHits.value,
                release,
                hits,
                facets,
                facetsCut,
                cursor,
                new Wording(question.didYouMean(), loose),
                null);
    }

    /** Ends with the id, so that the order is total and a cursor points between two hits. */
    private Sort sort() {
        SortField first =
                switch (request.sort()) {
                    case RELEVANCE -> SortField.FIELD_SCORE;
                    case DATE -> date(false);
                    case DATE_DESCENDING -> date(true);
                    case LABEL -> new SortField(Fields.in(Fields.SORT_LABEL, request.lang()), SortField.Type.STRING);
                };
        return new Sort(first, new SortField(Fields.ID, SortField.Type.STRING));
    }

    /** Entities without a date come last in both directions. */
    private static SortField date(boolean descending) {
        SortField field = new SortField(Fields.SORT_DATE, SortField.Type.LONG, descending);
        field.setMissingValue(descending ? Long.MIN_VALUE : Long.MAX_VALUE);
        return field;
    }

    private List<Hit> hits(ScoreDoc[] docs, int count, Query words) throws IOException {
        int[] ids = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = docs[i].doc;
        }
        Highlights highlights = words instanceof MatchAllDocsQuery
                ? Highlights.none()
                : Highlights.of(generation.searcher(), generation.analyzers(), words, ids, request.lang());
        List<Hit> hits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Thing thing = generation.thing(ids[i]);
            hits.add(new Hit(thing, score(docs[i]), highlights.of(i), detailLabels(thing)));
        }
        return hits;
    }

    private float score(ScoreDoc doc) {
        Object first = ((FieldDoc) doc).fields[0];
        return request.sort() == Sorting.RELEVANCE && first instanceof Float value ? value : 0f;
    }

    private Map<String, String> detailLabels(Thing thing) throws IOException {
        Map<String, String> labels = new HashMap<>();
        for (List<String> values : thing.details().values()) {
            for (String value : values) {
                Map<String, String> known = value.contains("/") ? generation.labels(value) : Map.of();
                if (!known.isEmpty()) {
                    labels.put(value, Languages.pick(known, request.lang(), value));
                }
            }
        }
        for (String place : thing.jurisdiction()) {
            labels.put(place, Languages.pick(generation.labels(place), request.lang(), place));
        }
        return labels;
    }

    private Map<Facet, List<FacetCount>> facets(DrillSideways.DrillSidewaysResult found) throws IOException {
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            FacetResult result = found.facets.getTopChildren(facetValuesMax + 1, facet.parameter());
            List<FacetCount> counts = new ArrayList<>();
            if (result != null) {
                for (LabelAndValue value : result.labelValues) {
                    counts.add(new FacetCount(value.label, label(facet, value.label), value.value.longValue()));
                }
            }
            counts.sort(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::label));
            facets.put(facet, counts);
        }
        return facets;
    }

    private String label(Facet facet, String value) throws IOException {
        Map<String, String> labels = facet == Facet.TYPE
                ? generation.stamp().labels().getOrDefault(value, Map.of())
                : generation.labels(value);
        return Languages.pick(labels, request.lang(), value);
    }
}
