package org.werkgraaf.competency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.vocabulary.ThingId;
import tools.jackson.databind.JsonNode;

/** What sets rules for a technique in a country is the same by search, saved question, comparison, page and SPARQL. */
@PackagedServiceTest
class DoorsAgreeTest {
    private static final int PAIRS = 50;
    /** Of these pairs some are drawn among all, whether there are rules or not. */
    private static final int ANYWHERE = 10;

    /** Most things in one comparison, by default. */
    private static final int AT_ONCE = 4;

    private static final String RULES = "type=Provision&type=Instrument";
    private static final String NORMS = "type=Right&type=Obligation&type=Prohibition";
    private static final Path QUERIES = Path.of("src/test/resources/questions");
    private static final Pattern ROW = Pattern.compile(
            "<tr><th scope=\"row\"><a href=\"/id/(technique/[a-z0-9-]+)\"[^>]*>.*?</tr>", Pattern.DOTALL);
    private static final Pattern COUNT = Pattern.compile(
            "href=\"/search\\?type=(?:Provision&type=Instrument|Instrument&type=Provision)&jurisdiction=([^&]+)&technique=([^\"&]+)\"[^>]*>([\\d,]+) rule");

    @LocalServerPort
    private int port;

    private Service service;
    private final Map<String, Set<String>> inCountry = new HashMap<>();

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void fiftyPairsOfTechniqueAndCountryAreTheSameThroughAllDoors() throws IOException {
        long seed = System.nanoTime();
        System.out.println("Pairs seed " + seed);
        List<String> countries =
                new ArrayList<>(search("type=Jurisdiction", null, null).keySet());
        assertThat(countries).hasSizeGreaterThan(10).contains("jurisdiction/nl", "jurisdiction/eu", "jurisdiction/fr");
        Map<List<String>, Integer> compared = compared(countries);
        int through = 0;
        for (List<String> pair : pairs(compared, countries, new Random(seed))) {
            String technique = pair.get(0);
            String country = pair.get(1);
            Map<String, JsonNode> rules = search(RULES, technique, country);
            Map<String, JsonNode> norms = search(NORMS, technique, country);
            JsonNode asked = question(technique, country);

            assertThat(compared.get(pair)).as("comparison of %s", pair).isEqualTo(rules.size());
            assertThat(ids(asked, "provision")).as("question of %s", pair).isEqualTo(rules.keySet());
            // A source may propose a norm that no law creates: search finds it, the question is about provisions.
            Set<String> created = new TreeSet<>(norms.keySet());
            created.retainAll(sparql("norms-created-in.rq", "norm", technique, country));
            assertThat(ids(asked, "norm"))
                    .as("norms in the question of %s", pair)
                    .isEqualTo(created);
            assertThat(sparql("rules-reaching-technique.rq", "provision", technique, country))
                    .as("SPARQL of %s", pair)
                    .isEqualTo(rules.keySet());
            assertReasons(pair, asked, rules);
            assertPage(pair, asked, rules.keySet(), norms.keySet());
            through += rules.values().stream()
                    .mapToInt(hit -> hit.get("through").size())
                    .sum();
        }
        assertThat(through).as("rules that hold through something wider").isPositive();
    }

    @Test
    void dutiesForWiderTechniquesHoldForKeylogging() {
        Map<String, JsonNode> found = search("type=Obligation", "technique/keylogging", null);
        assertThat(found).isNotEmpty();
        assertThat(found.values())
                .allSatisfy(hit -> assertThat(hit.get("through")
                                .valueStream()
                                .flatMap(each -> each.get("by").valueStream())
                                .map(by -> by.get("id").asString()))
                        .isSubsetOf("technique/employee-monitoring-software", "technique/employee-monitoring-system"));
        Map<String, JsonNode> direct = search("type=Obligation&direct=technique", "technique/keylogging", null);
        assertThat(found.keySet()).containsAll(direct.keySet());
        assertThat(direct.values())
                .allSatisfy(hit -> assertThat(hit.get("through")).isEmpty());
        assertThat(service.get("/search?type=Obligation&technique=keylogging&lang=en", "Accept", "text/html")
                        .body())
                .contains("class=\"through\"", "Employee monitoring system");
    }

