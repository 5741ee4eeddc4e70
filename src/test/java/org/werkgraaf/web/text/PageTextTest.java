package org.werkgraaf.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.werkgraaf.entity.Description;

class PageTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | 2023-12-27 | 27 december 2023",
                "en | 2019-11 | November 2019",
                "fr | 2026-08-01 | 1er août 2026",
                "fr | 2026-08-02 | 2 août 2026",
                "nl | 2014 | 2014"
            })
    void writesDatesAsFarAsTheyAreKnown(String lang, String iso, String shown) {
        assertThat(text(lang).day(iso)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | 32000000.0 | EUR | € 32.000.000",
                "en | 32000000.0 | EUR | €32,000,000",
                "fr | 725000 | EUR | 725 000 €",
                "nl | 4.2 | | 4,2"
            })
    void writesAmountsAsTheReaderDoes(String lang, String amount, String currency, String shown) {
        assertThat(text(lang).money(amount, currency).replaceAll("[\\u00a0\\u202f]", " "))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | 13.0 | percent | 13%",
                "fr | 13.0 | percent | 13 %",
                "nl | 35000000.0 | EUR | € 35.000.000",
                "nl | 854.0 | parcels per hour | 854 pakketten per uur",
                "en | 3.0 | furlongs | 3 furlongs"
            })
    void writesFiguresWithTheirUnit(String lang, String value, String unit, String shown) {
        assertThat(text(lang).figure(value, unit).replaceAll("[\\u00a0\\u202f]", " "))
                .isEqualTo(shown);
    }

    @Test
    void namesTheHeadingUnderWhichParagraphsAreCounted() {
        Map<String, String> headings = Map.of("nl", "Privacywetgeving", "en", "Privacy law");
        assertThat(text("en").places(List.of(place(headings, List.of(), List.of("3")))))
                .extracting(PageText.MarkedText::text)
                .containsExactly("Privacy law, para. 3");
        assertThat(text("en").places(List.of(place(headings, List.of("42"), List.of("3")))))
                .extracting(PageText.MarkedText::text)
                .containsExactly("p. 42, para. 3");
        assertThat(text("en").places(List.of(place(Map.of("nl", "Blinde vlek"), List.of(), List.of()))))
                .containsExactly(new PageText.MarkedText("Blinde vlek", "nl"));
    }

    private static Description.Place place(Map<String, String> headings, List<String> pages, List<String> paragraphs) {
        return new Description.Place(
                "passage/p",
                "source/s",
                Map.of(),
                headings,
                pages,
                paragraphs,
                List.of(),
                Map.of(),
                List.of(),
                null,
                null,
                Map.of(),
                null,
                List.of(),
                null);
    }

    @Test
    void fallsBackToASlugInWordsNeverAnIri() {
        assertThat(text("nl").name(Map.of(), "https://w3id.org/werkgraaf/id/sector/food-delivery"))
                .isEqualTo("food delivery");
        assertThat(text("fr").name(Map.of("nl", "Bezorging", "en", "Delivery"), "x"))
                .isEqualTo("Delivery");
        assertThat(text("fr").foreign(Map.of("nl", "Bezorging", "en", "Delivery")))
                .isEqualTo("en");
    }

    @Test
    void linksToTheWebOnly() {
        assertThat(text("nl").isLink("https://www.cnil.fr/fr/x")).isTrue();
        assertThat(text("nl").isLink("javascript:alert(1)")).isFalse();
        assertThat(text("nl").address("https://www.cnil.fr/fr/x/")).isEqualTo("cnil.fr/fr/x");
        assertThat(text("nl").address("https://example.org/" + "a".repeat(80)))
                .hasSize(49)
                .startsWith("example.org/")
                .endsWith("…");
    }

    private static PageText text(String lang) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new PageText(lang, messages);
    }
}
