package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "art. 6 lid 1 sub f | 6.1.f | ",
                "art 6 lid 1 onder f AVG | 6.1.f | avg",
                "AVG artikel 6, eerste 1 | 6 | avg eerste 1",
                "artikel 6, eerste lid, onder f, AVG | 6.1.f | avg",
                "artikel 6, 1e lid, onderdeel f, van de AVG | 6.1.f | avg",
                "artikel 6 AVG, eerste lid, onder f | 6.1.f | avg",
                "art. 6 AVG lid 1 sub f | 6.1.f | avg",
                "onder f van artikel 6, lid 1, AVG | 6.1.f | avg",
                "artikel 6, lid 1, eerste alinea, onder f), AVG | 6.1.f | avg",
                "article 6, § 1er, f) RGPD | 6.1.f | rgpd",
                "article 6, paragraphe 1, premier alinéa, point f), du RGPD | 6.1.f | rgpd",
                "article 6, paragraphe premier, point f) RGPD | 6.1.f | rgpd",
                "point f) de l'article 6, § 1er, du RGPD | 6.1.f | rgpd",
                "Article 6(1), first subparagraph, point (f), GDPR | 6.1.f | gdpr",
                "point (f) of Article 6(1) GDPR | 6.1.f | gdpr",
                "the first paragraph of Article 22 of the GDPR | 22.1 | gdpr",
                "point 4(b) of Annex III AI Act | annex 3.4.b | ai act",
                "article premier du RGPD | 1 | rgpd",
                "article 1er, alinéa 2, loi caméras | 1.2 | loi cameras",
                "artikel 12e WOR | 12e | wor",
                "L1121\u20111 Code du travail | l1121-1 | code travail",
                "article 6(1)(f) GDPR | 6.1.f | gdpr",
                "art. 6.1.f AVG | 6.1.f | avg",
                "6(1)(f) GDPR | 6.1.f | gdpr",
                "article 6, § 1, point f), du RGPD | 6.1.f | rgpd",
                "RGPD article 22 | 22 | rgpd",
                "7:611 BW | 7:611 | bw",
                "BW 7:658 lid 4 | 7:658.4 | bw",
                "art. 27 lid 1 aanhef en onder l WOR | 27.1.l | wor",
                "artikel 35b van de WOR | 35b | wor",
                "Annex III, point 4(b) AI Act | annex 3.4.b | ai act",
                "bijlage III punt 4 onder b AI-verordening | annex 3.4.b | ai verordening",
                "art. 4 cao nr. 81 | 4 | cao nr 81",
                "cao 81 art. 12 | 12 | cao 81",
                "L1121-1 Code du travail | l1121-1 | code travail",
                "article L. 1121-1 du Code du travail | l1121-1 | code travail",
                "art. 6 en 9 AVG | 6 | en 9 avg"
            })
    void readsPlacesInActs(String text, String path, String rest) {
        Citation citation = Citation.read(text).orElseThrow();
        assertThat(citation.paths().get(0)).isEqualTo(path);
        assertThat(String.join(" ", citation.rest())).isEqualTo(rest == null ? "" : rest);
    }

    @ParameterizedTest
    @CsvSource({"vingerafdruk", "wat mag de baas", "''", "((((", "art."})
    void findsNoneWhereThereIsNoNumber(String text) {
        assertThat(Citation.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2 camera's | false", "art. 2 | true", "7:611 | true", "6(1) | true"})
    void saysWhetherItWasWrittenAsACitation(String text, boolean certain) {
        assertThat(Citation.read(text).orElseThrow().certain()).isEqualTo(certain);
    }
}
