package org.werkgraaf.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/** What people look for by words that are no name of it. */
@PackagedServiceTest
class FoundByIdeaTest {
    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource({
        "scanner meet elke seconde Amazon, nl, case/cnil-amazon-france-logistique",
        "mail lezen België, nl, instrument/cao-81",
    })
    void findsByHiddenNamesThatNobodyIsShown(String hidden, String lang, String id) {
        assertThat(ids(search(hidden, lang)).get(0)).isEqualTo(id);
        assertThat(service.get("/api/v1/search?size=3&lang=" + lang + "&q=" + encoded(hidden))
                        .body())
                .doesNotContain(hidden);
        assertThat(service.get("/id/" + id + "?lang=" + lang).body()).doesNotContain(hidden);
        assertThat(service.get("/api/v1/entities/" + id).body()).doesNotContain(hidden);
        assertThat(service.get("/api/v1/suggest?lang=" + lang + "&q=" + encoded(hidden.substring(0, 9)))
                        .body())
                .doesNotContain(hidden);
    }

    @ParameterizedTest
    @CsvSource({
        "stopped after public outcry, en",
        "bad press, en",
        "gestopt na kritiek, nl",
        "arrêté après un tollé, fr",
        "stopped after criticism, en",
        "stopped after protests, en",
        "stopped after bad press, en",
        "gestopt na protest, nl",
        "gestopt na ophef, nl",
        "arrêté après critiques, fr",
        "abandonné après protestations, fr",
    })
    void takesOutcryCriticismAndBadPressForOneIdea(String words, String lang) {
        assertThat(ids(search(words, lang)))
                .contains(
                        "incident/albert-heijn-photos",
                        "incident/hirevue-facial-analysis",
                        "incident/microsoft-productivity-score",
                        "incident/uk-newsroom-desk-sensors");
    }

    @Test
    void putsWhatANamedPartyWasInFirst() {
        assertThat(ids(search("Uber", "en")).subList(0, 6))
                .startsWith("organisation/uber")
                .noneMatch(id -> id.startsWith("provision/"));
        assertThat(ids(search("HireVue", "en")).get(0)).isIn("organisation/hirevue", "product/hirevue");
    }

    private JsonNode search(String words, String lang) {
        return service.json("/api/v1/search?size=10&facets=&lang=" + lang + "&q=" + encoded(words));
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static List<String> ids(JsonNode answer) {
        return answer.get("hits")
                .valueStream()
                .map(hit -> hit.get("id").asString())
                .toList();
    }
}
