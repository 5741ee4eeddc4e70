package org.werkgraaf.web.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/** Searches, the line of time and pages of countries tell law that is covered from law that nobody looked at. */
@PackagedServiceTest
class CoverageWordsTest {
    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource({
        "cameras Sweden, en, 'Sweden: its own law on this is not covered here.'",
        "camera's Polen, nl, 'Polen: eigen recht hierover is hier niet opgenomen.'",
        "boete Zweden, nl, 'Zweden: eigen recht hierover is hier niet opgenomen.'",
        "surveillance Suisse, fr, 'Suisse : son propre droit en la matière n’est pas couvert ici.'",
        "cameras Belgium, en, 'Belgium: its own law on this is'"
    })
    void aSearchThatNamesACountrySaysHowFarItsLawIsCovered(String words, String lang, String said) {
        assertThat(page("/search?lang=" + lang + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)))
                .contains("coverage-notes", said);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/search?q=cameras+Sweden, jurisdiction/se, not-covered",
        "/api/v1/search?q=cameras+Switzerland, jurisdiction/ch, not-covered",
        "/api/v1/search?q=cameras&jurisdiction=BE, jurisdiction/be, covered",
        "/timeline.json?jurisdiction=jurisdiction/pl, jurisdiction/pl, not-covered",
        "/timeline.json?jurisdiction=be&technique=camera-surveillance, jurisdiction/be, covered",
        "/api/v1/questions/rules-for-technique?technique=camera-surveillance&jurisdiction=be, jurisdiction/be, covered",
        "/api/v1/questions/rules-for-technique?technique=camera-surveillance&jurisdiction=us, jurisdiction/us, not-covered"
    })
    void interfacesSayItInAFieldOfTheirOwn(String path, String country, String level) {
        JsonNode coverage = service.json(path + "&lang=en").get("coverage");
        assertThat(coverage).hasSize(1);
        assertThat(coverage.get(0).get("country").asString()).isEqualTo(country);
        assertThat(coverage.get(0).get("level").asString()).isIn(level, "partly-" + level);
        assertThat(service.json("/api/v1/search?q=cameras&lang=en").get("coverage"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/search?", "/api/v1/questions/rules-for-technique?"})
    void lawOfTheUnionIsNoRuleOfTheCountryItself(String path) {
        JsonNode answer = service.json(path + "technique=emotion-recognition&jurisdiction=fr&lang=en");
        assertThat(answer.get("total").asInt()).isPositive();
        assertThat(answer.get("coverage").get(0).get("state").asString()).isEqualTo("no-rule-known");
    }

    @Test
    void aWordThatOnlyLooksLikeACountryIsNone() {
        assertThat(page("/search?lang=fr&q=cam%C3%A9ra+r%C3%A9union")).doesNotContain("coverage-notes");
        assertThat(page("/search?lang=en&q=cameras")).doesNotContain("coverage-notes");
    }

    @Test
    void theLineOfTimeOfACountrySaysHowFarItsLawIsCovered() {
        assertThat(page("/timeline?lang=en&jurisdiction=jurisdiction/pl"))
                .contains("Poland: its own law on this is not covered here.");
    }

    @Test
    void thePageOfACountrySaysItSubjectBySubject() {
        String belgium = page("/id/jurisdiction/be?lang=en");
        String coverage = belgium.substring(belgium.indexOf("id=\"coverage\""));
        coverage = coverage.substring(0, coverage.indexOf("</section>"));
        assertThat(coverage)
                .contains(
                        "partly covered",
                        "href=\"/id/topic/cameras\"",
                        "not covered here",
                        "href=\"/id/topic/platform-work\"");
        assertThat(page("/id/jurisdiction/se?lang=en")).contains("id=\"coverage\"", "not covered here");
        assertThat(service.get("/id/jurisdiction/se.md?lang=en").body()).contains("not covered here");
    }

    private String page(String path) {
        return service.get(path, "Accept", "text/html").body();
    }
}
