package org.werkgraaf.web.thing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/** The page of a thing is laid out for what it is. */
@PackagedServiceTest
class ThingLayoutTest {
    private static final String CASE = "/id/case/cnil-amazon-france-logistique";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void tellsACaseAsAStory() {
        assertThat(headings(page(CASE)))
                .containsSubsequence(
                        "In het kort", "Verloop", "Wie", "Waar het om gaat", "Welke regels", "Uitkomst en geld");
    }

    @Test
    void saysInShortWhatACaseWas() {
        String page = page(CASE);
        String brief = page.substring(
                page.indexOf("<section class=\"brief\""),
                page.indexOf("</section>", page.indexOf("<section class=\"brief\"")));
        assertThat(brief)
                .contains("CNIL", "27 december 2023", "Amazon France Logistique", "15.000.000")
                .doesNotContain("35.000.000");
    }

    @Test
    void drawsTheStepsOfACaseWithALinkToEach() {
        String page = page(CASE);
        String line = page.substring(
                page.indexOf("<svg class=\"time-line\""),
                page.indexOf("</svg>", page.indexOf("<svg class=\"time-line\"")));
        Set<String> steps = found(line, "href=\"#(step-[^\"]+)\"");
        assertThat(steps)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(step -> assertThat(page).contains("<li id=\"" + step + "\""));
    }

    @Test
    void givesTheDossierOfATechnique() {
        assertThat(headings(page("/id/technique/camera-surveillance")))
                .containsSubsequence(
                        "In het kort",
                        "Hoe het werkt",
                        "Risico's en kansen",
                        "Wat de regels zeggen",
                        "Waar het aan de orde is");
    }

    @Test
    void tellsThingsApartByClassAndCountsThemTogetherInShort() {
        String page = page("/id/risk/privacy-infringement");
        String brief = page.substring(
                page.indexOf("<section class=\"brief\""),
                page.indexOf("</section>", page.indexOf("<section class=\"brief\"")));
        long posed = service.json("/api/v1/entities/risk/privacy-infringement")
                .get("incoming")
                .valueStream()
                .filter(relation -> relation.get("name").asString().equals("poses"))
                .mapToLong(relation -> relation.get("values").size())
                .sum();
        assertThat(posed).isGreaterThan(20);
        assertThat(brief).contains("<a href=\"#c-causes\">" + posed + "</a>").doesNotContain(": technieken");
        assertThat(page).contains(": technieken", ": producten");
    }

    @Test
    void showsAnActAsATreeAndAProvisionInIt() {
        String act = page("/id/instrument/gdpr");
        assertThat(act)
                .containsSubsequence(
                        "id=\"contents\"",
                        "/id/provision/gdpr-art-5",
                        "/id/provision/gdpr-art-5-1-a",
                        "/id/provision/gdpr-art-22");
        String provision = page("/id/provision/gdpr-art-22");
        assertThat(provision)
                .contains("rel=\"prev\"", "rel=\"next\"", "Alles in Algemene verordening gegevensbescherming");
        assertThat(found(provision, "(href=\"/id/provision/[^\"]+\" aria-current=\"page\")"))
                .containsExactly("href=\"/id/provision/gdpr-art-22\" aria-current=\"page\"");
    }

    @Test
    void saysWhatASourceIsAboutAsSearchesThatFindAsMuch() {
        String page = page("/id/source/de-onzichtbare-manager");
        Matcher subject = Pattern.compile("<a href=\"(/search\\?source=[^\"]+)\"><strong>(\\d+)</strong>")
                .matcher(page);
        assertThat(subject.find()).isTrue();
        HttpResponse<String> found = service.get("/api/v1" + subject.group(1).replace("&amp;", "&"));
        assertThat(Service.json(found).get("total").asLong()).isEqualTo(Long.parseLong(subject.group(2)));
        assertThat(page).contains("Technieken");
    }

    /** Chapters take facts from the general list; none may get lost or be shown twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "case/cnil-amazon-france-logistique",
                "case/hof-amsterdam-uber-deactivation",
                "technique/camera-surveillance",
                "technique/keylogging",
                "provision/gdpr-art-22",
                "risk/privacy-infringement",
                "organisation/amazon",
                "authority/cnil",
                "obligation/works-council-consent",
                "data-category/biometric-data",
                "incident/amazon-recruiting-tool",
                "product/mindbot",
                "instrument/cao-81",
                "statistic/esener-2019-pace"
            })
    void leavesNothingOut(String id) {
        HttpResponse<String> answer = service.get("/api/v1/entities/" + id);
        org.junit.jupiter.api.Assumptions.assumeTrue(answer.statusCode() == 200, id + " is not in the content");
        JsonNode thing = Service.json(answer);
        String page = page("/id/" + id);
        String body = page.substring(page.indexOf("<main"), page.indexOf("</main>"))
                + found(page, "class=\"rest\"><a rel=\"nofollow\" href=\"([^\"]+)\"").stream()
                        .map(way -> page(way.replace("&amp;", "&")))
                        .collect(java.util.stream.Collectors.joining());
        thing.get("facts")
                .forEach(relation -> relation.get("values").forEach(value -> {
                    if (value.hasNonNull("id")
                            && !Set.of("partOf", "jurisdiction", "currency")
                                    .contains(relation.get("name").asString())) {
                        assertThat(body)
                                .as(relation.get("name").asString())
                                .contains("href=\"/id/" + value.get("id").asString() + "\"");
                    }
                }));
        thing.get("incoming")
                .forEach(relation -> relation.get("values").forEach(value -> {
                    if (value.hasNonNull("id")) {
                        assertThat(body)
                                .as("^" + relation.get("name").asString())
                                .contains("/id/" + value.get("id").asString() + "\"");
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CASE,
                "/id/technique/camera-surveillance",
                "/id/provision/gdpr-art-22",
                "/id/instrument/gdpr",
                "/id/source/de-onzichtbare-manager"
            })
    void hasEachAnchorOnceAndLinksOnlyToThose(String path) {
        String page = page(path);
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(found(page, "href=\"#([^\"]+)\"")).allMatch(ids::contains);
        assertThat(found(page, "aria-labelledby=\"([^\"]+)\"")).allMatch(ids::contains);
    }

    private String page(String path) {
        HttpResponse<String> page =
                service.get(path + (path.contains("?") ? "&" : "?") + "lang=nl", "Accept", "text/html");
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    private static List<String> headings(String page) {
        return Pattern.compile("<h2[^>]*>(?:<span>)?([^<]+)<")
                .matcher(page)
                .results()
                .map(each -> each.group(1).replace("&#39;", "'"))
                .toList();
    }

    private static Set<String> found(String text, String pattern) {
        Set<String> found = new LinkedHashSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(each -> found.add(each.group(1)));
        return found;
    }
}