    @Test
    void casesAboutNarrowerTechniquesAreAboutTheWider() {
        String wide = "technique/employee-monitoring-system";
        assertThat(search("type=Case", wide, null).keySet())
                .containsAll(search("type=Case", "technique/camera-surveillance", null)
                        .keySet())
                .hasSizeGreaterThan(
                        search("type=Case&direct=technique", wide, null).size());
    }

    @Test
    void refusesToTakeAFilterWithoutWiderValuesForDirect() {
        assertThat(service.get("/api/v1/search?direct=type").body())
                .contains("jurisdiction, technique, dataCategory, risk");
    }

    /** Pairs of all countries in turn, as long as they have some with rules, and some of any. */
    private static List<List<String>> pairs(
            Map<List<String>, Integer> compared, List<String> countries, Random random) {
        List<List<String>> all = new ArrayList<>(compared.keySet());
        all.sort(Comparator.comparing(List::toString));
        Collections.shuffle(all, random);
        Set<List<String>> pairs = new LinkedHashSet<>(all.subList(0, ANYWHERE));
        List<Deque<List<String>>> ruled = countries.stream()
                .map(country -> all.stream()
                        .filter(pair -> pair.get(1).equals(country) && compared.get(pair) > 0)
                        .collect(Collectors.<List<String>, Deque<List<String>>>toCollection(ArrayDeque::new)))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        assertThat(ruled).as("countries with rules").hasSizeGreaterThan(5);
        Collections.shuffle(ruled, random);
        while (pairs.size() < PAIRS) {
            ruled.removeIf(Deque::isEmpty);
            ruled.forEach(ofCountry -> pairs.add(ofCountry.pop()));
        }
        return pairs.stream().limit(PAIRS).toList();
    }

