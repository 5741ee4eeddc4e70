package org.werkgraaf.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageRegistryTest {
    private static final String GOOD = """
            offered = sv en
            read = de
            fallback = en sv
            documentation = en
            sv.name = Svenska
            sv.locale = sv-SE
            sv.analysis = plain
            sv.compounds = true
            sv.content = some
            en.name = English
            en.locale = en-IE
            en.analysis = english
            en.compounds = false
            en.content = all
            de.name = Deutsch
            de.locale = de-DE
            de.analysis = german
            de.compounds = true
            de.content = some
            """;

    @Test
    void readsEachLanguage() {
        LanguageRegistry registry = read(GOOD);

        assertThat(registry.offered()).containsExactly("sv", "en");
        assertThat(registry.known().keySet()).containsExactly("sv", "en", "de");
        assertThat(registry.known().get("sv"))
                .isEqualTo(new Language(
                        "sv",
                        "Svenska",
                        java.util.Locale.forLanguageTag("sv-SE"),
                        "plain",
                        true,
                        Language.Content.SOME,
                        null,
                        "MMMM yyyy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sv.name = Svenska | sv.nam = Svenska | 'sv.nam' is not known",
                "sv.name = Svenska | sv.name = | 'sv.name' is missing; add it.",
                "sv.locale = sv-SE | sv.locale = s | 'sv.locale' is 's'; write a language tag such as nl-NL.",
                "sv.compounds = true | sv.compounds = yes | 'sv.compounds' is 'yes'; write true or false.",
                "sv.content = some | sv.content = most | 'sv.content' is 'most'; write all, labels or some.",
                "offered = sv en | offered = en | Name the language under 'offered' or 'read'",
                "fallback = en sv | fallback = en de | 'fallback' names 'de', which is not offered",
                "fallback = en sv | fallback = sv en | 'fallback' must begin with a language in which everything has a label",
                "documentation = en | documentation = de | 'documentation' names 'de', which is not offered"
            })
    void saysWhatIsWrongAndWhatToDo(String line, String instead, String said) {
        assertThat(GOOD).contains(line);

        assertThatThrownBy(() -> read(GOOD.replace(line, instead)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("languages.properties: ")
                .hasMessageContaining(said);
    }

    @Test
    void anotherLanguageStandsInForAMissingText() {
        assertThat(Languages.inOrder("fr")).containsExactly("fr", "en", "nl");
        assertThat(Languages.pick(Map.of("nl", "fiets", "en", "bicycle"), "fr", ""))
                .isEqualTo("bicycle");
        assertThat(Languages.pick(Map.of("nl", "fiets", "fr", "vélo"), "fr", ""))
                .isEqualTo("vélo");
        assertThat(Languages.pick(Map.of("nl", "fiets", "de", "Fahrrad"), "fr", ""))
                .isEqualTo("fiets");
        assertThat(Languages.pick(Map.of("de", "Fahrrad"), "fr", "")).isEqualTo("Fahrrad");
        assertThat(Languages.pick(Map.of(), "fr", "bicycle")).isEqualTo("bicycle");
        assertThat(Languages.nearest(List.of(), "fr")).isEmpty();
    }

    @Test
    void namesAreOrderedInALanguageThatHasThemAll() {
        assertThat(Languages.labelled("fr")).isEqualTo("fr");
        assertThat(Languages.labelled("de")).isEqualTo("en");
    }

    private static LanguageRegistry read(String text) {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return LanguageRegistry.of(lines);
    }
}
