package org.werkgraaf.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/** What search does when the words as typed find little. */
@PackagedServiceTest
class SearchHelpTest {
    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void searchesForTheNearestSpellingAndSaysSo() {
        JsonNode answer = search("q=gezichtsherkening&lang=nl");
        assertThat(answer.get("didYouMean").asString()).isEqualTo("gezichtsherkenning");
        assertThat(answer.get("fallback").asString()).isEqualTo("spelling");
        assertThat(ids(answer)).contains("technique/facial-recognition-time-registration");
    }

    @Test
    void correctsOnlyTheWordsThatAreNotKnown() {
        assertThat(search("q=" + encode("boete voor vingerafdrk bij Manfield"))
                        .get("didYouMean")
                        .asString())
                .isEqualTo("boete voor vingerafdruk bij Manfield");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vingerafdruk",
                "7:611",
                "GHAMS 2023 794",
                "32016R0678",
                "2016/678",
                "art. 999 AVG",
                "BWBR0005299"
            })
    void neverCorrectsKnownWordsIdentifiersAndNumbers(String words) {
        assertThat(search("q=" + encode(words)).get("didYouMean").isNull()).isTrue();
    }

    @Test
    void showsWhatHasSomeOfTheWordsWhenNothingHasMost() {
        JsonNode answer = search("q=" + encode("universiteitsdocenten pakketbezorgers"));
        assertThat(answer.get("fallback").asString()).isEqualTo("fewer-words");
        assertThat(answer.get("total").asLong()).isPositive();
    }

    @Test
    void saysWhichFiltersHideSomething() {
        JsonNode answer = search("q=vingerafdruk&type=Statistic&jurisdiction=US&from=1999-01-01&to=1999-12-31");
        assertThat(answer.get("total").asLong()).isZero();
        JsonNode without =
                search("q=manfield&type=Technique&jurisdiction=NL").get("help").get("without");
        JsonNode type = StreamSupport.stream(without.spliterator(), false)
                .filter(each -> each.get("parameter").asString().equals("type"))
                .findFirst()
                .orElseThrow();
        assertThat(type.get("count").asLong())
                .isEqualTo(search("q=manfield&jurisdiction=NL").get("total").asLong())
                .isPositive();
    }

    @Test
    void namesWhatIsNearestWhenNothingIsFound() {
        JsonNode answer = search("q=" + encode("vingerafxyzqw") + "&lang=nl");
        assertThat(answer.get("total").asLong()).isZero();
        JsonNode nearest = answer.get("help").get("nearest");
        assertThat(nearest).isNotEmpty();
        assertThat(nearest.get(0).get("id").asString()).contains("fingerprint");
        assertThat(nearest.get(0).get("count").asLong()).isPositive();
    }

    @Test
    void givesNoHelpWhenSomethingWasFound() {
        assertThat(search("q=amazon").get("help").isNull()).isTrue();
        assertThat(search("q=amazon").get("fallback").isNull()).isTrue();
    }

    private JsonNode search(String query) {
        return service.json("/api/v1/search?" + query);
    }

    private static List<String> ids(JsonNode answer) {
        return StreamSupport.stream(answer.get("hits").spliterator(), false)
                .map(hit -> hit.get("id").asString())
                .toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