    /** The counts of the comparisons of countries, by technique and country. */
    private Map<List<String>, Integer> compared(List<String> countries) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int i = 0; i < countries.size(); i += AT_ONCE - 1) {
            List<String> together = new ArrayList<>(countries.subList(i, Math.min(i + AT_ONCE - 1, countries.size())));
            // A comparison is of two or more.
            if (together.size() == 1) {
                together.add(countries.get(0));
            }
            counts.putAll(comparedAtOnce(together));
        }
        return counts;
    }

    private Map<List<String>, Integer> comparedAtOnce(List<String> countries) {
        String page = HtmlUtils.htmlUnescape(
                service.get("/compare?lang=en&things=" + String.join(",", countries), "Accept", "text/html")
                        .body());
        Map<List<String>, Integer> counts = new HashMap<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            String technique = row.group(1);
            countries.forEach(country -> counts.put(List.of(technique, country), 0));
            Matcher cell = COUNT.matcher(row.group());
            while (cell.find()) {
                counts.put(
                        List.of(cell.group(2), cell.group(1)),
                        Integer.parseInt(cell.group(3).replace(",", "")));
            }
        }
        return counts;
    }

    /** Search and question say alike whether a rule is about the technique itself, and whether it is the country's own. */
    private static void assertReasons(List<String> pair, JsonNode asked, Map<String, JsonNode> rules) {
        Map<String, Set<String>> wider = new TreeMap<>();
        Set<String> direct = new HashSet<>();
        Set<String> own = new HashSet<>();
        asked.get("rows").forEach(row -> {
            String provision = row.at("/provision/id").asString();
            String through = row.at("/through/id").asString("");
            if (through.isEmpty()) {
                direct.add(provision);
            } else {
                wider.computeIfAbsent(provision, each -> new TreeSet<>()).add(through);
            }
            if (row.at("/jurisdiction/id").asString().equals(pair.get(1))) {
                own.add(provision);
            }
        });
        rules.forEach((id, hit) -> {
            assertThat(by(hit, "technique"))
                    .as("%s: why %s holds", pair, id)
                    .isEqualTo(direct.contains(id) ? Set.of() : wider.get(id));
            assertThat(by(hit, "jurisdiction").isEmpty())
                    .as("%s: whether %s is of the country itself", pair, id)
                    .isEqualTo(own.contains(id));
        });
    }

    /** The page of the technique lists the rules and norms, also of other countries, directly or below a wider technique. */
    private void assertPage(List<String> pair, JsonNode asked, Set<String> rules, Set<String> norms) {
        JsonNode page = service.json("/api/v1/entities/" + pair.get(0) + "?lang=en");
        Set<String> regulating = new TreeSet<>();
        Set<String> triggered = new TreeSet<>();
        Stream.concat(
                        page.get("incoming").valueStream(),
                        page.get("through")
                                .valueStream()
                                .flatMap(each -> each.get("relations").valueStream()))
                .forEach(relation -> relation.get("values")
                        .valueStream()
                        .filter(value -> value.get("accepted").asBoolean())
                        .forEach(value -> {
                            if (relation.get("name").asString().equals("regulates")) {
                                regulating.add(value.get("id").asString());
                            } else if (relation.get("name").asString().equals("trigger")) {
                                triggered.add(value.get("id").asString());
                            }
                        }));
        triggered.retainAll(in(NORMS, pair.get(1)));
        regulating.retainAll(in(RULES, pair.get(1)));
        assertThat(triggered).as("norms on the page, %s", pair).isEqualTo(norms);
        Set<String> creating = asked.get("rows")
                .valueStream()
                .filter(row -> row.hasNonNull("norm"))
                .map(row -> row.at("/provision/id").asString())
                .collect(Collectors.toSet());
        assertThat(rules).as("rules of %s", pair).containsAll(regulating);
        assertThat(rules.stream().filter(id -> !creating.contains(id)))
                .as("rules on the page, %s", pair)
                .isSubsetOf(regulating);
    }

    private Set<String> in(String types, String country) {
        return inCountry.computeIfAbsent(
                types + country, key -> search(types, null, country).keySet());
    }

    private Map<String, JsonNode> search(String types, String technique, String country) {
        Map<String, JsonNode> found = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode answer = service.json("/api/v1/search?size=100&facets=type&lang=en&" + types
                    + (technique == null ? "" : "&technique=" + technique)
                    + (country == null ? "" : "&jurisdiction=" + country)
                    + cursor);
            answer.get("hits").forEach(hit -> found.put(hit.get("id").asString(), hit));
            String next = answer.at("/links/next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next.replaceFirst(".*[?&]cursor=([^&]*).*", "$1");
        } while (!cursor.isEmpty());
        return found;
    }

    private JsonNode question(String technique, String country) {
        JsonNode answer = service.json("/api/v1/questions/rules-for-technique?size=1000&rows=each&technique="
                + iri(technique) + "&jurisdiction=" + iri(country));
        assertThat(answer.get("complete").asBoolean()).isTrue();
        return answer;
    }

    private Set<String> sparql(String file, String column, String technique, String country) throws IOException {
        String query = Files.readString(QUERIES.resolve(file))
                .replace("TECHNIQUE", ThingId.THINGS + technique)
                .replace("COUNTRY", ThingId.THINGS + country);
        return service.json(
                        "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                        "Accept",
                        "application/sparql-results+json")
                .at("/results/bindings")
                .valueStream()
                .map(row -> row.at("/" + column + "/value").asString().substring(ThingId.THINGS.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> by(JsonNode hit, String filter) {
        return hit.get("through")
                .valueStream()
                .filter(each -> each.get("filter").asString().equals(filter))
                .flatMap(each -> each.get("by").valueStream())
                .map(each -> each.get("id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(JsonNode answer, String column) {
        return answer.get("rows")
                .valueStream()
                .filter(row -> row.hasNonNull(column))
                .map(row -> row.at("/" + column + "/id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String iri(String id) {
        return URLEncoder.encode(ThingId.THINGS + id, StandardCharsets.UTF_8);
    }
}
