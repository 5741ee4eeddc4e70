package org.werkgraaf.web.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class QuotePagesTest {
    private static final String UBER = "/id/case/hof-amsterdam-uber-deactivation";
    private static final Pattern FROZEN = Pattern.compile("href=\"(/r/[^\"]*)\"");

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void citesACaseAsDutchLawyersDo() {
        assertThat(html(UBER + "?lang=nl"))
                .contains("Hof Amsterdam 4 april 2023, ECLI:NL:GHAMS:2023:793 (Uber, deactivering van chauffeurs).")
                .contains(
                        "Gerechtshof Amsterdam. (2023, 4 april). Uber, deactivering van chauffeurs. ECLI:NL:GHAMS:2023:793.");
    }

    @ParameterizedTest
    @CsvSource({
        "bib, application/x-bibtex, '@misc{'",
        "ris, application/x-research-info-systems, 'TY  - CASE'",
        "csl.json, application/vnd.citationstyles.csl+json, legal_case"
    })
    void givesEachFormatOfReferenceManagers(String suffix, String type, String part) {
        HttpResponse<String> answer = service.get(UBER + "." + suffix + "?lang=nl");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.body()).contains(part, "ECLI:NL:GHAMS:2023:793", "https://w3id.org/werkgraaf" + UBER);
        assertThat(service.get("/id/case/no-such-case." + suffix).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {UBER + "?lang=nl", "/search?q=amazon&lang=nl"})
    void aFrozenLinkSaysWhetherAnythingChanged(String path) {
        String link = frozen(html(path));
        assertThat(html(link)).contains("Niets veranderd sinds de uitgave van", "noindex");
        String digest = link.split("/")[3];
        String release = link.split("/")[2];
        assertThat(html(link.replace(digest, "0123456789abcdef"))).contains("Dit adres klopt niet met de uitgave");
        assertThat(html(link.replace(release, "2020-01-31-0123abcd")))
                .contains("Niets veranderd sinds de uitgave van 31 januari 2020");
        assertThat(html(link.replace(release, "2020-01-31-0123abcd").replace(digest, "0123456789abcdef")))
                .contains("Veranderd sinds de uitgave van 31 januari 2020", "niet meer bewaard");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/r/x/0123456789abcdef" + UBER,
                "/r/2020-01-31-0123abcd/0" + UBER,
                "/r/2020-01-31-0123abcd/0123456789abcdef/id/case/no"
            })
    void saysWhatIsNoFrozenLink(String path) {
        assertThat(service.get(path, "Accept", "text/html").statusCode()).isEqualTo(404);
    }

    @Test
    void hasACardForOtherSitesThatRunsNothing() {
        HttpResponse<String> card = service.get("/embed" + UBER.substring(3), "Accept", "text/html");
        assertThat(card.statusCode()).isEqualTo(200);
        assertThat(card.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors *")
                .doesNotContain("script-src");
        assertThat(card.body()).doesNotContain("<script");
        assertThat(service.get("/embed/case/no-such-case").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsOtherSitesHowToShowAPage() {
        JsonNode card = service.json("/oembed?maxwidth=400&lang=nl&url=https://w3id.org/werkgraaf" + UBER);
        assertThat(card.get("type").asString()).isEqualTo("rich");
        assertThat(card.get("width").asInt()).isEqualTo(400);
        assertThat(card.get("html").asString())
                .contains("<iframe src=\"", "/embed/case/hof-amsterdam-uber-deactivation?lang=nl");
        assertThat(service.get("/oembed?url=https://example.org/id/case/x").statusCode())
                .isEqualTo(404);
        assertThat(service.get("/oembed").statusCode()).isEqualTo(404);
        assertThat(service.get("/oembed?format=xml&url=x").statusCode()).isEqualTo(400);
        assertThat(service.get("/oembed?maxwidth=3&url=https://w3id.org/werkgraaf" + UBER)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void hasAPictureForEachThingThatIsFound() {
        HttpResponse<String> picture = service.get("/og/technique/keylogging.png?lang=nl");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        String tag = picture.headers().firstValue("ETag").orElseThrow();
        assertThat(service.get("/og/technique/keylogging.png?lang=nl", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(service.get("/og/technique/no-such.png").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsSearchEnginesWhatThereIs() {
        String map = service.get("/sitemap.xml").body();
        assertThat(map).contains("<loc>http://localhost:" + port + UBER + "</loc>", "hreflang=\"fr\"");
        assertThat(service.get("/robots.txt").body()).contains("/sitemap.xml", "Disallow: /r/");
        Matcher data = Pattern.compile("<script type=\"application/ld\\+json\">(.*)</script>")
                .matcher(html(UBER));
        assertThat(data.find()).isTrue();
        assertThat(tools.jackson.databind.json.JsonMapper.builder()
                        .build()
                        .readTree(data.group(1))
                        .get("@context")
                        .asString())
                .isEqualTo("https://schema.org");
    }

    @Test
    void offersItsSearchToBrowsers() {
        assertThat(html("/")).contains("rel=\"search\"");
        assertThat(service.get("/opensearch.xml?lang=nl").body()).contains("{searchTerms}", "<Language>nl</Language>");
        JsonNode answer = service.json("/opensearch/suggest?q=keylo&lang=en");
        assertThat(answer.get(0).asString()).isEqualTo("keylo");
        assertThat(answer.get(1).size()).isPositive();
        assertThat(answer.get(3).get(0).asString()).contains("/id/");
        assertThat(service.get("/opensearch/suggest?q=a&nope=1").statusCode()).isEqualTo(400);
    }

    @Test
    void feedsHaveTheSameEntriesAndDates() {
        JsonNode json = service.json("/feed.json?type=Case&size=3&lang=en");
        String atom = service.get("/feed.atom?type=Case&size=3&lang=en").body();
        assertThat(json.get("items").size()).isEqualTo(3);
        json.get("items")
                .forEach(item -> assertThat(atom)
                        .contains(
                                "<id>" + item.get("id").asString() + "</id>",
                                "<updated>" + item.get("date_modified").asString() + "</updated>"));
    }

    @ParameterizedTest
    @CsvSource({
        "Case, <span>Autoriteit Persoonsgegevens</span>",
        "Technique, Risico",
        "Provision, Schept",
        "Statistic, class=\"amount\"",
        "Recommendation, card.to"
    })
    void cardsShowWhatMattersForTheirKind(String type, String part) {
        String page = html("/search?lang=nl&size=100&type=" + type);
        assertThat(page).contains(part.equals("card.to") ? "<span class=\"card-fact-name\">Aan</span>" : part);
    }

    @Test
    void aFigureNamesItsSurveyInOneLanguage() {
        assertThat(html("/search?lang=nl&type=Statistic&q=ESENER"))
                .contains("derde Europese bedrijvenenquête")
                .doesNotContain("third European survey");
    }

    private String html(String path) {
        HttpResponse<String> page = service.get(path, "Accept", "text/html", "Accept-Language", "nl");
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    private static String frozen(String html) {
        Matcher link = FROZEN.matcher(html);
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }
}
