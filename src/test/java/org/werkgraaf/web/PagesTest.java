package org.werkgraaf.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

@PackagedServiceTest
class PagesTest {
    private static final String AMAZON = "/id/case/cnil-amazon-france-logistique";
    private static final List<String> KINDS = List.of(
            AMAZON,
            "/id/technique/algorithmic-management",
            "/id/provision/gdpr-art-22",
            "/id/instrument/cao-81",
            "/id/risk/privacy-infringement",
            "/id/organisation/amazon",
            "/id/source/de-onzichtbare-manager",
            "/id/passage/de-onzichtbare-manager-l30a",
            "/id/statistic/esener-2019-pace",
            "/id/incident/amazon-recruiting-tool",
            "/id/sector/retail",
            "/id/applicability/ai-act-high-risk-new");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");
    private static final int LINKS_MAX = 250;

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/, nl, Ingangen",
        "/, en, Ways in",
        "/, fr, Portes d",
        "/search, nl, Volgorde",
        "/search, en, Order",
        "/search, fr, Ordre",
        AMAZON + ", nl, Verloop",
        AMAZON + ", en, History",
        AMAZON + ", fr, Chronologie"
    })
    void speaksTheLanguageThatIsAskedForInEachOfThreeWays(String path, String lang, String word) {
        assertThat(html(path + "?lang=" + lang)).contains("<html lang=\"" + lang + "\"", word);
        assertThat(service.get(path, "Accept", "text/html", "Cookie", "lang=" + lang)
                        .body())
                .contains(word);
        assertThat(service.get(path, "Accept", "text/html", "Accept-Language", lang + "-BE,de;q=0.5")
                        .body())
                .contains(word);
    }

    @Test
    void remembersAChosenLanguageAlsoWhenThePageIsUnchanged() {
        HttpResponse<String> first = service.get(AMAZON + "?lang=fr", "Accept", "text/html");
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("lang=fr", "HttpOnly", "SameSite=Lax");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = service.get(AMAZON + "?lang=fr", "Accept", "text/html", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Set-Cookie").orElseThrow()).contains("lang=fr");
    }

    @ParameterizedTest
    @ValueSource(strings = {AMAZON, "/search?q=amazon"})
    void answers304WhileReleaseAndLanguageAreTheSame(String path) {
        HttpResponse<String> page = service.get(path, "Accept", "text/html", "Accept-Language", "nl");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(String.join(",", page.headers().allValues("Vary"))
                        .toLowerCase(Locale.ROOT)
                        .split(", *"))
                .contains("accept", "accept-language", "cookie");
        HttpResponse<String> again =
                service.get(path, "Accept", "text/html", "Accept-Language", "nl", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(service.get(path, "Accept", "text/html", "Accept-Language", "en", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysWhatIsNotThereAsAPage() {
        HttpResponse<String> page =
                service.get("/id/case/no-such-case", "Accept", "text/html", "Accept-Language", "nl");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>Hier staat niets</h1>", "role=\"search\"", "not-found");
        assertThat(page.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void tellsEachErrorAsAWholePage() {
        assertThat(service.get("/search?lang=xx", "Accept", "text/html")).satisfies(page -> {
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).contains("<footer class=\"bottom\"", "<html lang=\"nl\"");
        });
        assertThat(service.get("/no/such/page?lang=fr", "Accept", "text/html")).satisfies(page -> {
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("<html lang=\"fr\"", "Français");
        });
        assertThat(service.post("/search", "text/plain", "x", "Accept", "text/html"))
                .satisfies(page -> {
                    assertThat(page.statusCode()).isEqualTo(405);
                    assertThat(page.body()).contains("<footer class=\"bottom\"");
                });
        assertThat(service.get("/search?from=gisteren", "Accept", "text/html").statusCode())
                .isEqualTo(400);
    }

    @Test
    void hasOneHeadPerPage() {
        for (String path : List.of("/", "/search?q=amazon", AMAZON, "/about")) {
            assertThat(count(html(path), "<head>")).as(path).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onfocus='alert(1)",
                "${1234*5678}",
                "__${1234*5678}__::x",
                "#{home.title}",
                "javascript:alert(1)",
                "\u202e\u0000&amp;"
            })
    void showsHostileQuestionsAsText(String words) {
        HttpResponse<String> page = service.get(
                "/search?lang=nl&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8), "Accept", "text/html");
        assertThat(page.statusCode()).isIn(200, 400);
        assertThat(page.body())
                .doesNotContain(
                        "<script>alert",
                        "<img src=x",
                        "onfocus='alert",
                        "href=\"javascript:",
                        "7006652",
                        "onerror=alert(1)>");
    }

    @Test
    void linksOnlyToWhatExists() {
        Set<String> links = new LinkedHashSet<>();
        for (String page : List.of(
                "/",
                "/search?q=amazon&type=Case&lang=nl",
                "/search?size=3&lang=fr",
                "/about",
                AMAZON,
                "/id/provision/gdpr-art-22",
                "/id/passage/de-onzichtbare-manager-l30a",
                "/id/statistic/esener-2019-pace")) {
            Matcher matcher = LINK.matcher(html(page));
            while (matcher.find()) {
                links.add(matcher.group(1).replace("&amp;", "&"));
            }
        }
        assertThat(links).hasSizeGreaterThan(100);
        // The dumps are made while the service runs: they may not be ready yet.
        links.stream()
                .filter(link -> !link.startsWith("/dumps"))
                .limit(LINKS_MAX)
                .forEach(link -> assertThat(service.get(link, "Accept", "text/html, */*;q=0.5")
                                .statusCode())
                        .as(link)
                        .isIn(200, 302));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en", "fr"})
    void showsEachKindOfThingWithoutIrisForNamesOrMissingTexts(String lang) {
        for (String path : KINDS) {
            HttpResponse<String> page = service.get(path + "?lang=" + lang, "Accept", "text/html");
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .as(path)
                    .doesNotContain("??", ">https://w3id.org/werkgraaf/id/claim", "<style", " style=", "onclick")
                    .containsPattern("<title>.+ – Werkgraaf</title>")
                    .containsPattern("<meta name=\"description\" content=\".{10,}\"");
            // The permanent address is the one IRI that readers see.
            assertThat(count(page.body(), ">https://w3id.org/werkgraaf/"))
                    .as(path)
                    .isEqualTo(1);
            assertThat(count(page.body(), "<h1")).as(path).isEqualTo(1);
        }
    }

    @Test
    void strikesOutWhatWasMistakenAndShowsBothWithTheirSources() {
        String page = html(AMAZON + "?lang=nl").replaceAll("[\\u00a0\\u202f]", " ");
        assertThat(page).containsPattern("<s><span class=\"amount\">€ 35.000.000</span></s>");
        assertThat(page).containsPattern("<span class=\"value\"><span class=\"amount\">€ 32.000.000</span>");
        assertThat(page)
                .contains("De bronnen geven verschillende waarden", "href=\"#passage-de-onzichtbare-manager-l30a\"");
        assertThat(page).contains("id=\"passage-de-onzichtbare-manager-l30a\"");
    }

    @Test
    void listsTheProvisionsOfAnActInItsOwnOrder() {
        String act = html("/id/instrument/gdpr?lang=nl");
        assertThat(act.indexOf("Art. 9 AVG")).isPositive().isLessThan(act.indexOf("Art. 10 AVG"));
        String provision = html("/id/provision/gdpr-art-22?lang=nl");
        assertThat(provision)
                .contains("rel=\"prev\" href=\"/id/provision/gdpr-art-21\"", "href=\"/id/instrument/gdpr\"");
        assertThat(provision).containsPattern("class=\"next\" rel=\"next\" href=\"/id/provision/gdpr-art-2[3-9]\"");
        String point = html("/id/provision/gdpr-art-5-1-b?lang=nl");
        assertThat(point)
                .contains("rel=\"prev\" href=\"/id/provision/gdpr-art-5-1-a\"", "href=\"/id/provision/gdpr-art-5\"");
    }

    @Test
    void showsWhatAPassageStatesAndWhatASourceSays() {
        String passage = html("/id/passage/de-onzichtbare-manager-l30a?lang=nl").replaceAll("[\\u00a0\\u202f]", " ");
        assertThat(passage)
                .contains("href=\"/id/source/de-onzichtbare-manager\"", "href=\"" + AMAZON + "\"", "€ 35.000.000");
        String source = html("/id/source/de-onzichtbare-manager?lang=nl&about=" + AMAZON.substring("/id/".length()));
        assertThat(source).contains("Wat deze bron zegt", "href=\"/id/passage/de-onzichtbare-manager-l30a\"");
        assertThat(count(html("/id/source/de-onzichtbare-manager?lang=nl"), "class=\"places\""))
                .isGreaterThan(1);
    }

    @Test
    void showsAYearWhereOnlyTheYearIsKnown() {
        assertThat(html("/search?q=Amazon+rekruteringstool&type=Incident&lang=nl"))
                .contains("<time datetime=\"2014\">2014</time>")
                .doesNotContain("1 januari 2014");
    }

    @Test
    void offersEachFormatOfAThing() {
        String page = html(AMAZON);
        for (String suffix : List.of("json", "jsonld", "ttl", "rdf", "nt")) {
            assertThat(page).contains("href=\"" + AMAZON + "." + suffix + "\"");
            assertThat(service.get(AMAZON + "." + suffix).statusCode())
                    .as(suffix)
                    .isEqualTo(200);
        }
    }

    @Test
    void marksTextInAnotherLanguage() {
        assertThat(html("/id/source/guardian-2022-bloomberg?lang=fr")).contains("<dd lang=\"en\">");
    }

    @Test
    void namesAChosenFilterAlsoWhenNothingIsFound() {
        assertThat(html("/search?q=xyzzyqq&type=Case&lang=nl"))
                .contains("Hiervoor is niets gevonden", "<span>Zaak</span>")
                .doesNotContain("<span>Case</span>");
    }

    private String html(String path) {
        HttpResponse<String> response = service.get(path, "Accept", "text/html", "Accept-Language", "nl");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
