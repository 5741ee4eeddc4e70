package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "employe\u0301 | employé",
                "vinger\u00ADafdruk | vingerafdruk",
                "art.\u00A06\u202Flid 1 | art. 6 lid 1",
                "C\u2011634/21 | C-634/21",
                "\uFEFFECLI:\u200BNL\u2060:X | ECLI:NL:X",
                "02016R0679-20160504 | 32016R0679",
                "CELEX:02016R0679 | CELEX:32016R0679",
                "https://example.org/?uri=CELEX%3A02016R0679-20160504 | https://example.org/?uri=CELEX:32016R0679",
                "102016R0679 | 102016R0679",
                "https://example.org/%zz | https://example.org/%zz"
            })
    void readsWhatIsSeen(String pasted, String plain) {
        assertThat(PastedText.plain(pasted)).isEqualTo(plain);
    }
}
