package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.werkgraaf.index.SearchResult.FacetCount;
import org.werkgraaf.index.SearchResult.Hit;
import org.werkgraaf.index.SearchResult.Through;
import org.werkgraaf.index.SearchResult.Understood;
import org.werkgraaf.index.SearchResult.Wording;
import org.werkgraaf.vocabulary.Languages;

/** Runs one search on one generation of the index. */
final class Search {
    private final Generation generation;
    private final SearchRequest request;
    private final int facetValuesMax;

    Search(Generation generation, SearchRequest request, int facetValuesMax) {
        this.generation = generation;
        this.request = request;
        this.facetValuesMax = facetValuesMax;
    }

    SearchResult run() throws IOException {
        Question question = generation.read(request.words(), request.lang());
        if (!request.plain() && !question.isWhole(request.words())) {
            Optional<Understood> meaning = generation.relations().read(request);
            if (meaning.isPresent() && isMeant(meaning.get(), question)) {
                SearchResult found = new Search(generation, request.with(meaning.get()), facetValuesMax).run();
                if (found.total() > 0 && !found.wording().loosened()) {
                    return found.with(meaning.get());
                }
            }
        }
        SearchResult result = run(question, false);
        if (result.total() == 0 && question.words().size() > 1) {
            SearchResult loosened = run(question, true);
            return loosened.total() == 0
                    ? result.with(new SuggestionFinder(generation, request, question).find())
                    : loosened;
        }
        return result.total() == 0 ? result.with(new SuggestionFinder(generation, request, question).find()) : result;
    }

    /**
     * A country among words is where they are looked for only if something there has all of them, of the kind that is asked for:
     * Barbulescu is not a Romanian case, and who asks how many in Europe wants a figure and no law.
     */
    private boolean isMeant(Understood meaning, Question question) throws IOException {
        if (meaning.namesAKind()) {
            return true;
        }
        Map<Facet, Set<String>> filters = new HashMap<>(meaning.filters());
        if (!question.kinds().isEmpty()) {
            filters.putIfAbsent(Facet.TYPE, question.kinds());
        }
        return new Lacking(generation, request.lang()).anyHasAll(filters, meaning.words());
    }

    private SearchResult run(Question question, boolean loose) throws IOException {
        String release = generation.stamp().release();
        Query words = generation.query(question, loose);
        Cursor after = request.cursor() == null ? null : Cursor.read(request.cursor(), release, request.sort());
        Matches matches = Matches.of(generation.searcher(), generation.filters(), words, request);
        TopHits top = TopHits.of(generation, words, request, matches.hits(), after);
        List<Hit> hits = hits(top, words);
        String cursor = top.more() ? cursor(release, hits.get(hits.size() - 1)) : null;
        Map<Facet, List<FacetCount>> facets = facets(matches);
        int valuesMax = Math.min(facetValuesMax, request.counting().valuesMax());
        Set<Facet> more = EnumSet.noneOf(Facet.class);
        facets.forEach((facet, counts) -> {
            if (counts.size() > valuesMax) {
                more.add(facet);
            }
        });
        facets.replaceAll((facet, counts) -> counts.stream().limit(valuesMax).toList());
        boolean facetsCut = !more.isEmpty() && valuesMax == facetValuesMax;
        return new SearchResult(
                matches.hits().count(),
                request.asOf() == null ? 0 : matches.undated(),
                release,
                hits,
                facets,
                facetsCut,
                more,
                cursor,
                new Wording(question.didYouMean(), loose, unknown(question)),
                null,
                null);
    }

    /** What only phrases have is known too. */
    private List<String> unknown(Question question) {
        return question.unknown().stream()
                .filter(word -> generation.phrases().with(word).isEmpty())
                .toList();
    }

    private String cursor(String release, Hit last) {
        return Cursor.write(release, request.sort(), last.score(), last.thing().id());
    }

    private List<Hit> hits(TopHits top, Query words) throws IOException {
        Highlights highlights = words instanceof MatchAllDocsQuery
                ? Highlights.none()
                : Highlights.of(generation, words, top.documents(), request.lang());
        Reasons reasons = new Reasons(generation, request);
        List<Hit> hits = new ArrayList<>(top.documents().length);
        for (int i = 0; i < top.documents().length; i++) {
            Thing thing = generation.stored().thing(top.documents()[i]);
            List<Through> through = reasons.of(thing);
            Map<String, String> labels = detailLabels(thing);
            for (Through each : through) {
                for (String id : each.by()) {
                    labels.put(id, Languages.pick(generation.labels(id), request.lang(), id));
                }
            }
            hits.add(new Hit(thing, top.scores()[i], highlights.of(i), through, labels));
        }
        return hits;
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
        if (thing.said() != null) {
            String source = thing.said().source();
            labels.put(source, Languages.pick(generation.labels(source), request.lang(), source));
        }
        for (String place : thing.jurisdiction()) {
            labels.put(place, Languages.pick(generation.labels(place), request.lang(), place));
        }
        return labels;
    }

    private Map<Facet, List<FacetCount>> facets(Matches matches) throws IOException {
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        int valuesMax = Math.min(facetValuesMax, request.counting().valuesMax());
        for (Facet facet : Facet.values()) {
            if (!request.counting().facets().contains(facet)) {
                continue;
            }
            FacetColumn column = generation.column(facet, request.direct().contains(facet));
            List<FacetCount> counts = new ArrayList<>();
            for (FacetColumn.Counted value : column.top(column.count(matches.without(facet)), valuesMax + 1)) {
                counts.add(count(facet, value));
            }
            counts.sort(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::label));
            facets.put(facet, counts);
        }
        return facets;
    }

    private FacetCount count(Facet facet, FacetColumn.Counted value) throws IOException {
        Map<String, String> labels = generation.labels(facet, value.value());
        String lang = Languages.nearest(labels.keySet(), request.lang())
                .filter(nearest -> !nearest.equals(request.lang()))
                .orElse(null);
        return new FacetCount(
                value.value(), Languages.pick(labels, request.lang(), value.value()), lang, value.count());
    }
}
