package org.werkgraaf.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.index.SearchResult.Nearest;
import org.werkgraaf.index.SearchResult.Suggestions;
import org.werkgraaf.index.SearchResult.Without;

/** Says what could be asked instead of a search that finds nothing. */
final class SuggestionFinder {
    private static final int NEAREST_MAX = 5;
    private static final int BEGINNING_MIN = 3;

    private final Generation generation;
    private final SearchRequest request;
    private final Question question;

    SuggestionFinder(Generation generation, SearchRequest request, Question question) {
        this.generation = generation;
        this.request = request;
        this.question = question;
    }

    Suggestions find() throws IOException {
        return new Suggestions(nearest(), without());
    }

    /** What has any of the words; else what begins like one of them. Nothing is near to no words. */
    private List<Nearest> nearest() throws IOException {
        if (question.empty()) {
            return List.of();
        }
        Set<Integer> documents = new LinkedHashSet<>();
        for (ScoreDoc hit : generation.searcher().search(generation.query(question, true), NEAREST_MAX).scoreDocs) {
            documents.add(hit.doc);
        }
        for (Question.Word word : question.words()) {
            String text = word.text();
            for (int length = text.length(); length >= BEGINNING_MIN && documents.size() < NEAREST_MAX; length--) {
                generation
                        .complete(text.substring(0, length), request.lang(), NEAREST_MAX)
                        .forEach(found -> documents.add(found.document()));
            }
        }
        List<Nearest> nearest = new ArrayList<>();
        for (int document : documents.stream().limit(NEAREST_MAX).toList()) {
            Thing thing = generation.stored().thing(document);
            String label = thing.label(request.lang());
            int count = generation.searcher().count(generation.query(generation.read(label, request.lang()), false));
            nearest.add(new Nearest(thing.id(), label, thing.type(), count));
        }
        return nearest;
    }

    /** Each filter and date of the search, with what is found when only that one is dropped. */
    private List<Without> without() throws IOException {
        List<Without> without = new ArrayList<>();
        for (Map.Entry<Facet, Set<String>> filter : request.filters().entrySet()) {
            Map<Facet, Set<String>> others = new EnumMap<>(request.filters());
            others.remove(filter.getKey());
            SearchRequest less = request.with(others, request.from(), request.to(), request.asOf());
            add(without, filter.getKey().parameter(), List.copyOf(filter.getValue()), less);
        }
        if (request.from() != null || request.to() != null) {
            add(
                    without,
                    request.from() == null ? "to" : "from",
                    days(request.from(), request.to()),
                    request.with(request.filters(), null, null, request.asOf()));
        }
        if (request.asOf() != null) {
            add(
                    without,
                    "asOf",
                    days(request.asOf()),
                    request.with(request.filters(), request.from(), request.to(), null));
        }
        return without;
    }

    private static List<String> days(@Nullable LocalDate... days) {
        return Stream.of(days).filter(Objects::nonNull).map(LocalDate::toString).toList();
    }

    private void add(List<Without> without, String parameter, List<String> values, SearchRequest less)
            throws IOException {
        BooleanQuery.Builder query =
                new BooleanQuery.Builder().add(less.within(generation.query(question, false)), Occur.MUST);
        less.filters()
                .forEach((facet, each) ->
                        query.add(FilterSets.query(facet, each, less.direct().contains(facet)), Occur.FILTER));
        int count = generation.searcher().count(query.build());
        if (count > 0) {
            without.add(new Without(parameter, values, count));
        }
    }
}
