package org.werkgraaf.web.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.web.text.OfficialSites;

/** Below the title stands the way to the text elsewhere, and what a page opens with. */
@PackagedServiceTest
class OfficialTextTest {
    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource({
        "provision/ai-act-art-5-1-f, eur-lex.europa.eu, #art_5",
        "provision/gdpr-art-22, eur-lex.europa.eu, #art_22",
        "instrument/cao-81, cnt-nar.be, cct-081.pdf",
        "passage/wor-text-art-27-1-l, wetten.overheid.nl, artikel=27",
        "passage/camerawet-text-2018-05-25-art-8-1, ejustice.just.fgov.be, justel#Art.8/1",
        "source/cao-81-text, cnt-nar.be, cct-081.pdf",
        "case/cnil-amazon-france-logistique, conseil-etat.fr, 492830"
    })
    void leadsToTheTextOrTheArticle(String id, String host, String place) {
        String page = page(id);
        int way = page.indexOf("<p class=\"official\">");
        assertThat(way).isPositive();
        assertThat(page.substring(way, page.indexOf("</a>", way))).contains(host, place, "Official text");
        assertThat(way).isLessThan(page.indexOf("class=\"body\""));
    }

    @ParameterizedTest
    @CsvSource({
        "source/cao-39-preamble-and-article-1, 5dok.net",
        "source/ap-cp-a-2020, avgtekst.nl",
        "source/bag-1-abr-22-21, rewis.io",
        "source/cfr-29-785-text, cornell.edu"
    })
    void callsACopyACopy(String id, String site) {
        String head = page(id);
        head = head.substring(head.indexOf("<h1"), head.indexOf("class=\"body\""));
        assertThat(head).contains("Read in a copy at ", site).doesNotContain("Official text");
    }

    @Test
    void opensWhatWasNotReadInTheOfficialTextAsASource() {
        assertThat(page("source/cao-68-text"))
                .contains("Open the source at ccvs.be", "Open the source at securex.be")
                .doesNotContain("<span>Official text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "instrument/cao-68",
                "provision/cao-68-art-4",
                "case/ap-cp-a",
                "instrument/statuto-dei-lavoratori"
            })
    void callsNothingOfficialThatItsMakersDoNotPublish(String id) {
        Matcher ways = Pattern.compile("<a rel=\"external\" href=\"([^\"]+)\"[^>]*><span>Official text")
                .matcher(page(id));
        while (ways.find()) {
            assertThat(OfficialSites.has(ways.group(1))).as(ways.group(1)).isTrue();
        }
    }

    @Test
    void leadsFromAClaimToTheArticleThatMakesIt() {
        Matcher found = Pattern.compile("<(https://w3id.org/werkgraaf/id/(claim/[0-9a-f]+))> <[^>]*#passage>")
                .matcher(service.get(
                                "/data?graph=https://w3id.org/werkgraaf/graph/wor-text",
                                "Accept",
                                "application/n-triples")
                        .body());
        assertThat(found.find()).isTrue();
        String page = page(found.group(2));
        int head = page.indexOf("<h1");
        assertThat(page.substring(head, page.indexOf("</h1>", head)))
                .contains(" – ")
                .doesNotContain(found.group(2));
        int way = page.indexOf("<p class=\"official\">");
        assertThat(page.substring(way, page.indexOf("</a>", way)))
                .contains("wetten.overheid.nl/jci1.3:c:BWBR0002747", "artikel=");
        assertThat(page.substring(page.indexOf("id=\"said\"")))
                .contains("/id/passage/wor-text-", "wetten.overheid.nl/jci1.3:c:BWBR0002747");
    }

    @Test
    void opensAFigureWithItsNumber() {
        String page = page("statistic/esener-2019-pace");
        assertThat(page.substring(page.indexOf("class=\"brief\""), page.indexOf("id=\"facts\"")))
                .contains("13%", "2019", "European firms");
    }

    @Test
    void saysWhatAThingIsBeforeItAsksForADay() {
        String page = page("technique/camera-surveillance");
        assertThat(page.indexOf("class=\"definition\"")).isPositive().isLessThan(page.indexOf("class=\"as-of\""));
    }

    @Test
    void citesAPassageByItsSourceAndPlace() {
        assertThat(service.get("/id/passage/de-onzichtbare-manager-l30a.bib?lang=en")
                        .body())
                .contains("The invisible manager")
                .doesNotContain("title = {passage/");
        String page = page("passage/de-onzichtbare-manager-l30a");
        assertThat(page.substring(page.indexOf("class=\"quote\""))).doesNotContain("‘passage/");
    }

    private String page(String id) {
        return service.get("/id/" + id + "?lang=en", "Accept", "text/html").body();
    }
}
