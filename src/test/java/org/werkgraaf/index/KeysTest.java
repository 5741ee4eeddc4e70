package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {
    @ParameterizedTest
    @CsvSource({
        "ECLI:NL:GHAMS:2023:793, eclinlghams2023793",
        "cao nr. 81, cao81",
        "CAO81, cao81",
        "CCT n° 39, cct39",
        "CCT nº39, cct39",
        "Comité d'entreprise, comitedentreprise",
        "no way, noway",
        "№ 61496/08, no6149608",
        "requête № 61496/08, requete6149608",
        "ECLI:\u200BNL:\u00A0GHAMS:20\u00AD23:\uFEFF793, eclinlghams2023793",
        "Comite\u0301 d'entreprise, comitedentreprise",
        "'', ''"
    })
    void reducesToLettersAndDigits(String text, String key) {
        assertThat(Keys.of(text)).isEqualTo(key);
    }

    @Test
    void findsIdentifiersThatAreQuotedWithoutTheirBeginning() {
        assertThat(Keys.ofIdentifier("ECLI:NL:GHAMS:2023:793"))
                .contains("eclinlghams2023793", "ghams2023793", "2023793");
        assertThat(Keys.ofIdentifier("http://data.europa.eu/eli/reg/2016/679/oj"))
                .contains("2016679", "reg2016679");
        assertThat(Keys.ofIdentifier("http://data.europa.eu/eli/reg/2016/679/art_22/oj"))
                .contains("679art22")
                .doesNotContain("2016679");
    }
}
