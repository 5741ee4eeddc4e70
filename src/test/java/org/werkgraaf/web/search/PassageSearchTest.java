package org.werkgraaf.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class PassageSearchTest {
    private static final String ENDS = "Rathenau three goals of monitoring technology";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource({
        "Rathenau four starting points for agreements 2021, en, source/rathenau-bijdrage-2021",
        "Rathenau three goals of monitoring technology, en, source/werken-op-waarde-geschat",
        "EU-OSHA opportunities of AIWM, en, source/eu-osha-aiwb",
        "drie doelen van personeelsvolgsystemen, nl, source/werken-op-waarde-geschat",
    })
    void findsTheSourceOfWhichAPassageAnswers(String words, String lang, String source) {
        JsonNode sources = search(words, "lang=" + lang).get("passages").get("sources");
        assertThat(sources.valueStream()
                        .map(each -> each.get("source").get("id").asString())
                        .findFirst())
                .contains(source);
    }

    @Test
    void findsThePassageWithTheAnswerFirst() {
        JsonNode first = search(ENDS, "lang=en")
                .get("passages")
                .get("sources")
                .get(0)
                .get("passages")
                .get(0);
        assertThat(first.get("text").asString()).contains("three goals").contains("planning and hiring");
        assertThat(first.get("lang").asString()).isEqualTo("en");
        assertThat(service.get("/id/" + first.get("id").asString()).statusCode())
                .isIn(200, 303);
    }

    @Test
    void countsExactlyAndGivesEachPassageOnce() {
        JsonNode found =
                search("fingerprint checkout till staff", "passages=100").get("passages");
        List<String> ids = found.get("sources")
                .valueStream()
                .flatMap(source -> source.get("passages").valueStream())
                .map(passage -> passage.get("id").asString())
                .toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .hasSize(Math.min(100, found.get("total").asInt()))
                .isNotEmpty();
    }

    @Test
    void changesNothingOfWhatIsFoundOfThings() {
        JsonNode with = search(ENDS, "passages=100");
        JsonNode without = search(ENDS, "passages=0");
        assertThat(without.get("passages").get("total").asLong()).isZero();
        for (String part : List.of("total", "hits", "facets", "complete")) {
            assertThat(with.get(part)).as(part).isEqualTo(without.get(part));
        }
    }

    @Test
    void leadsFromTheTopOfThePageToWhatSourcesSay() {
        assertThat(service.get("/search?lang=en&q=" + encoded(ENDS)).body())
                .containsSubsequence("<a href=\"#passages\">What sources say (", "id=\"passages\"");
        assertThat(service.get("/search?lang=en&q=Uber").body()).doesNotContain("#passages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=Case",
                "jurisdiction=nl",
                "sort=date",
                "asOf=2026-01-01",
            })
    void findsNoneWhereTheSearchAsksForMoreThanPassagesHave(String filter) {
        assertThat(search(ENDS, filter).get("passages").get("total").asLong()).isZero();
    }

    @Test
    void looksInOneSourceWhenThatIsAsked() {
        JsonNode sources = search("monitoring technology stress", "source=de-onzichtbare-manager")
                .get("passages")
                .get("sources");
        assertThat(sources.valueStream()
                        .map(each -> each.get("source").get("id").asString()))
                .containsExactly("source/de-onzichtbare-manager");
    }

    @Test
    void findsNoneForANameOrOnTheNextPage() {
        assertThat(search("Uber", "").get("passages").get("total").asLong()).isZero();
        assertThat(search("GDPR article 22", "").get("passages").get("total").asLong())
                .isZero();
        String next = search(ENDS, "size=5").get("links").get("next").asString();
        assertThat(service.json(next.substring(next.indexOf("/api/")))
                        .get("passages")
                        .get("total")
                        .asLong())
                .isZero();
    }

    @Test
    void refusesMoreThanAHundred() {
        assertThat(service.get("/api/v1/search?q=stress&passages=101").statusCode())
                .isEqualTo(400);
        assertThat(service.get("/api/v1/search?q=stress&passages=100").statusCode())
                .isEqualTo(200);
    }

    @Test
    void standsOnThePageAndInMarkdownBelowTheThings() {
        Document page =
                Jsoup.parse(service.get("/search?lang=en&q=" + encoded(ENDS)).body());
        assertThat(page.select("ol.cards ~ #passages h3 a").get(0).attr("href"))
                .isEqualTo("/id/source/werken-op-waarde-geschat");
        assertThat(page.select("#passages li").size()).isBetween(1, 5);
        assertThat(service.get("/search.md?lang=en&q=" + encoded(ENDS)).body())
                .contains("## What sources say")
                .contains("three goals");
    }

    private JsonNode search(String words, String parameters) {
        return service.json("/api/v1/search?q=" + encoded(words) + "&" + parameters);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
