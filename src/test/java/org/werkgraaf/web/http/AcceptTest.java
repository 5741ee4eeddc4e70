package org.werkgraaf.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class AcceptTest {
    private static final List<Accept.Offer<String>> OFFERS = List.of(
            offer("text/turtle"), offer("application/ld+json"), offer("application/rdf+xml"), offer("text/html"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "*/*|text/turtle",
                "application/*|application/ld+json",
                "application/*+xml|application/rdf+xml",
                "application/rdf+xml;q=0.5,application/ld+json;q=0.6|application/ld+json",
                "application/rdf+xml,application/ld+json|application/rdf+xml",
                "*/*,application/rdf+xml|application/rdf+xml",
                "*/*;q=0.9,text/turtle;q=0|application/ld+json",
                "text/turtle;q=0|none",
                "text/html;q=0,*/*|text/turtle",
                "text/*;q=0.3,text/html;q=0.2,application/ld+json;q=0.1|text/turtle",
                "text/html;q=0.2,text/html;q=0.6,text/turtle;q=0.4|text/html",
                "image/png|none",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2|text/html",
                "APPLICATION/RDF+XML|application/rdf+xml",
                "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#expanded, a\";q=0.9|application/ld+json",
                "nonsense,application/ld+json|application/ld+json",
                "text/turtle;q=7,application/ld+json|application/ld+json",
                "nonsense|text/turtle"
            })
    void choosesByQualityThenByCloseness(String header, String chosen) {
        assertThat(best(List.of(header))).isEqualTo(chosen);
    }

    @Test
    void takesSeveralLinesAsOneList() {
        assertThat(best(List.of("application/trig", "text/turtle;q=0.9"))).isEqualTo("text/turtle");
        assertThat(best(List.of("application/rdf+xml;q=0.1", "application/ld+json")))
                .isEqualTo("application/ld+json");
        assertThat(best(List.of())).isEqualTo("text/turtle");
        assertThat(best(List.of(""))).isEqualTo("text/turtle");
    }

    @Test
    void choosesTheSameWhetherTheListIsOneLineOrMany() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] types = {"text/turtle", "application/*", "*/*", "text/html", "application/rdf+xml", "image/png", "x"};
        for (int i = 0; i < 500; i++) {
            String[] lines = random.ints(1 + random.nextInt(6), 0, types.length)
                    .mapToObj(type -> types[type] + ";q=0." + random.nextInt(10))
                    .toArray(String[]::new);
            assertThat(best(List.of(lines)))
                    .as("seed " + seed + ": " + Arrays.toString(lines))
                    .isEqualTo(best(List.of(String.join(", ", lines))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/html",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"
            })
    void knowsABrowser(String header) {
        assertThat(Accept.of(List.of(header)).prefersPage()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "text/*",
                "text/html;q=0",
                "text/html;q=0.2,*/*;q=0.5",
                "text/turtle,text/html;q=0.9",
                "application/json",
                ""
            })
    void takesNoOtherClientForABrowser(String header) {
        assertThat(Accept.of(List.of(header)).prefersPage()).isFalse();
    }

    @Test
    void tellsAnOpenHeaderFromOneThatNamesTypes() {
        assertThat(Accept.of(List.of()).isOpen()).isTrue();
        assertThat(Accept.of(List.of("*/*;q=0.1")).isOpen()).isTrue();
        assertThat(Accept.of(List.of("text/csv,*/*")).isOpen()).isFalse();
        assertThat(Accept.of(List.of("*/*;q=0")).isOpen()).isFalse();
    }

    private static String best(List<String> lines) {
        return Accept.of(lines).best(OFFERS).map(Accept.Offer::what).orElse(null);
    }

    private static Accept.Offer<String> offer(String type) {
        return new Accept.Offer<>(type, MediaType.valueOf(type));
    }
}
