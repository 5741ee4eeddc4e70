package org.werkgraaf.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** What a search page offers besides things. */
@PackagedServiceTest
class SearchWaysTest {
    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl|wat verandert er op 2 december 2026",
                "en|2 December 2026",
                "en|December 2, 2026 AI Act",
                "fr|2 décembre 2026",
                "fr|changements 2026-12-02"
            })
    void leadsFromADayToWhatChangesOnIt(String lang, String words) {
        assertThat(page(lang, words))
                .contains("/questions/changed-between?from=2026-12-02&amp;until=2026-12-02&amp;lang=" + lang);
        String answer = service.get("/questions/changed-between?from=2026-12-02&until=2026-12-02&lang=" + lang)
                .body();
        assertThat(answer).contains("/id/instrument/platform-work-directive");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl|boetes per jaar grafiek|/fines",
                "en|highest fines|/fines",
                "fr|amendes par pays|/fines",
                "nl|tijdlijn camera's|/timeline",
                "en|report a mistake|/about#how-to-report-a-mistake",
                "fr|signaler une erreur|/about#how-to-report-a-mistake"
            })
    void leadsToThePageThatAnswers(String lang, String words, String address) {
        assertThat(page(lang, words)).contains("class=\"check-way\"><a href=\"" + address + "\"");
    }

    @ParameterizedTest
    @CsvSource({"nl,cameratoezicht", "en,fingerprint", "en,31 February 2026", "nl,artikel 22 AVG", "en,OSH Pulse 2022"})
    void offersNoPageForAnOrdinarySearch(String lang, String words) {
        assertThat(page(lang, words)).doesNotContain("check-way");
    }

    @ParameterizedTest
    @CsvSource({
        "en,cases on cameras as a spreadsheet",
        "en,rules on camera surveillance excel",
        "nl,zaken over cameratoezicht",
        "fr,affaires vidéosurveillance tableur"
    })
    void leadsToTheTablesOfATechnique(String lang, String words) {
        String file = "/api/v1/questions/cases-about.xlsx?subject=technique/camera-surveillance&lang=" + lang;
        assertThat(page(lang, words))
                .contains(file.replace("&", "&amp;"))
                .contains("/api/v1/questions/rules-for-technique.csv?technique=technique/camera-surveillance&amp;lang="
                        + lang);
        assertThat(service.get(file).statusCode()).isEqualTo(200);
    }

    @Test
    void showsTheTablesOnThePageOfATechniqueAlone() {
        assertThat(service.get("/id/technique/keylogging?lang=en").body())
                .contains("/api/v1/questions/cases-about.xlsx?subject=technique/keylogging&amp;lang=en");
        assertThat(service.get("/id/case/bag-keylogger?lang=en").body()).doesNotContain("cases-about.xlsx");
        assertThat(page("en", "cases Uber")).doesNotContain("cases-about.xlsx");
    }

    @Test
    void showsNoAddressAsAnIdentifier() {
        assertThat(page("en", "Camera Act")).contains("<code>2007000528</code>").doesNotContain("<code>http");
    }

    private String page(String lang, String words) {
        return service.get("/search?lang=" + lang + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body();
    }
}
