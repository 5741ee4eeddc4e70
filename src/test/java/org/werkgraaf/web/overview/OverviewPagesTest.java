package org.werkgraaf.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.web.text.Days;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class OverviewPagesTest {
    private static final String CSV_COMMA = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void theTimelineSaysInWordsWhatIsToComeAndWhatWasMoved() {
        JsonNode answer = service.json("/timeline.json?lang=en&kind=applies&kind=moved");
        String today = Days.today().toString();
        int toCome = 0;
        for (JsonNode event : answer.get("events")) {
            String state = event.get("state").asString();
            if (event.get("kind").asString().equals("moved")) {
                assertThat(state).isEqualTo("moved");
            } else {
                assertThat(state.equals("toCome"))
                        .isEqualTo(event.get("date").asString().compareTo(today) > 0);
            }
            toCome += state.equals("toCome") ? 1 : 0;
        }
        String page = html("/timeline?lang=en&kind=applies&kind=moved&from=1900");
        assertThat(page).contains("2 December 2027", "the date until 26 July 2026, moved since");
        assertThat(page.split("<strong>still to come</strong>", -1)).hasSize(toCome + 1);
    }

    @Test
    void theTimelineKeepsToItsFilters() {
        assertThat(html("/timeline?lang=en&kind=case&jurisdiction=fr&from=2020"))
                .contains("CNIL v Amazon France Logistique")
                .doesNotContain("Serco Leisure");
        assertThat(labels("/timeline.json?lang=en&kind=case&authority=authority/cnil"))
                .contains("CNIL v Amazon France Logistique (2023)");
        for (JsonNode event : service.json("/timeline.json?from=2019&to=2020").get("events")) {
            assertThat(event.get("date").asString()).matches("20(19|20).*");
        }
        int some = service.json("/timeline.json?instrument=gdpr").get("total").asInt();
        assertThat(some)
                .isPositive()
                .isLessThan(service.json("/timeline.json").get("total").asInt());
    }

    @Test
    void theTimelineIsTheSameAsPageTableAndData() {
        int total =
                service.json("/timeline.json?from=2016&lang=nl").get("total").asInt();
        assertThat(service.get("/timeline.csv?from=2016&lang=nl").body().split("\r\n"))
                .hasSize(total + 1);
        assertThat(html("/timeline?from=2016&lang=nl").split("<li><time", -1)).hasSize(total + 1);
        assertThat(html("/timeline?from=2016&lang=nl").split("class=\"dot dot-[a-z]+ (past|toCome|moved)\"", -1))
                .as("and one in the legend")
                .hasSize(total + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"risk", "instrument", "jurisdiction"})
    void theMatrixCountsWhatTheSearchFinds(String columns) {
        for (String rows : List.of("technique", "family")) {
            List<String> filled = Arrays.stream(service.get("/matrix.csv?lang=en&rows=" + rows + "&columns=" + columns)
                            .body()
                            .split("\r\n"))
                    .skip(1)
                    .filter(line -> !line.split(CSV_COMMA)[5].equals("0"))
                    .toList();
            assertThat(filled).hasSizeGreaterThan(30);
            String page = HtmlUtils.htmlUnescape(html("/matrix?lang=en&rows=" + rows + "&columns=" + columns));
            Matcher cells = Pattern.compile("href=\"(/search\\?technique=[^\"]*)\"[^>]*><span>(\\d+)</span>")
                    .matcher(page);
            List<String[]> counted = new ArrayList<>();
            while (cells.find()) {
                counted.add(new String[] {cells.group(1), cells.group(2)});
            }
            assertThat(counted).hasSizeGreaterThan(30);
            for (int i = 0; i < counted.size(); i += counted.size() / 8) {
                String query = counted.get(i)[0].substring("/search".length());
                assertThat(service.json("/api/v1/search" + query).get("total").asInt())
                        .as(query)
                        .isEqualTo(Integer.parseInt(counted.get(i)[1]));
            }
        }
    }

    @Test
    void anEmptyCellSaysWhatItMeans() {
        String csv = service.get("/matrix.csv?rows=technique&columns=instrument&lang=en")
                .body();
        assertThat(csv).contains(",none,no rule known", ",empty,not covered here", ",gap,");
        for (String line : csv.split("\r\n")) {
            String[] cells = line.split(CSV_COMMA);
            if (cells[7].equals("none")) {
                String search = "/api/v1/search?type=Provision&technique=" + cells[0];
                assertThat(service.json(search).get("total").asInt()).as(line).isZero();
            }
        }
        assertThat(html("/matrix?rows=technique&columns=instrument&show=all&lang=en"))
                .contains("no rule known: no source names one", "not covered here: our sources do not make this link");
    }

    @Test
    void aFamilyOpensIntoItsTechniques() {
        String page = HtmlUtils.htmlUnescape(html("/matrix?lang=en"));
        Matcher inside = Pattern.compile("href=\"(/matrix\\?[^\"]*family=[^\"]*)\">show its (\\d+) techniques")
                .matcher(page);
        assertThat(inside.find()).isTrue();
        String csv =
                service.get(inside.group(1).replace("/matrix", "/matrix.csv")).body();
        long rows = Arrays.stream(csv.split("\r\n"))
                .skip(1)
                .map(line -> line.split(",")[0])
                .distinct()
                .count();
        assertThat(rows).isEqualTo(Long.parseLong(inside.group(2)));
    }

    @Test
    void eachNumberOfFinesLeadsToItsCases() {
        for (String by : List.of("year", "authority", "technique")) {
            String csv = service.get("/fines.csv?by=" + by + "&lang=en").body();
            assertThat(csv.split("\r\n")).hasSizeGreaterThan(5);
            for (String line : Arrays.stream(csv.split("\r\n")).skip(1).toList()) {
                String[] cells = line.split(CSV_COMMA);
                if (cells[0].equals("\"\"")) {
                    assertThat(line).contains("not known");
                    continue;
                }
                String page = html("/fines?lang=en&" + by + "=" + cells[0]);
                String cases = page.substring(page.indexOf("id=\"cases\""));
                assertThat(cases.split("href=\"/id/case/", -1)).as(line).hasSize(Integer.parseInt(cells[3]) + 1);
            }
        }
    }

    @Test
    void theFinesKeepWhatWasImposedApartFromWhatStands() {
        String year = service.get("/fines.csv?by=authority&authority=cnil&technique=&year=2023&lang=en")
                .body();
        assertThat(year).contains(",EUR,2,2,32200000,1,15000000,1,15200000");
        assertThat(html("/fines?lang=en")).contains("nothing is converted", "€32,000,000", "now €15,000,000");
    }

    @Test
    void theFinesSayWhatWasLoweredWhenAndByWhom() {
        String page = html("/fines?lang=en");
        String lowered = page.substring(page.indexOf("id=\"lowered\""), page.indexOf("id=\"by-year\""));

        assertThat(lowered)
                .contains(
                        "from €32,000,000 to €15,000,000",
                        "23 December 2025",
                        "by Conseil d&#39;État",
                        "/id/step/cnil-amazon-france-logistique-5",
                        "from €3,150,000 to €2,520,000",
                        "Spanish Data Protection Agency itself",
                        "is not on record here")
                .doesNotContain("H&amp;M");
        assertThat(page).contains("After known reductions (3 cases)", "Logarithmic scale", "€1.126B");
        assertThat(service.get("/fines.md?lang=en").body()).contains("## Lowered later", "/id/step/aepd-mercadona-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "HUF", "NOK"})
    void theFinesOfAYearAreThoseOfTheSavedQuestion(String currency) {
        Map<String, List<String>> page = new TreeMap<>();
        for (String[] cells : rows("/fines.csv?by=year&lang=en&currency=" + currency)) {
            page.put(
                    cells[0],
                    List.of(
                            cells[3],
                            new BigDecimal(cells[5]).stripTrailingZeros().toPlainString()));
        }
        Map<String, List<String>> question = new TreeMap<>();
        for (String[] cells : rows("/api/v1/questions/fines-by-year.csv?lang=en&currency=" + currency)) {
            question.put(
                    cells[0],
                    List.of(
                            cells[1],
                            new BigDecimal(cells[2]).stripTrailingZeros().toPlainString()));
        }

        assertThat(question).isNotEmpty().isEqualTo(page);
    }

    private List<String[]> rows(String path) {
        return Arrays.stream(service.get(path).body().split("\r\n"))
                .skip(1)
                .map(line -> line.split(CSV_COMMA))
                .filter(cells -> cells.length > 2 && !cells[cells.length > 5 ? 5 : 2].isEmpty())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/timeline?from=gisteren | a year from 1800 to 2200",
                "/timeline?from=1799 | a year from 1800",
                "/timeline?to=2201 | to 2200",
                "/timeline?from=2020&to=2019 | 2020 or a later year",
                "/timeline?kind=x | use inForce, applies",
                "/timeline?technique=risk/stress | such as technique/",
                "/timeline?nope=1 | Use: authority",
                "/timeline.csv?from=1 | a year",
                "/timeline.json?authority=x | such as authority/",
                "/matrix?rows=case | use family, technique",
                "/matrix?columns=x | use risk, instrument, jurisdiction",
                "/matrix?rows=technique&rows=family | at most 1",
                "/matrix?show=2 | use top, all",
                "/matrix?family=none | such as technique/",
                "/matrix.csv?columns=x | use risk",
                "/fines?currency=XXX | use EUR",
                "/fines?year=20 | a year",
                "/fines.csv?by=x | use year, authority, technique",
                "/fines?authority=x | such as authority/"
            })
    void refusesWhatItDoesNotKnowAndSaysWhatIsAllowed(String path, String told) {
        HttpResponse<String> problem = service.get(path);
        assertThat(problem.statusCode()).isEqualTo(400);
        assertThat(Service.json(problem).get("detail").asString()).contains(told);
        assertThat(service.get(path, "Accept", "text/html").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/timeline?technique=", "/timeline?from=", "/matrix?rows=", "/timeline?x=", "/fines?currency="})
    void showsNothingOfACallerAsMarkup(String path) {
        String hostile = "\"><script>alert(1)</script>";
        HttpResponse<String> page =
                service.get(path + URLEncoder.encode(hostile, StandardCharsets.UTF_8), "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).doesNotContain("<script>alert");
        HttpResponse<String> tooLong = service.get(path + "a".repeat(201));
        assertThat(tooLong.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timeline?technique=keylogging&lang=en", "/matrix?columns=instrument&lang=en"})
    void drawingsHaveACardForOtherSitesThatRunsNothing(String path) {
        String here = "http://localhost:" + port;
        HttpResponse<String> card = service.get("/embed" + path, "Accept", "text/html");
        assertThat(card.statusCode()).isEqualTo(200);
        assertThat(card.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors *")
                .doesNotContain("script-src");
        assertThat(card.body()).doesNotContain("<script").contains(here + "/id/");
        String url = URLEncoder.encode(here + path, StandardCharsets.UTF_8);
        JsonNode oembed = service.json("/oembed?url=" + url);
        assertThat(oembed.get("html").asString()).contains(here + "/embed" + HtmlUtils.htmlEscape(path));
        String hostile = URLEncoder.encode(here + "/timeline?x=\"><script>", StandardCharsets.UTF_8);
        assertThat(service.json("/oembed?url=" + hostile).get("html").asString())
                .doesNotContain("<script>");
        assertThat(service.get("/embed/timeline?from=1").statusCode()).isEqualTo(400);
    }

    @Test
    void aPictureSaysWhatItLeavesOut() {
        assertThat(service.get("/embed/fines?by=authority&lang=en").body()).containsPattern("6 of \\d+ rows are drawn");
        assertThat(service.get("/timeline?instrument=instrument/cao-68&lang=en", "Accept", "text/html")
                        .body())
                .contains("1 more lies before 2016.", "from=1998");
        assertThat(service.get("/embed/timeline?instrument=instrument/cao-68&lang=en")
                        .body())
                .contains("1 more lies before 2016.", "from=1998");
    }

    @Test
    void theFinesSayWhyOneWasLowered() {
        String page = service.get("/fines?lang=en", "Accept", "text/html").body();
        assertThat(page.substring(page.indexOf("id=\"lowered\"")))
                .contains("by voluntary payment", "23 July 2021", "by Spanish Data Protection Agency itself");
    }

    @Test
    void aSavedQuestionCanBeFollowed() {
        JsonNode feed = service.json("/questions/cases-about/feed.json?subject=keylogging&lang=en");
        JsonNode rows = service.json("/api/v1/questions/cases-about?subject=keylogging&lang=en")
                .get("rows");
        assertThat(rows.size()).isPositive();
        assertThat(feed.get("items").size()).isPositive().isLessThanOrEqualTo(rows.size());
        String atom = service.get("/questions/cases-about/feed.atom?subject=keylogging&lang=en")
                .body();
        for (JsonNode item : feed.get("items")) {
            assertThat(item.get("id").asString()).startsWith("https://w3id.org/werkgraaf/id/");
            assertThat(atom)
                    .contains(
                            "<id>" + item.get("id").asString() + "</id>",
                            item.get("date_modified").asString());
        }
        assertThat(html("/questions/cases-about?lang=en")).contains("/questions/cases-about/feed.atom?");
        assertThat(html("/questions/fines-by-year?lang=en")).doesNotContain("feed.atom");
        assertThat(service.get("/questions/fines-by-year/feed.atom").statusCode())
                .isEqualTo(404);
        assertThat(service.get("/questions/none/feed.atom").statusCode()).isEqualTo(404);
        assertThat(service.get("/questions/cases-about/feed.json?subject=nothing")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aFrozenAnswerSaysWhetherItChanged() {
        String page = HtmlUtils.htmlUnescape(html("/questions/cases-about?subject=keylogging&lang=en"));
        Matcher link =
                Pattern.compile("href=\"(/r/([^/]+)/([^/]+)/questions[^\"]*)\"").matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(html(link.group(1))).contains("Nothing has changed since", "noindex");
        assertThat(html(link.group(1)
                        .replace(link.group(2), "2020-01-31-0123abcd")
                        .replace(link.group(3), "0123456789abcdef")))
                .contains("Changed since the release of 31 January 2020");
        assertThat(html(link.group(1).replace("keylogging", "gps-tracking"))).contains("does not fit the release");
    }

    private List<String> labels(String path) {
        List<String> labels = new ArrayList<>();
        service.json(path)
                .get("events")
                .forEach(event -> labels.add(event.get("label").asString()));
        return labels;
    }

    private String html(String path) {
        HttpResponse<String> page = service.get(path, "Accept", "text/html");
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }
}
