package org.werkgraaf.web.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** The data of pages in Markdown. */
@PackagedServiceTest
class MarkdownPagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(http://localhost:\\d+(/[^)]*)\\)");

    private static final Pattern REST =
            Pattern.compile("\\d+ of (\\d+) are here; the rest: \\[[^]]*]\\(http://localhost:\\d+(/[^)]*)\\)");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "/id/case/manfield, '', lang=en",
        "/search, q=fingerprint&, lang=en",
        "/questions, '', lang=en",
        "/questions/fines-by-year, '', lang=en",
        "/check, technique=keylogging&jurisdiction=nl&, lang=en"
    })
    void bySuffixAndByAcceptItIsTheSame(String path, String query, String lang) {
        Service service = new Service(port);
        HttpResponse<String> bySuffix = service.get(path + ".md?" + query + lang);
        HttpResponse<String> byAccept = service.get(path + "?" + query + lang, "Accept", "text/markdown");
        assertThat(bySuffix.statusCode()).isEqualTo(200);
        assertThat(bySuffix.headers().firstValue("Content-Type")).contains("text/markdown;charset=UTF-8");
        assertThat(bySuffix.body()).startsWith("# ").contains("release ").isEqualTo(byAccept.body());
        assertThat(String.join(", ", byAccept.headers().allValues("Vary"))).contains("Accept,");
        String tag = bySuffix.headers().firstValue("ETag").orElseThrow();
        assertThat(service.get(path + ".md?" + query + lang, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        for (String accept : new String[] {"text/html", "*/*", "text/markdown;q=0.1, text/html"}) {
            assertThat(service.get(path + "?" + query + lang, "Accept", accept)
                            .headers()
                            .firstValue("Content-Type")
                            .orElseThrow())
                    .as(accept)
                    .startsWith("text/html");
        }
    }

    /** All values and all places, as the JSON of the same thing has them. */
    @Test
    void aThingIsThereWhole() {
        Service service = new Service(port);
        String page = service.get("/id/case/manfield.md?lang=en").body();
        service.json("/api/v1/entities/case/manfield?lang=en")
                .get("passages")
                .propertyNames()
                .forEach(passage -> assertThat(page).contains("/id/" + passage));
        assertThat(service.get("/id/case/cnil-amazon-france-logistique.md?lang=en")
                        .body())
                .contains("32000000", "35000000", "mistaken or outdated", "Conseil d'État");
    }

    /** Of a thing with hundreds of values, those that are not there are counted, and stand where it is said. */
    @Test
    void whatALargeThingLeavesOutIsWhereItSays() {
        Service service = new Service(port);
        String page = service.get("/id/jurisdiction/eu.md?lang=en").body();
        Matcher rest = REST.matcher(page);
        int relations = 0;
        while (rest.find()) {
            relations++;
            int values = 0;
            String next = rest.group(2);
            while (next != null) {
                String part = service.get(next).body();
                values += (int) part.substring(part.indexOf("## Facts"), end(part))
                        .lines()
                        .filter(line ->
                                line.startsWith("- ") && !REST.matcher(line).find())
                        .count();
                Matcher more = REST.matcher(part);
                next = more.find() ? more.group(2) : null;
            }
            assertThat(values).as(rest.group(2)).isEqualTo(Integer.parseInt(rest.group(1)));
        }
        assertThat(relations).isPositive();
        assertThat(service.get("/id/jurisdiction/eu.md?relation=nonsense").statusCode())
                .isEqualTo(400);
        assertThat(service.get("/id/jurisdiction/eu.md?relation=mentionedIn&page=0")
                        .statusCode())
                .isEqualTo(400);
    }

    /** Before the list of places, if there is one. */
    private static int end(String page) {
        int places = page.indexOf("## What the sources say");
        return places < 0 ? page.length() : places;
    }

    @Test
    void saysOnWhichDaysAThingHolds() {
        assertThat(new Service(port)
                        .get("/id/provision/ai-act-art-6-2.md?asOf=2024-01-01&lang=en")
                        .body())
                .contains("Not yet applicable on 1 January 2024; applies from");
    }

    /** A provision that changed: a search and its page give the text of the day that is named, not that of today. */
    @ParameterizedTest
    @CsvSource({
        "2026-08-31, Biometrics to identify somebody were allowed where authentication or security made it necessary.",
        "2026-09-01, Need for authentication or security is no longer enough"
    })
    void saysWhatAProvisionAskedOnADay(String day, String asked) {
        Service service = new Service(port);
        String found = service.get("/search.md?q=UAVG+29&type=Provision&lang=en&asOf=" + day)
                .body();
        assertThat(found.lines().filter(line -> line.contains("/id/provision/uavg-art-29)")))
                .singleElement()
                .asString()
                .contains(asked);
        assertThat(service.get("/id/provision/uavg-art-29.md?lang=en&asOf=" + day)
                        .body())
                .contains(asked)
                .contains("/id/version/uavg-art-29-");
        assertThat(service.get("/search.md?q=UAVG+29&type=Provision&lang=en").body())
                .doesNotContain(asked);
    }

    /** Whoever is told of another text than that of the day, is told so. */
    @Test
    void saysWhenTheTextOfADayIsNotKnown() {
        Service service = new Service(port);
        assertThat(service.get("/search.md?q=UAVG+40&type=Provision&lang=en&asOf=2018-05-26")
                        .body())
                .doesNotContain("is not in the graph");
        assertThat(service.get("/search.md?q=L1132-1&type=Provision&lang=en&asOf=2016-01-01")
                        .body())
                .contains("The text of 1 January 2016 is not in the graph");
    }

    @Test
    void whoAsksForWhatThereIsNotIsToldOfMarkdown() {
        assertThat(new Service(port)
                        .get("/id/case/manfield", "Accept", "image/png")
                        .body())
                .contains("text/markdown");
    }

    @Test
    void aSearchGoesOnToTheNextPage() {
        Service service = new Service(port);
        String first = service.get("/search.md?q=fingerprint&size=5&lang=en").body();
        Matcher next = Pattern.compile("\\[Next\\]\\(http://localhost:\\d+(/search\\.md[^)]*)\\)")
                .matcher(first);
        assertThat(next.find()).isTrue();
        String second = service.get(next.group(1)).body();
        assertThat(second).startsWith("# ").isNotEqualTo(first);
    }

    @Test
    void theCheckNamesProvisionsPlacesAndWhatIsOpen() {
        Service service = new Service(port);
        assertThat(service.get("/check.md?technique=keylogging&jurisdiction=nl&lang=en")
                        .body())
                .contains("## Allowed only if", "/id/provision/", "official text read", "`status`");
        assertThat(service.get("/check.md?technique=emotion-recognition&data=facial-image&jurisdiction=nl"
                                + "&status=employee&ai=yes&fact=emotions-from-biometrics:yes&lang=en")
                        .body())
                .contains("## Forbidden");
    }

    @Test
    void theCheckSaysInWordsWhatWasGivenFromWhenRulesHoldAndWhyOthersDoNot() {
        String answer = new Service(port)
                .get("/check.md?technique=keylogging&jurisdiction=nl&status=employee&persons=60"
                        + "&fact=works-council-exists:yes&lang=nl")
                .body();
        assertThat(answer)
                .contains(
                        "Land: Nederland",
                        "Aantal personen: 60",
                        "Alleen bij: 10 tot en met 49 personen (Werkzame personen in de onderneming) (u gaf: 60)",
                        "rust op Aanbieder van een AI-systeem")
                .contains("hangt af van", "geldt vanaf")
                .doesNotContain("- persons:", "- fact:", "hangt ook af van", "Alleen bij: Aanbieder");
    }

    @Test
    void theCheckTellsAEuropeanNormWithTheNationalOneThatCarriesItOut() {
        String answer = new Service(port)
                .get("/check.md?technique=time-registration&jurisdiction=nl&status=employee&lang=en")
                .body();
        assertThat(answer)
                .contains("/id/obligation/keep-working-time-records)")
                .doesNotContain("/id/obligation/record-working-time)");
    }

    @Test
    void theCheckSaysWhoseLawIsKnownWhereTheCountrysOwnIsNot() {
        assertThat(new Service(port)
                        .get("/check.md?technique=keylogging&jurisdiction=at&lang=nl")
                        .body())
                .contains("Europese Unie: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/jurisdiction/se.md?lang=en",
                "/search.md?q=camera&jurisdiction=jurisdiction/se&lang=en",
                "/timeline.md?jurisdiction=jurisdiction/se&lang=en",
                "/questions/rules-for-technique.md?technique=keylogging&jurisdiction=se&lang=en",
                "/check.md?technique=keylogging&jurisdiction=se&lang=en"
            })
    void saysOfACountryWhoseLawIsNotThereThatItIsNot(String path) {
        assertThat(new Service(port).get(path).body()).contains("not covered here");
    }

    @Test
    void whatDoesNotExistIsAnError() {
        assertThat(new Service(port).get("/id/case/no-such-case.md").statusCode())
                .isEqualTo(404);
        assertThat(new Service(port).get("/questions/no-such-question.md").statusCode())
                .isEqualTo(404);
        assertThat(new Service(port).get("/search.md?nonsense=1").statusCode()).isEqualTo(400);
    }

    /** The guide is small, and nothing in it leads nowhere. */
    @Test
    void theGuideLeadsToWhatThereIs() {
        Service service = new Service(port);
        HttpResponse<String> guide = service.get("/llms.txt");
        assertThat(guide.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(guide.body())
                .startsWith("# Werkgraaf\n")
                .hasSizeLessThan(4000)
                .doesNotContain("{base}");
        Matcher links = LINK.matcher(guide.body());
        int found = 0;
        while (links.find()) {
            found++;
            int status = service.get(links.group(1)).statusCode();
            // The server of the protocol takes POST only; dumps are made after the service is ready.
            Set<Integer> right = switch (links.group(1)) {
                case "/mcp" -> Set.of(405);
                case "/dumps/", "/dumps.md" -> Set.of(200, 503);
                default -> Set.of(200);
            };
            assertThat(right).as(links.group(1)).contains(status);
        }
        assertThat(found).isGreaterThan(8);
    }
}
