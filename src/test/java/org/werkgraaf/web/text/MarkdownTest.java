package org.werkgraaf.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# a heading|\\# a heading",
                "- an item|\\- an item",
                "1. an item|1\\. an item",
                "[words](address)|\\[words\\](address)",
                "<b>*bold*</b>|\\<b\\>\\*bold\\*\\</b\\>",
                "a `code` | a \\`code\\`",
                "Art. 5(1)(c) GDPR|Art. 5(1)(c) GDPR"
            })
    void textsOfTheGraphStayTexts(String text, String written) {
        assertThat(Markdown.plain(text)).isEqualTo(written);
    }

    @Test
    void aTextStaysOnItsLine() {
        assertThat(Markdown.plain("one\n\n# two\u0000\u001bthree")).isEqualTo("one \\# two three");
    }

    @Test
    void anAddressEndsWhereItEnds() {
        assertThat(Markdown.link("a", "https://x.example/a b)c")).isEqualTo("[a](https://x.example/a%20b%29c)");
    }
}
