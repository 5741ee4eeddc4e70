package org.werkgraaf.languages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignTextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>⟦Tēxtzu⟧</p> |",
                "<p>⟦Tēxtzu ⟦īňsīdēzu⟧ ānd⟧ 12 – SPARQL</p> |",
                "<p>⟦a</p> |",
                "<p>…zu⟧ ⟦Tēxtzu⟧</p> |",
                "<p>⟦Tēxtzu⟧ and more</p> | and more",
                "<p>Dutch text</p> | Dutch text",
                "<p lang=nl>Nederlands</p> |",
                "<div lang=nl>Nederlands <p lang=eo>Text</p></div> | Text",
                "<p>⟦Tēxtzu⟧ <a>in</a> <em>two</em></p> | in two",
                "<p>2026-12-01, ECLI:NL:RVS:2024:1, rvs.nl</p> |",
                "<code>SELECT</code><script>let a</script><p>Paris</p> |",
                "<p title='Hidden'>⟦a⟧</p> | p@title: Hidden",
                "<p title='⟦Hīddēň⟧' class='Hidden'>⟦a⟧</p> |",
                "<svg><title>Drawing</title><text>⟦a⟧</text></svg> | Drawing"
            })
    void findsWhatIsInAnotherLanguageWithoutSayingSo(String body, String found) {
        List<String> texts = ForeignTexts.in(
                Jsoup.parse("<html lang=eo><title>⟦a⟧</title><body>" + body),
                List.of("SPARQL"),
                text -> text.replace("Paris", ""));

        assertThat(texts).isEqualTo(found == null ? List.of() : List.of(found));
    }
}
