package org.werkgraaf.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class SearchApiTest {
    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource({
        "vingerafdruk, technique/fingerprint-time-registration",
        "Manfield, case/manfield",
        "SAN-2023-021, case/cnil-amazon-france-logistique",
        "cao 81, instrument/cao-81",
        "RGPD article 22, provision/gdpr-art-22",
        "7:611, provision/bw-art-7-611"
    })
    void findsByNameAndIdentifier(String words, String id) {
        assertThat(ids(search("q=" + encode(words) + "&size=3"))).contains(id);
    }

    @Test
    void saysWhatCutATable() {
        HttpResponse<String> cut = service.get("/search.csv?q=amazon&lang=en&size=2");
        assertThat(cut.headers().firstValue("Werkgraaf-Complete")).hasValue("false");
        assertThat(cut.headers().firstValue("Werkgraaf-Cut-By")).hasValue("size=2");
        HttpResponse<String> whole = service.get("/search.csv?type=RiskClass&lang=en&size=100");
        assertThat(whole.headers().firstValue("Werkgraaf-Complete")).hasValue("true");
        assertThat(whole.headers().firstValue("Werkgraaf-Cut-By")).isEmpty();
    }

    @Test
    void answersInTheShapeOfTheContract() {
        JsonNode answer = search("q=amazon&size=1&lang=fr&type=Case");
        assertThat(names(answer))
                .containsExactly(
                        "total",
                        "undated",
                        "complete",
                        "cutBy",
                        "release",
                        "tookMillis",
                        "hits",
                        "facets",
                        "facetsMore",
                        "didYouMean",
                        "unknown",
                        "links",
                        "fallback",
                        "understood",
                        "help",
                        "passages",
                        "coverage");
        JsonNode hit = answer.get("hits").get(0);
        assertThat(names(hit))
                .containsExactly(
                        "id",
                        "iri",
                        "type",
                        "label",
                        "labels",
                        "altLabels",
                        "identifiers",
                        "summary",
                        "jurisdiction",
                        "date",
                        "holding",
                        "verification",
                        "score",
                        "matched",
                        "through",
                        "details",
                        "said");
        assertThat(names(answer.get("links"))).containsExactly("self", "next", "html", "atom", "csv", "sparql");
        assertThat(names(answer.get("facets")))
                .contains(
                        "type",
                        "jurisdiction",
                        "technique",
                        "dataCategory",
                        "instrument",
                        "risk",
                        "riskClass",
                        "authority",
                        "organisation",
                        "issuer",
                        "addressee",
                        "maker",
                        "publisher",
                        "author",
                        "survey",
                        "outcome",
                        "status",
                        "verification",
                        "source");
        assertThat(hit.get("label").asString())
                .isEqualTo(hit.get("labels").get("fr").asString());
        assertThat(hit.get("matched").get(0).get("highlight").asString()).contains("<em>");
        assertThat(answer.get("complete").asBoolean()).isTrue();
    }

    @Test
    void saysOfAFigureWhatItIsAndWhereItStands() {
        JsonNode hit = search("q=Eurobarometer+limits+on+automatic+monitoring&type=Statistic&lang=en")
                .get("hits")
                .get(0);
        assertThat(hit.get("id").asString()).isEqualTo("statistic/eurobarometer-limit-monitoring");
        assertThat(names(hit.get("details"))).contains("value", "unit", "population", "survey");
        assertThat(hit.at("/details/survey/0").asString()).isEqualTo("Eurobarometer survey 3222");
        String passage = hit.at("/said/passage").asString();
        assertThat(service.json("/id/" + passage + ".json").at("/id").asString())
                .isEqualTo(passage);
        assertThat(service.get("/id/statistic/eurobarometer-limit-monitoring?lang=en")
                        .body())
                .contains(hit.at("/said/source/label").asString());
        assertThat(search("q=keylogging&type=Technique&size=1")
                        .at("/hits/0/said")
                        .isNull())
                .isTrue();
    }

    /** UAVG 29 was narrowed on 1 September 2026. */
    @Test
    void tellsTheTextOfTheDay() {
        String asked = "q=UAVG+artikel+29&type=Provision&size=5&lang=en";
        String before = summary(search(asked + "&asOf=2026-08-31"), "provision/uavg-art-29");
        String after = summary(search(asked + "&asOf=2026-09-01"), "provision/uavg-art-29");
        assertThat(before).isNotEmpty().isNotEqualTo(after);
        String page = service.get("/search?" + asked + "&asOf=2026-08-31").body();
        assertThat(page).contains("What it asked on 31 August 2026:");
        assertThat(service.get("/search?" + asked).body()).doesNotContain("What it asked on");
    }

    private static String summary(JsonNode answer, String id) {
        return answer.get("hits")
                .valueStream()
                .filter(hit -> hit.get("id").asString().equals(id))
                .map(hit -> hit.get("summary").asString())
                .findFirst()
                .orElse("");
    }

    @Test
    void findsOnlyWhatWasReadInTheOfficialText() {
        long counted = facet(search("size=1&facetSize=500"), "verification", "verification/primary");
        JsonNode read = search("verification=primary&size=100");
        assertThat(read.get("total").asLong()).isEqualTo(counted).isPositive();
        read.get("hits")
                .forEach(hit -> assertThat(hit.get("verification").asString()).isEqualTo("primary"));
    }

    @Test
    void hasTheFacetsThatAreAskedFor() {
        assertThat(names(search("size=1&facets=").get("facets"))).isEmpty();
        JsonNode some = search("size=1&facets=type,jurisdiction&facetSize=2");
        assertThat(names(some.get("facets"))).containsExactly("type", "jurisdiction");
        assertThat(some.at("/facets/type")).hasSize(2);
        assertThat(some.get("facetsMore").valueStream().map(JsonNode::asString))
                .containsExactly("type", "jurisdiction");
        assertThat(search("size=1").at("/facets/type")).hasSize(5);
    }

    @Test
    void countsFacetsExactlyAndWithoutTheirOwnFilter() {
        JsonNode all = search("size=1&facetSize=500");
        long cases = facet(all, "type", "Case");
        JsonNode filtered = search("type=Case&size=1&facetSize=500");
        assertThat(filtered.get("total").asLong()).isEqualTo(cases);
        assertThat(facet(filtered, "type", "Technique")).isEqualTo(facet(all, "type", "Technique"));
        JsonNode dutch = search("type=Case&jurisdiction=NL&size=1");
        assertThat(dutch.get("total").asLong()).isEqualTo(facet(filtered, "jurisdiction", "jurisdiction/nl"));
        JsonNode either = search("type=Case&type=Incident&size=1");
        assertThat(either.get("total").asLong()).isEqualTo(cases + facet(all, "type", "Incident"));
    }

    @Test
    void harvestsEachEntityOnceByCursor() {
        long total = search("size=1&facetSize=500").get("total").asLong();
        for (String sort : List.of("label", "relevance", "date", "-date")) {
            List<String> seen = new ArrayList<>();
            String next = "/api/v1/search?size=100&sort=" + sort;
            while (next != null) {
                JsonNode page = service.json(next);
                seen.addAll(ids(page));
                JsonNode link = page.get("links").get("next");
                next = link.isNull()
                        ? null
                        : link.asString().substring(link.asString().indexOf("/api/"));
            }
            assertThat(seen).hasSize((int) total);
            assertThat(new HashSet<>(seen)).as(sort).hasSize((int) total);
        }
    }

    @Test
    void sortsByDate() {
        List<String> dates = StreamSupport.stream(
                        search("type=Case&sort=-date&size=20").get("hits").spliterator(), false)
                .filter(hit -> !hit.get("date").isNull())
                .map(hit -> hit.get("date").asString())
                .toList();
        assertThat(dates).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(dates).hasSizeGreaterThan(10);
    }

    @Test
    void filtersByDateAndByTheDayOnWhichSomethingApplied() {
        JsonNode year = search("type=Case&from=2019-01-01&to=2019-12-31&size=100");
        assertThat(year.get("hits"))
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.get("date").asString()).startsWith("2019"));
        assertThat(ids(search("q=AVG&type=Instrument&asOf=2017-01-01"))).doesNotContain("instrument/gdpr");
        assertThat(ids(search("q=AVG&type=Instrument&asOf=2019-01-01"))).contains("instrument/gdpr");
    }

    @Test
    void takesTheDaysOfTheActForWhatHasNoneOfItsOwn() {
        assertThat(ids(search("q=AVG+artikel+22&type=Provision&size=100&asOf=2017-01-01")))
                .doesNotContain("provision/gdpr-art-22");
        assertThat(ids(search("q=AVG+artikel+22&type=Provision&size=100&asOf=2019-01-01")))
                .contains("provision/gdpr-art-22");
        assertThat(ids(search("q=uitleg&type=Right&size=100&asOf=2026-07-26")))
                .doesNotContain("right/explanation-of-ai-decision");
        assertThat(ids(search("q=uitleg&type=Right&size=100&asOf=2026-12-02")))
                .contains("right/explanation-of-ai-decision");
    }

    @Test
    void answers304WhileTheReleaseIsTheSame() {
        HttpResponse<String> first = service.get("/api/v1/search?q=amazon&lang=nl");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = service.get("/api/v1/search?q=amazon&lang=nl", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sort=best, bad-parameter, sort",
        "size=0, bad-parameter, size",
        "size=101, bad-parameter, size",
        "size=many, bad-parameter, size",
        "from=yesterday, bad-parameter, from",
        "from=2020-01-02&to=2020-01-01, bad-parameter, from",
        "lang=de, bad-parameter, lang",
        "colour=red, unknown-parameter, colour",
        "facets=colour, bad-parameter, facets",
        "facetSize=0, bad-parameter, facetSize",
        "facetSize=501, bad-parameter, facetSize",
        "type=Technik, bad-parameter, Technique",
        "technique=keyloging, bad-parameter, technique/keylogging",
        "jurisdiction=zz, bad-parameter, jurisdiction/zz",
        "publisher=Nobody, bad-parameter, facets=publisher",
        "cursor=nonsense, bad-parameter, cursor"
    })
    void namesTheParameterThatIsWrong(String query, String code, String named) {
        HttpResponse<String> response = service.get("/api/v1/search?" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = Service.json(response);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("detail").asString()).contains(named);
    }

    @Test
    void refusesAQuestionThatIsTooLongAndTooManyFilters() {
        assertThat(service.json("/api/v1/search?q=" + "a".repeat(1001))
                        .get("code")
                        .asString())
                .isEqualTo("bad-parameter");
        StringBuilder filters = new StringBuilder("/api/v1/search?size=1");
        for (int i = 0; i < 51; i++) {
            filters.append("&technique=t").append(i);
        }
        assertThat(service.json(filters.toString()).get("detail").asString())
                .contains("51")
                .contains("50");
    }

    @Test
    void takesAnythingAsWords() {
        long seed = System.nanoTime();
        System.out.println("Hostile questions seed " + seed);
        Random random = new Random(seed);
        String[] parts = {
            "\"",
            "'",
            "*",
            "?",
            "~",
            "^2",
            "field:",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "AND",
            "OR",
            "NOT",
            "&&",
            "||",
            "!",
            "\\",
            "/",
            "+",
            "-",
            ":",
            "<script>",
            "%00",
            "\u0000",
            "\n",
            "é",
            "漢字",
            "🤖",
            "a",
            "art. 22",
            "SELECT",
            "?s ?p ?o",
            "--",
            ";"
        };
        for (int i = 0; i < 300; i++) {
            StringBuilder words = new StringBuilder();
            for (int j = random.nextInt(8); j >= 0; j--) {
                words.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
            }
            HttpResponse<String> response = service.get("/api/v1/search?size=1&q=" + encode(words.toString()));
            assertThat(response.statusCode()).as(words.toString()).isEqualTo(200);
        }
    }

    @Test
    void letsPagesOfOtherSitesRead() {
        HttpResponse<String> response = service.get("/api/v1/search?q=amazon", "Origin", "https://example.org");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(service.get("/sparql?query=ASK%7B%7D", "Origin", "https://example.org")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
    }

    @Test
    void givesTheSameResultAsCsvAtomAndSparql() {
        JsonNode links = search("type=RiskClass").get("links");
        String csv = service.get(path(links, "csv")).body();
        assertThat(csv).startsWith("id,iri,type,label").contains("risk-class/high-risk");
        assertThat(service.get(path(links, "atom")).body()).contains("<feed").contains("risk-class/high-risk");
        JsonNode rows = service.json(path(links, "sparql"), "Accept", "application/sparql-results+json");
        assertThat(rows.get("results").get("bindings")).isNotEmpty();
    }

    private String path(JsonNode links, String name) {
        String link = links.get(name).asString();
        return link.substring(("http://localhost:" + port).length());
    }

    private JsonNode search(String query) {
        HttpResponse<String> response = service.get("/api/v1/search?" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Service.json(response);
    }

    private static List<String> ids(JsonNode answer) {
        return StreamSupport.stream(answer.get("hits").spliterator(), false)
                .map(hit -> hit.get("id").asString())
                .toList();
    }

    private static long facet(JsonNode answer, String facet, String value) {
        return StreamSupport.stream(answer.get("facets").get(facet).spliterator(), false)
                .filter(each -> each.get("value").asString().equals(value))
                .mapToLong(each -> each.get("count").asLong())
                .findFirst()
                .orElse(0);
    }

    private static List<String> names(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
