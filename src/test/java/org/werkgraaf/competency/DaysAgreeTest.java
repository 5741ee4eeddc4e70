package org.werkgraaf.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.entity.Calendar;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchRequest.Counting;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.index.Thing;
import org.werkgraaf.meaning.Period;
import org.werkgraaf.meaning.Standing;
import org.werkgraaf.meaning.Standing.State;
import org.werkgraaf.vocabulary.ThingId;
import tools.jackson.databind.JsonNode;

/** Search, pages, saved questions and SPARQL say the same of every thing on thirty days. */
@PackagedServiceTest
class DaysAgreeTest {
    private static final int DAYS = 30;
    private static final int PAGES_PER_DAY = 24;
    /** On one of so many days the search is asked over HTTP too, which adds only how it is written. */
    private static final int ASKED_OVER_HTTP = 6;

    private static final Set<String> LAW = Set.of("instrument", "provision", "right", "obligation", "prohibition");
    private static final Path QUERY = Path.of("src/test/resources/questions/holds-on.rq");

    @LocalServerPort
    private int port;

    @Autowired
    private EntityReader reader;

    @Autowired
    private EntityIndex index;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void everyDoorSaysTheSameOnThirtyDays() throws IOException {
        long seed = System.nanoTime();
        System.out.println("Days seed " + seed);
        Random random = new Random(seed);
        List<String> all = List.copyOf(search("").keySet());
        assertThat(all).hasSizeGreaterThan(1000);
        // Each run looks at other pages, and at none twice, so that a few runs look at all.
        List<String> drawn = new ArrayList<>(all);
        Collections.sort(drawn);
        Collections.shuffle(drawn, random);
        int at = 0;
        int asked = 0;
        for (LocalDate day : days(all, random)) {
            Calendar calendar = reader.calendar();
            Map<String, State> pages = new HashMap<>();
            all.forEach(id -> calendar.on(day, id)
                    .map(Standing::state)
                    .map(state -> state == State.DECISION_UNDATED ? State.UNDATED : state)
                    .ifPresent(state -> pages.put(id, state)));

            Set<String> held = all.stream()
                    .filter(id -> Optional.ofNullable(pages.get(id))
                            .map(state -> state == State.HOLDS || state == State.UNDATED)
                            .orElse(true))
                    .collect(Collectors.toSet());
            assertThat(found(day)).as("search on %s", day).isEqualTo(held);
            if (asked++ % ASKED_OVER_HTTP == 0) {
                assertThat(search("&asOf=" + day).keySet())
                        .as("search over HTTP on %s", day)
                        .isEqualTo(held);
            }
            assertThat(service.json("/api/v1/search?size=1&facets=type&asOf=" + day)
                            .get("undated")
                            .asLong())
                    .as("undated on %s", day)
                    .isEqualTo(ids(pages, State.UNDATED).count());
            assertThat(question(day))
                    .as("question on %s", day)
                    .isEqualTo(ids(pages, State.HOLDS)
                            .filter(id -> LAW.contains(segment(id)))
                            .collect(Collectors.toSet()));
            Map<String, Set<String>> sparql = sparql(day);
            for (State state : List.of(State.HOLDS, State.UNDATED)) {
                assertThat(sparql.getOrDefault(state.name(), Set.of()).stream()
                                // What has no document of its own, such as a period, cannot be searched for.
                                .filter(all::contains)
                                .collect(Collectors.toSet()))
                        .as("SPARQL on %s: %s", day, state)
                        .isEqualTo(ids(pages, state).collect(Collectors.toSet()));
            }
            for (int i = 0; i < PAGES_PER_DAY; i++) {
                String id = drawn.get(at++ % drawn.size());
                assertMood(id, day, pages.get(id));
            }
        }
    }

    @Test
    void cardsAndSparqlHaveTheSameFirstAndLastDays() {
        Map<String, String> stated = new TreeMap<>();
        bindings("""
                PREFIX wg: <https://w3id.org/werkgraaf/ontology#>
                SELECT ?thing ?from ?until
                WHERE {
                  ?thing wg:datedBy ?period .
                  ?thing wg:holdsFrom ?from .
                  OPTIONAL { ?thing wg:holdsUntil ?until }
                }""")
                .forEach(row -> stated.put(
                        id(row),
                        row.at("/from/value").asString() + " "
                                + row.at("/until/value").asString("")));
        Set<String> all = search("").keySet();
        stated.keySet().retainAll(all);
        Map<String, String> cards = new TreeMap<>();
        for (String id : all) {
            Thing.Holding holding = index.find(id).orElseThrow().holding();
            if (holding != null && holding.from() != null) {
                cards.put(id, holding.from() + " " + (holding.until() == null ? "" : holding.until()));
            }
        }
        assertThat(cards).hasSizeGreaterThan(400).isEqualTo(stated);
    }

