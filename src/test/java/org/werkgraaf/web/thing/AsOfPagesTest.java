package org.werkgraaf.web.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** Pages as of a day. */
@PackagedServiceTest
class AsOfPagesTest {
    private static final String HIGH_RISK = "/id/provision/ai-act-art-6-2";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-12-01 | nl | Nog niet van toepassing op 1 december 2027; van toepassing vanaf 2 december 2027.",
                "2027-12-02 | nl | Van toepassing op 2 december 2027",
                "2027-12-01 | en | Not yet applicable on 1 December 2027; applies from 2 December 2027.",
                "2027-12-01 | fr | Pas encore applicable au 1er décembre 2027 ; applicable à partir du 2 décembre 2027."
            })
    void saysOfAProvisionWhetherItAppliesOnTheDay(String day, String lang, String sentence) {
        assertThat(html(HIGH_RISK + "?asOf=" + day + "&lang=" + lang)).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provision/wor-art-5 | Geldt op zijn vroegst vanaf 1 april 1971; de dag van | instrument/wor",
                "provision/awgb-art-5 | Geldt vanaf 1 september 1994; de dag van | instrument/awgb",
                "provision/wbp-art-16 | Geldt van 1 september 2001 tot en met 24 mei 2018; de dag van | instrument/wbp",
                "provision/awgb-art-10 | Geldt vanaf 1 april 2004; een eigen dag | ",
                "provision/ai-act-art-26 | Geldt vanaf 2 december 2027; de dag van | applicability/ai-act-high-risk-new",
                "instrument/wbp | Geldt van 1 september 2001 tot en met 24 mei 2018; een eigen dag | ",
                "right/access | Geldt vanaf 25 mei 2018; de dag van | applicability/gdpr"
            })
    void saysWhoseDayItIsSinceWhichSomethingHolds(String thing, String sentence, @Nullable String carrier) {
        String days = html("/id/" + thing + "?lang=nl")
                .lines()
                .filter(line -> line.contains("<p class=\"days\""))
                .collect(Collectors.joining());
        assertThat(days.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ")).contains(sentence);
        if (carrier == null) {
            assertThat(days).doesNotContain("href=");
        } else {
            assertThat(days).contains("href=\"/id/" + carrier + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gdpr-art-22 | en | Stood in the first text of General Data Protection Regulation (GDPR)",
                "gdpr-art-22 | nl | Stond in de eerste tekst van Algemene verordening gegevensbescherming (AVG)",
                "wor-art-5 | en | Which act brought this in is not on record.",
                "ai-act-art-5-1-ba | en | "
            })
    void saysWhetherAProvisionStoodInTheFirstText(String provision, String lang, @Nullable String words) {
        String line = html("/id/provision/" + provision + "?lang=" + lang)
                .lines()
                .filter(each -> each.contains("<p class=\"origin\""))
                .collect(Collectors.joining());
        assertThat(line.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip())
                .isEqualTo(words == null ? "" : words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ai-act-art-10 | 2026-07-26 | Paragraph 5 let providers exceptionally process",
                "ai-act-art-10 | 2026-07-27 | Paragraph 5 is deleted",
                "wor-art-1-3-a | 2021-06-01 | twenty-four months",
                "wor-art-1-3-a | 2024-06-01 | fifteen months",
                "uavg-art-29 | 2026-08-31 | where authentication or security made it necessary",
                "uavg-art-29 | 2026-09-01 | a substantial public interest in lawful access must require it",
                "wor-art-1-3-a | 2019-06-01 | The text of 1 June 2019 is not in the graph"
            })
    void saysWhatAProvisionAskedInTheTextOfTheDay(String provision, String day, String words) {
        String page = html("/id/provision/" + provision + "?lang=en&asOf=" + day);
        String block = page.substring(page.indexOf("<section class=\"as-of\""), page.indexOf("id=\"as-of\""));
        assertThat(block).contains(words);
    }

    @Test
    void asksForNoTextOfADayOnWhichAProvisionWasNoLaw() {
        assertThat(html("/id/provision/uavg-art-29?lang=en&asOf=2017-01-01"))
                .contains("Not yet applicable on 1 January 2017")
                .doesNotContain("is not in the graph; this page says what it asks now");
    }

    @Test
    void saysNoDayWhereNoneIsKnown() {
        assertThat(html("/id/provision/sr-art-139a?lang=nl"))
                .contains("Niet bekend is op welke dagen dit gold of geldt.")
                .doesNotContain("<p class=\"days\"");
    }

    @Test
    void marksWhatAppliesNoLongerOnTheLaterDay() {
        String repealed = "/id/instrument/wbp?lang=nl&asOf=";
        assertThat(html(repealed + "2018-05-24")).contains("Van toepassing op 24 mei 2018");
        assertThat(html(repealed + "2018-05-25")).contains("Niet meer van toepassing sinds 25 mei 2018.");
    }

    @Test
    void marksRelatedThingsInTheLists() {
        String before = html("/id/instrument/ai-act?asOf=2024-01-01&lang=nl");
        assertThat(before)
                .contains("class=\"standing\">nog niet van toepassing op 1 januari 2024, wel vanaf 2 augustus 2026");
        assertThat(html("/id/technique/emotion-recognition?asOf=2024-01-01&lang=nl"))
                .contains("class=\"standing\">");
    }

    @Test
    void saysThatACaseWasNotYetDecided() {
        String page = html("/id/case/cnil-amazon-france-logistique?asOf=2020-01-01&lang=nl");
        assertThat(page).contains("Op 1 januari 2020 nog niet beslist; de beslissing viel op 27 december 2023.");
        assertThat(html("/id/case/cnil-amazon-france-logistique?asOf=2024-01-01&lang=nl"))
                .doesNotContain("Van toepassing op");
    }

    @Test
    void carriesTheDayAlongItsLinks() {
        String page = html("/id/technique/emotion-recognition?asOf=2024-01-01&lang=nl");
        assertThat(page).containsPattern("href=\"/id/provision/[a-z0-9.-]+\\?asOf=2024-01-01\"");
        assertThat(html("/id/technique/emotion-recognition?lang=nl")).doesNotContain("?asOf=");
        assertThat(html("/search?q=AVG&asOf=2019-01-01&lang=nl"))
                .contains("href=\"/id/instrument/gdpr?asOf=2019-01-01\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13-01", "2024-02-30", "gisteren", "%2B12024-01-01", "2024-01-01&asOf=2025-01-01"})
    void refusesWhatIsNoDay(String day) {
        HttpResponse<String> answer = service.get(HIGH_RISK + "?asOf=" + day, "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("asOf");
    }

    @Test
    void escapesAHostileDay() {
        HttpResponse<String> answer =
                service.get(HIGH_RISK + "?asOf=%3Cscript%3Ealert(1)%3C/script%3E", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
    }

    private String html(String path) {
        HttpResponse<String> answer = service.get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
