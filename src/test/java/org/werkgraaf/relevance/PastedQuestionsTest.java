package org.werkgraaf.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/** Identifiers and words as they come out of a PDF, a letter or a word processor. */
@PackagedServiceTest
class PastedQuestionsTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requête n° 61496/08 | case/barbulescu",
                "requête n°\u00A061496/08 | case/barbulescu",
                "no. 61496/08 | case/barbulescu",
                "Application no. 61496/08 (Grand Chamber) | case/barbulescu",
                "zaak nr. 61496/08 | case/barbulescu",
                "61496\u200B/08 | case/barbulescu",
                "C\u2011634/21 | case/cjeu-schufa",
                "affaire C-634/21 | case/cjeu-schufa",
                "arrest in zaak C-34/21 van het Hof | case/cjeu-hauptpersonalrat",
                "ECLI:NL:HR:\u00AD2023:443 | case/hoge-raad-deliveroo",
                "ECLI:NL:HR:2023:443, r.o. 3.2.5 | case/hoge-raad-deliveroo",
                "02016R0679-20160504 | instrument/gdpr",
                "CELEX:02016R0679-20160504 | instrument/gdpr",
                "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX%3A02016R0679-20160504 | instrument/gdpr",
                "artikel 6, eerste lid, onder f, AVG | provision/gdpr-art-6-1-f",
                "article 6, § 1er, f) RGPD | provision/gdpr-art-6-1-f",
                "artikel\u00A06,\u00A0lid\u00A01, onder\u00A0f) AVG | provision/gdpr-art-6-1-f",
                "art. 6 AVG, lid 1, sub f | provision/gdpr-art-6-1-f",
                "point (f) of Article 6(1) GDPR | provision/gdpr-art-6-1-f",
                "Article 6(1), first subparagraph, point (f), GDPR | provision/gdpr-art-6-1-f",
                "L1121\u20111 Code du travail | provision/code-du-travail-l1121-1"
            })
    void findsFirstWhatAPastedIdentifierNames(String pasted, String id) {
        assertThat(search(pasted).get("hits").path(0).path("id").asString()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "employe\u0301 | employé",
                "vinger\u00ADafdruk | vingerafdruk",
                "vin\u200Bger\u200Dafdruk | vingerafdruk",
                "gdpr\u202Fconsent | gdpr consent",
                "A.I. | AI",
                "A.I.-verordening | AI-verordening"
            })
    void findsTheSameHoweverItIsWritten(String pasted, String typed) {
        JsonNode found = search(pasted);
        JsonNode expected = search(typed);
        assertThat(expected.get("total").asInt()).isPositive();
        assertThat(found.get("total")).isEqualTo(expected.get("total"));
        assertThat(found.at("/hits/0/id")).isEqualTo(expected.at("/hits/0/id"));
    }

    private JsonNode search(String words) {
        return new Service(port)
                .json("/api/v1/search?lang=nl&size=3&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }
}
