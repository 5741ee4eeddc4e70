package org.werkgraaf.web.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/** Everywhere, a country without a rule is another thing than a country whose law is not covered. */
@PackagedServiceTest
class CoverageNotesTest {
    private static final String CAMERAS = "technique/camera-surveillance";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void saysOfEachTechniqueHowFarTheLawOfEachCountryIsCovered() {
        Map<String, String> states = states(service.json("/api/v1/entities/" + CAMERAS + "?lang=en"));
        assertThat(states)
                .containsEntry("jurisdiction/be", "covered")
                .containsEntry("jurisdiction/nl", "partly-covered")
                .containsEntry("jurisdiction/us", "not-covered");
        assertThat(html("/id/" + CAMERAS + "?lang=en")).contains("How complete this is", "not covered here");
        assertThat(html("/id/" + CAMERAS + ".md?lang=en"))
                .contains("How complete this is", "its own law on this is not covered here");
    }

    @Test
    void tellsACountryWithoutARuleFromOneThatIsNotCovered() {
        Map<String, String> states = new HashMap<>();
        for (String technique : List.of("background-check", "keylogging")) {
            var answer = service.get("/api/v1/entities/technique/" + technique + "?lang=en");
            if (answer.statusCode() == 200) {
                states(Service.json(answer)).forEach((country, state) -> states.merge(state, country, (a, b) -> a));
            }
        }
        assertThat(states).containsKeys("no-rule-known", "not-covered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera-surveillance", "keylogging", "gps-tracking", "emotion-recognition", "cv-screening"})
    void saysWhatTheCheckSays(String technique) {
        JsonNode thing = service.json("/api/v1/entities/technique/" + technique + "?lang=en");
        for (JsonNode note : thing.get("coverage")) {
            String country = note.get("country").asString();
            JsonNode check = service.json("/api/v1/assess?technique=" + technique + "&jurisdiction="
                    + country.substring(country.indexOf('/') + 1) + "&lang=en");
            Map<String, String> levels = new TreeMap<>();
            check.get("coverage")
                    .forEach(topic -> levels.put(
                            topic.get("topic").asString(), topic.get("level").asString()));
            note.get("topics")
                    .forEach(topic ->
                            assertThat(levels).as(technique + " in " + country).containsKey(topic.asString()));
            if (note.get("level").asString().equals("covered")) {
                note.get("topics")
                        .forEach(topic ->
                                assertThat(levels.get(topic.asString())).isEqualTo("covered"));
            }
        }
    }

    @Test
    void marksTheComparisonOfCountries() {
        String path = "?things=be,us&topic=camera-surveillance&lang=en";
        for (String page : List.of(html("/compare" + path), html("/compare.md" + path))) {
            assertThat(page).contains("Camera surveillance", "own law: covered", "not covered here");
        }
        assertThat(html("/compare?topic=camera-surveillance&lang=en"))
                .contains("Choose countries to compare on this technique.", "things=jurisdiction/nl&amp;topic=");
    }

    @Test
    void marksTheCellsOfTheMatrix() {
        String path = "?columns=jurisdiction&show=all&lang=en";
        for (String page : List.of(html("/matrix" + path), html("/matrix.md" + path), html("/matrix.csv" + path))) {
            assertThat(page).contains("no rule known", "not covered here");
        }
    }

    @Test
    void saysOfAnAnswerAboutRulesWhatIsMissing() {
        String asked = "rules-for-technique?technique=" + CAMERAS + "&jurisdiction=jurisdiction/us&lang=en";
        JsonNode answer = service.json("/api/v1/questions/" + asked);
        assertThat(answer.get("coverage").get(0).get("state").asString()).isEqualTo("not-covered");
        String text = "its own law on this is not covered here";
        assertThat(html("/questions/" + asked)).contains(text);
        assertThat(html("/questions/" + asked.replace("?", ".md?"))).contains(text);
        assertThat(service.json("/api/v1/questions/fines-by-year?lang=en").get("coverage"))
                .isEmpty();
    }

    @Test
    void saysOfASearchInACountryThatFindsNothingWhetherItsLawIsCovered() {
        String asked = "?q=camera&type=Obligation&jurisdiction=jurisdiction/us&lang=en";
        JsonNode answer = service.json("/api/v1/search" + asked);
        assertThat(answer.get("total").asInt()).isZero();
        assertThat(answer.get("help").get("coverage").get(0).get("state").asString())
                .isEqualTo("not-covered");
        String text = "its own law on this is not covered here";
        assertThat(html("/search" + asked)).contains(text);
        assertThat(html("/search.md" + asked)).contains(text);
    }

    private static Map<String, String> states(JsonNode thing) {
        Map<String, String> states = new HashMap<>();
        thing.get("coverage")
                .forEach(note -> states.put(
                        note.get("country").asString(), note.get("state").asString()));
        return states;
    }

    private String html(String path) {
        var answer = service.get(path, "Accept", "text/html, text/markdown;q=0.9, text/csv;q=0.8");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