    /** Days on which something begins or ends, the days beside them, and days drawn anywhere. */
    private List<LocalDate> days(List<String> ids, Random random) {
        Set<LocalDate> turns = new TreeSet<>();
        ids.forEach(id -> reader.calendar()
                .times(id)
                .periods()
                .forEach(period -> turns(period).forEach(turns::add)));
        List<LocalDate> drawn = new ArrayList<>(turns);
        Collections.shuffle(drawn, random);
        List<LocalDate> days = new ArrayList<>(drawn.subList(0, DAYS - 5));
        days.add(LocalDate.of(1850, 1, 1));
        days.add(LocalDate.of(2100, 1, 1));
        while (days.size() < DAYS) {
            days.add(LocalDate.of(1950, 1, 1).plusDays(random.nextInt(31_000)));
        }
        return days;
    }

    private static Stream<LocalDate> turns(Period period) {
        LocalDate until = period.until();
        Stream<LocalDate> begins = Stream.of(period.from().minusDays(1), period.from());
        return until == null ? begins : Stream.concat(begins, Stream.of(until, until.plusDays(1)));
    }

    private void assertMood(String id, LocalDate day, State state) {
        String page = service.get("/id/" + id + "?lang=en&asOf=" + day, "Accept", "text/html")
                .body();
        boolean decided = state == State.HOLDS && id.startsWith("case/");
        String mood = state == null || decided
                ? null
                : switch (state) {
                    case HOLDS -> "as-of-holds";
                    case UNDATED -> "as-of-undated";
                    default -> "as-of-not";
                };
        for (String each : List.of("as-of-holds", "as-of-undated", "as-of-not")) {
            assertThat(page.contains("class=\"" + each + "\""))
                    .as("%s on %s: %s", id, day, each)
                    .isEqualTo(each.equals(mood));
        }
    }

    /** All things that the search finds on a day. */
    private Set<String> found(LocalDate day) {
        Set<String> found = new HashSet<>();
        String cursor = null;
        do {
            SearchResult result =
                    index.search(new SearchRequest("", "en", Map.of(), null, null, day, Sorting.LABEL, 100, cursor)
                            .counting(Counting.NONE));
            result.hits().forEach(hit -> found.add(hit.thing().id()));
            cursor = result.cursor();
        } while (cursor != null);
        return found;
    }

    /** All things that a search over HTTP finds, by id. */
    private Map<String, JsonNode> search(String filters) {
        Map<String, JsonNode> found = new HashMap<>();
        String cursor = "";
        do {
            JsonNode answer = service.json("/api/v1/search?size=100&facets=type&lang=en" + filters + cursor);
            answer.get("hits").forEach(hit -> found.put(hit.get("id").asString(), hit));
            String next = answer.at("/links/next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next.replaceFirst(".*[?&]cursor=([^&]*).*", "$1");
        } while (!cursor.isEmpty());
        return found;
    }

    private Set<String> question(LocalDate day) {
        return service.json("/api/v1/questions/applies-on?size=1000&date=" + day)
                .get("rows")
                .valueStream()
                .map(row -> row.at("/thing/id").asString())
                .collect(Collectors.toSet());
    }

    private Map<String, Set<String>> sparql(LocalDate day) throws IOException {
        Map<String, Set<String>> byState = new HashMap<>();
        bindings(Files.readString(QUERY).replace("DAY", day.toString()))
                .forEach(row -> byState.computeIfAbsent(row.at("/state/value").asString(), state -> new TreeSet<>())
                        .add(id(row)));
        return byState;
    }

    private JsonNode bindings(String query) {
        return service.json(
                        "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                        "Accept",
                        "application/sparql-results+json")
                .at("/results/bindings");
    }

    private static String id(JsonNode row) {
        return row.at("/thing/value").asString().substring(ThingId.THINGS.length());
    }

    private static Stream<String> ids(Map<String, State> states, State state) {
        return states.entrySet().stream()
                .filter(each -> each.getValue() == state)
                .map(Map.Entry::getKey);
    }

    private static String segment(String id) {
        return id.substring(0, id.indexOf('/'));
    }
}
