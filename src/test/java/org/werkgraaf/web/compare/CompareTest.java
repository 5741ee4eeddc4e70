package org.werkgraaf.web.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** Things side by side. */
@PackagedServiceTest
class CompareTest {
    private static final String TECHNIQUES = "technique/emotion-recognition,technique/keylogging";
    private static final String HOSTILE = "%3Cscript%3Ealert(1)%3C/script%3E";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource({
        "technique/emotion-recognition,technique/keylogging",
        "instrument/cao-81,instrument/cao-68",
        "case/cnil-amazon-france-logistique,case/manfield",
        "technique/keylogging,instrument/gdpr"
    })
    void setsThingsOfAnyClassSideBySide(String one, String other) {
        String page = html("/compare?lang=nl&things=" + one + "," + other);
        assertThat(page)
                .contains(
                        "href=\"/id/" + one + "\"", "href=\"/id/" + other + "\"", "class=\"verdict\"", "class=\"cite");
    }

    @Test
    void saysInWordsWhatIsTheSameAndWhatDiffers() {
        String page = html("/compare?lang=nl&things=instrument/cao-81,instrument/cao-68");
        assertThat(page).contains(">gelijk<", ">verschilt<");
        String csv = get("/compare.csv?lang=en&things=instrument/cao-81,instrument/cao-68")
                .body();
        List<String> jurisdictions =
                csv.lines().filter(line -> line.startsWith("jurisdiction,")).toList();
        assertThat(jurisdictions)
                .hasSize(2)
                .allMatch(line -> line.contains(",same,") && line.contains("jurisdiction/be"));
    }

    @Test
    void tellsInTheTableACountryWithoutARuleFromOneThatIsNotCovered() {
        List<String> of = get("/compare.csv?lang=en&things=technique/camera-surveillance,technique/background-check")
                .body()
                .lines()
                .filter(line -> line.startsWith("coverage,"))
                .toList();
        assertThat(of).anyMatch(line -> line.contains("Belgium: covered"));
        assertThat(of).anyMatch(line -> line.contains("no rule known"));
        assertThat(of).anyMatch(line -> line.contains("not covered here"));
        assertThat(get("/compare.csv?lang=en&things=be,us&topic=camera-surveillance")
                        .body())
                .contains("Belgium: covered", "United States: not covered here");
        for (String form : List.of("/compare", "/compare.md")) {
            assertThat(html(form + "?lang=en&things=technique/camera-surveillance,technique/background-check"))
                    .contains("How complete this is", "no rule known", "not covered here");
        }
    }

    @Test
    void comparesCountriesOnOneTechnique() {
        String page = html("/compare?lang=en&things=nl,be&topic=camera-surveillance");
        String topics =
                page.substring(page.indexOf("id=\"topics\""), page.indexOf("</table>", page.indexOf("id=\"topics\"")));
        assertThat(topics)
                .contains("/id/technique/camera-surveillance", "technique=technique/camera-surveillance")
                .doesNotContain("/id/technique/keylogging");
        assertThat(page).doesNotContain("id=\"sides\"").contains("All techniques");
        assertThat(html("/compare?lang=en&things=nl,be")).contains("topic=technique/camera-surveillance");
        assertThat(service.get("/compare?lang=en&things=nl,be&topic=cameras").statusCode())
                .isEqualTo(400);
    }

    @Test
    void offersTheTechniquesOfWhichTheCountriesHaveSomething() {
        Document all = Jsoup.parse(html("/compare?lang=en&things=nl,be"));
        assertThat(all.select("select[name=topic] option[selected]")).isEmpty();
        assertThat(all.select("select[name=topic] option").eachText())
                .contains("All techniques", "Camera surveillance", "Webcam monitoring")
                .hasSizeLessThan(400);
        assertThat(all.select("input[name=topic]")).isEmpty();

        Document one = Jsoup.parse(html("/compare?lang=en&things=nl,be&asOf=&topic=technique/webcam-monitoring"));
        assertThat(one.select("select[name=topic] option[selected]").eachAttr("value"))
                .containsExactly("technique/webcam-monitoring");
        assertThat(one.select("h2").eachAttr("id")).containsSubsequence("topics", "counts");
        assertThat(one.select("select[name=topic] option")).hasSameSizeAs(all.select("select[name=topic] option"));
        assertThat(service.get("/compare?lang=en&things=nl,be&topic=").statusCode())
                .isEqualTo(200);
    }

    @Test
    void countsWhatTheSearchBehindEachNumberFinds() {
        String page = html("/compare?lang=en&things=nl,be");
        Matcher count = Pattern.compile("<td class=\"number\"[^>]*><a href=\"/search\\?([^\"]+)\">([\\d,]+)</a>")
                .matcher(page);
        int checked = 0;
        while (count.find()) {
            String answer = get("/api/v1/search?size=1&" + count.group(1).replace("&amp;", "&"))
                    .body();
            assertThat(answer).contains("\"total\":" + count.group(2).replace(",", ""));
            checked++;
        }
        assertThat(checked).isGreaterThan(4);
        assertThat(page).contains("By technique", "Belgium", "Netherlands");
    }

    @Test
    void countsCountriesAsOfADay() {
        String then = html("/compare?lang=en&things=nl,fr&asOf=2015-01-01");
        assertThat(then).contains("asOf=2015-01-01");
        String fined = "fines: €";
        assertThat(html("/compare?lang=en&things=nl,fr")).contains(fined);
        assertThat(then).doesNotContain(fined);
    }

    @Test
    void addsByNameAndKeepsIdsInTheAddress() {
        HttpResponse<String> answer = service.get(
                "/compare?lang=nl&things=technique/keylogging&add=emotieherkenning+bij+soll&asOf=2024-01-01",
                "Accept",
                "text/html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith(
                        "/compare?things=technique/keylogging,technique/emotion-recognition-of-applicants&asOf=2024-01-01");
    }

    @Test
    void stopsAtTheMostThingsThatFit() {
        String four = TECHNIQUES + ",technique/gps-tracking,technique/algorithmic-management";
        assertThat(html("/compare?lang=nl&things=" + four))
                .contains("U vergelijkt er 4")
                .doesNotContain("name=\"add\"");
        refused("/compare?things=" + four + ",instrument/gdpr", 400, "At most 4");
        refused("/compare?things=" + four + "&add=amazon", 400, "At most 4");
        refused("/compare.csv?things=" + four + ",instrument/gdpr", 400, "At most 4");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        refused("/compare?things=technique/none,technique/keylogging", 404, "technique/none");
        refused("/compare?things=" + HOSTILE, 404, "&lt;script&gt;");
        refused("/compare?things=technique/keylogging&add=" + HOSTILE, 404, "&lt;script&gt;");
        refused("/compare?thing=a", 400, "things");
        refused("/compare?things=" + TECHNIQUES + "&asOf=morgen", 400, "asOf");
    }

    @Test
    void leadsFromEachThingToAComparison() {
        assertThat(html("/id/technique/keylogging")).contains("/compare?things=technique/keylogging");
        assertThat(html("/search?q=keylogging")).contains("/compare?things=technique/keylogging");
        assertThat(html("/compare?lang=nl&things=technique/keylogging")).contains("Voeg nog iets toe");
        assertThat(html("/compare?lang=nl")).contains("Bijvoorbeeld");
    }

    private void refused(String path, int status, String word) {
        HttpResponse<String> answer = service.get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.body()).contains(word).doesNotContain("<script>alert");
    }

    private String html(String path) {
        HttpResponse<String> answer = service.get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> get(String path) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }
}
