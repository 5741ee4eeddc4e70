package org.werkgraaf.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A site is official by its name or by one that it is below. */
class OfficialSitesTest {
    @ParameterizedTest
    @CsvSource({
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_22, true, eur-lex.europa.eu",
        "https://www.edpb.europa.eu:443/news, true, edpb.europa.eu",
        "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:1970-05-20;300~art8, true, normattiva.it",
        "https://europa.eu, true, europa.eu",
        "https://noteuropa.eu/x, false, noteuropa.eu",
        "https://europa.eu.example.org/x, false, europa.eu.example.org",
        "http://www.gazzettaufficiale.biz/atti, false, gazzettaufficiale.biz",
        "urn:isbn:123, false, ''"
    })
    void tellsASiteOfThoseWhoMadeTheTextFromACopy(String address, boolean official, String site) {
        assertThat(OfficialSites.has(address)).isEqualTo(official);
        assertThat(OfficialSites.site(address)).isEqualTo(site);
    }
}
