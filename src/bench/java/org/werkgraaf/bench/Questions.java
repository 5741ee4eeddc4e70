package org.werkgraaf.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** The kinds of questions that are measured, each with several variants so that no side lives from one cached answer. */
final class Questions {
    private static final int VARIANTS = 12;
    private static final int SIZE = 20;

    private final List<String> techniques;
    private final List<String> jurisdictions;
    private final List<String> frequent;
    private final List<String> rare;

    Questions(Packaged packaged, int cases) {
        this.techniques = ids(packaged.things(Wg.TECHNIQUE));
        this.jurisdictions = ids(packaged.things(Wg.JURISDICTION));
        this.frequent =
                packaged.words("en").stream().filter(word -> word.length() > 4).toList();
        List<String> names = SyntheticGraph.companyNames(cases);
        this.rare = names.subList(names.size() / 2, names.size());
    }

    Map<String, List<BenchQuestion>> all() {
        Map<String, List<BenchQuestion>> kinds = new LinkedHashMap<>();
        kinds.put(
                "facets over all",
                variants(i -> question("", Map.of(), null, i % 2 == 0 ? Sorting.LABEL : Sorting.DATE)));
        kinds.put("facets of one technique", variants(i -> question("", technique(i), null, Sorting.LABEL)));
        kinds.put(
                "one year, newest first",
                variants(i -> question("", Map.of(Facet.TYPE, "Case"), 2014 + i, Sorting.DATE_DESCENDING)));
        kinds.put(
                "two filters, newest first",
                variants(i -> question("", techniqueAndPlace(i), null, Sorting.DATE_DESCENDING)));
        kinds.put(
                "frequent word, facets",
                variants(i -> question(frequent.get(3 + i), Map.of(), null, Sorting.RELEVANCE)));
        kinds.put(
                "two frequent words, facets",
                variants(i ->
                        question(frequent.get(3 + i) + " " + frequent.get(20 + i), Map.of(), null, Sorting.RELEVANCE)));
        kinds.put(
                "frequent word, two filters",
                variants(i -> question(frequent.get(3 + i), techniqueAndPlace(i), null, Sorting.RELEVANCE)));
        kinds.put("rare word, facets", variants(i -> question(rare.get(i * 3), Map.of(), null, Sorting.RELEVANCE)));
        kinds.put(
                "rare word, one filter",
                variants(i -> question(rare.get(i * 3), Map.of(Facet.TYPE, "Case"), null, Sorting.RELEVANCE)));
        return kinds;
    }

    /** What somebody has typed so far. */
    List<String> beginnings() {
        List<String> beginnings = new ArrayList<>();
        for (int i = 0; i < VARIANTS; i++) {
            String word = i % 2 == 0 ? frequent.get(3 + i) : rare.get(i);
            beginnings.add(word.substring(0, Math.min(word.length(), 2 + i % 4)));
        }
        return beginnings;
    }

    private BenchQuestion question(String words, Map<Facet, String> filters, @Nullable Integer year, Sorting sort) {
        Map<Facet, Set<String>> wanted = new EnumMap<>(Facet.class);
        filters.forEach((facet, value) -> wanted.put(facet, Set.of(value)));
        LocalDate from = year == null ? null : LocalDate.of(year, 1, 1);
        LocalDate to = year == null ? null : LocalDate.of(year, 12, 31);
        StringBuilder path = new StringBuilder("/api/v1/search?lang=en&size=" + SIZE + "&sort=" + sort.parameter());
        path.append(words.isEmpty() ? "" : "&q=" + BenchQuestion.encode(words));
        filters.forEach((facet, value) ->
                path.append('&').append(facet.parameter()).append('=').append(BenchQuestion.encode(value)));
        path.append(year == null ? "" : "&from=" + from + "&to=" + to);
        return new BenchQuestion(
                new SearchRequest(words, "en", wanted, from, to, null, sort, SIZE, null),
                path.toString(),
                BaselineQueries.of(words, filters, year, sort));
    }

    private Map<Facet, String> technique(int variant) {
        return Map.of(Facet.TECHNIQUE, techniques.get(variant * 2));
    }

    private Map<Facet, String> techniqueAndPlace(int variant) {
        Map<Facet, String> both = new EnumMap<>(Facet.class);
        both.put(Facet.TECHNIQUE, techniques.get(variant * 2));
        both.put(Facet.JURISDICTION, jurisdictions.get(variant % 4));
        return both;
    }

    private static List<BenchQuestion> variants(IntFunction<BenchQuestion> make) {
        List<BenchQuestion> variants = new ArrayList<>();
        for (int i = 0; i < VARIANTS; i++) {
            variants.add(make.apply(i));
        }
        return variants;
    }

    private static List<String> ids(List<org.apache.jena.graph.Node> things) {
        return things.stream().map(thing -> ThingId.of(thing).toString()).toList();
    }
}
