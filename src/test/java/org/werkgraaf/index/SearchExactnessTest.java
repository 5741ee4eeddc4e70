package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.vocabulary.Languages;

/** Totals, facets, order and pages of random searches, held against a plain loop over what the graph says of each entity. */
@PackagedServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchExactnessTest {
    private static final int SEARCHES = 150;
    /** Pages of one thing each would read the same thousands of times. */
    private static final int PAGES_MAX = 25;

    private static final List<String> WORDS = List.of(
            "",
            "",
            "camera",
            "werknemer",
            "amazon",
            "face recognition",
            "données du travail",
            "privacy impact assessment employees");

    private final List<ThingText> things = new ArrayList<>();

    @Autowired
    private GraphStore store;

    private EntityIndex index;

    @BeforeAll
    void build() {
        ContentReader reader = new ContentReader("ontology", "data", "queries", 20_000_000);
        Graph graph = new GraphLoader().load(reader.read()).union();
        new ThingReader(graph, Presentation.of(graph)).forEach(things::add);
        // The service cuts the values of a facet off, which is not what is looked at here.
        index = new EntityIndex(store, 1_000_000, 0);
    }

    @Test
    void indexesEachEntityOnce() {
        assertThat(things).hasSizeGreaterThan(1000);
        assertThat(things.stream().map(text -> text.thing().id()).distinct()).hasSize(things.size());
        assertThat(index.stamp().orElseThrow().total()).isEqualTo(things.size());
    }

    @Test
    void answersRandomSearchesExactly() {
        long seed = System.nanoTime();
        System.out.println("Random searches seed " + seed);
        Random random = new Random(seed);
        Map<String, Set<String>> found = new HashMap<>();
        for (int i = 0; i < SEARCHES; i++) {
            SearchRequest request = random(random);
            Set<String> withWords = found.computeIfAbsent(request.words(), this::withWords);
            SearchResult result = index.search(request);
            List<ThingText> expected = things.stream()
                    .filter(text -> withWords.contains(text.thing().id()) && fits(text, request, null))
                    .toList();
            if (result.wording().loosened()) {
                // Nothing has most of the words within these filters; what is shown instead is another search.
                assertThat(expected).as("%s", request).isEmpty();
                continue;
            }
            assertThat(result.total()).as("%s", request).isEqualTo(expected.size());
            assertThat(counts(result)).as("%s", request).isEqualTo(expectedCounts(request, withWords));
            List<Thing> harvest =
                    harvest(request, Math.max(request.size(), Math.min(100, expected.size() / PAGES_MAX)));
            assertThat(harvest.stream().map(Thing::id))
                    .as("%s", request)
                    .containsExactlyInAnyOrderElementsOf(
                            expected.stream().map(text -> text.thing().id()).toList());
            assertOrder(request, harvest);
        }
    }

    /** Filters, dates and order are drawn; filter values are those of some entity, and now and then one that does not exist. */
    private SearchRequest random(Random random) {
        Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
        for (int i = random.nextInt(4); i > 0; i--) {
            ThingText like = things.get(random.nextInt(things.size()));
            List<Facet> facets = List.copyOf(like.facets().keySet());
            Facet facet = facets.get(random.nextInt(facets.size()));
            Set<String> values = filters.computeIfAbsent(facet, f -> new HashSet<>());
            values.add(
                    random.nextInt(20) == 0
                            ? "technique/none"
                            : like.facets().get(facet).iterator().next());
        }
        LocalDate from = random.nextInt(4) == 0 ? LocalDate.of(2000 + random.nextInt(25), 1, 1) : null;
        LocalDate to = random.nextInt(4) == 0 ? LocalDate.of(2026, 12, 31) : null;
        LocalDate asOf = random.nextInt(5) == 0 ? LocalDate.of(2010 + random.nextInt(18), 6, 1) : null;
        Sorting sort = Sorting.values()[random.nextInt(Sorting.values().length)];
        String lang = Languages.ALL.get(random.nextInt(3));
        String words = WORDS.get(random.nextInt(WORDS.size()));
        Set<Facet> direct = random.nextBoolean() ? Set.of() : Set.of(Facet.TECHNIQUE, Facet.JURISDICTION);
        return new SearchRequest(words, lang, filters, direct, from, to, asOf, sort, 1 + random.nextInt(100), null);
    }

    private Set<String> withWords(String words) {
        SearchRequest all = new SearchRequest(words, "en", Map.of(), null, null, null, Sorting.LABEL, 100, null);
        return harvest(all, all.size()).stream().map(Thing::id).collect(Collectors.toSet());
    }

    private static boolean fits(ThingText text, SearchRequest request, Facet but) {
        LocalDate date = text.date();
        LocalDate asOf = request.asOf();
        boolean dated = (request.from() == null || date != null && !date.isBefore(request.from()))
                && (request.to() == null || date != null && !date.isAfter(request.to()));
        boolean valid = asOf == null
                || text.times().isTimeless()
                || text.times().undated()
                || text.times().periods().stream().anyMatch(period -> period.holds(asOf));
        return dated
                && valid
                && request.filters().entrySet().stream()
                        .filter(filter -> filter.getKey() != but)
                        .allMatch(filter ->
                                text.values(filter.getKey(), request.direct().contains(filter.getKey())).stream()
                                        .anyMatch(filter.getValue()::contains));
    }

    private Map<Facet, Map<String, Long>> expectedCounts(SearchRequest request, Set<String> withWords) {
        Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Map<String, Long> ofFacet = new TreeMap<>();
            things.stream()
                    .filter(text -> withWords.contains(text.thing().id()) && fits(text, request, facet))
                    .flatMap(text -> text.values(facet, request.direct().contains(facet)).stream())
                    .forEach(value -> ofFacet.merge(value, 1L, Long::sum));
            counts.put(facet, ofFacet);
        }
        return counts;
    }

    private static Map<Facet, Map<String, Long>> counts(SearchResult result) {
        Map<Facet, Map<String, Long>> counts = new EnumMap<>(Facet.class);
        result.facets().forEach((facet, values) -> {
            Map<String, Long> ofFacet = new TreeMap<>();
            values.forEach(value -> ofFacet.put(value.value(), value.count()));
            counts.put(facet, ofFacet);
        });
        return counts;
    }

    private List<Thing> harvest(SearchRequest request, int size) {
        List<Thing> found = new ArrayList<>();
        String cursor = null;
        do {
            SearchResult page = index.search(new SearchRequest(
                    request.words(),
                    request.lang(),
                    request.filters(),
                    request.direct(),
                    request.from(),
                    request.to(),
                    request.asOf(),
                    request.sort(),
                    size,
                    cursor));
            page.hits().forEach(hit -> found.add(hit.thing()));
            cursor = page.cursor();
        } while (cursor != null);
        return found;
    }

    private void assertOrder(SearchRequest request, List<Thing> harvest) {
        if (request.sort() == Sorting.DATE || request.sort() == Sorting.DATE_DESCENDING) {
            Map<String, LocalDate> days = new HashMap<>();
            things.forEach(text -> days.put(text.thing().id(), text.date()));
            Comparator<LocalDate> byDay =
                    request.sort() == Sorting.DATE ? Comparator.naturalOrder() : Comparator.reverseOrder();
            assertThat(harvest)
                    .as("%s", request)
                    .isSortedAccordingTo(
                            Comparator.comparing((Thing thing) -> days.get(thing.id()), Comparator.nullsLast(byDay))
                                    .thenComparing(Thing::id));
        }
    }
}
