package org.werkgraaf.web.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The form on which readers propose, as a browser without scripts sends it. */
class ProposeFormTest extends CuratedService {
    private static final String PATH = "/propose?about=" + CASE + "&lang=nl";
    private static final String EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";

    @ParameterizedTest
    @CsvSource({
        "nl, Klopt iets niet of ontbreekt er iets?",
        "en, Something wrong or missing?",
        "fr, Une erreur ou un oubli ?"
    })
    void everyPageOfAThingLeadsToIt(String lang, String link) {
        for (String id : List.of(
                CASE,
                "passage/de-onzichtbare-manager-l30a",
                "provision/gdpr-art-22",
                "source/de-onzichtbare-manager")) {
            String page = service()
                    .get("/id/" + id + "?lang=" + lang, "Accept", "text/html")
                    .body();
            assertThat(page).contains(link).contains("\"/propose?about=" + id + "\"");
        }
        HttpResponse<String> form = service().get("/propose?about=" + CASE + "&lang=" + lang);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(form.body()).contains("noindex").contains("<optgroup");
    }

    @Test
    void leadsToThePageOnWhichItIsFollowed() {
        HttpResponse<String> sent = send("statement=missing&shouldBe=Er+kwam+hoger+beroep.&place=onder+4");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String page = sent.headers().firstValue("Location").orElseThrow();
        assertThat(page).matches("/proposals/[A-Za-z0-9_-]{32}");
        assertThat(service().get(page, "Accept-Language", "nl").body())
                .contains("Er ontbreekt iets")
                .doesNotContain("hoger beroep");
        String id = page.replaceAll("/proposals/|\\?.*", "");
        answer(id, "looking", "");
        assertThat(service().get(page).body()).contains("Er kwam hoger beroep.", "onder 4");
        remove(id);
    }

    /** Facts, names, steps of the history, links from others, and what a passage states. */
    @ParameterizedTest
    @ValueSource(strings = {CASE, "passage/de-onzichtbare-manager-l30a", "technique/keylogging"})
    void everyStatementThatItOffersCanBeMeant(String about) {
        List<String> keys =
                keys(service().get("/propose?lang=nl&about=" + about).body());
        assertThat(keys).hasSizeGreaterThan(4).doesNotHaveDuplicates();
        for (int i = 0; i < keys.size(); i += Math.max(1, keys.size() / 6)) {
            String body = "statement=" + encode(keys.get(i)) + "&shouldBe=x";
            HttpResponse<String> sent = service().post("/propose?lang=nl&about=" + about, FORM, body, someone());
            assertThat(sent.statusCode()).as(keys.get(i)).isEqualTo(303);
            String id = sent.headers().firstValue("Location").orElseThrow().replaceAll("/proposals/|\\?.*", "");
            JsonNode kept = admin("/" + id);
            assertThat(kept.get("statement").asString()).isEqualTo(keys.get(i));
            assertThat(kept.get("read").asString()).isNotBlank();
            remove(id);
        }
    }

    @Test
    void aStatementCanBeChosenBeforehand() {
        String form = service()
                .get(PATH + "&statement=" + encode("decidedOn=2023-12-27"))
                .body();
        assertThat(form).contains("<option value=\"decidedOn=2023-12-27\" selected=\"selected\">");
    }

    @ParameterizedTest
    @CsvSource({
        "shouldBe=, p-shouldBe",
        "shouldBe=LONG, p-shouldBe",
        "shouldBe=Mijn+tekst&source=ftp://x, p-source",
        "shouldBe=Mijn+tekst&place=een%0Atwee, p-place",
        "shouldBe=Mijn+tekst&email=iemand, p-email",
        "shouldBe=Mijn+tekst&website=https://spam.example, p-website",
        "shouldBe=Mijn+tekst&statement=decidedOn%3D1999-01-01, p-statement"
    })
    void whatIsWrongStandsBesideTheFieldAndNothingIsLost(String fields, String field) {
        String body = fields.replace("LONG", "y".repeat(401));
        HttpResponse<String> sent = send(body.contains("statement") ? body : body + "&statement=missing");
        assertThat(sent.statusCode()).isEqualTo(400);
        assertThat(sent.body()).contains("href=\"#" + field + "\"").contains("nog niet verstuurd");
        if (body.contains("Mijn+tekst")) {
            assertThat(sent.body()).contains(">Mijn tekst</textarea>");
        }
        // What was written must not come into an address, where a browser and a proxy keep it.
        Matcher links = Pattern.compile("href=\"([^#\"]*)\"").matcher(sent.body());
        while (links.find()) {
            assertThat(links.group(1)).doesNotContain("Mijn", "shouldBe", "email");
        }
    }

    /** A language is remembered when a reader chooses one, not when a link or a form says which one it is read in. */
    @Test
    void noLinkAndNoFormChoosesALanguage() {
        String[] dutch = {"Accept-Language", "nl", "Accept", "text/html"};
        String id = propose(proposal("x"));
        for (String page : List.of("/id/" + CASE, "/propose?about=" + CASE, "/proposals/" + id)) {
            assertThat(service().get(page, dutch).body())
                    .containsPattern("href=\"(/propose\\?about=|/id/)" + CASE + "\"");
        }
        remove(id);
        HttpResponse<String> refused = send("statement=whole&shouldBe=");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(service().get(PATH).headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("lang=nl");
    }

    /** A service that takes proposals has other pages than one of the same release that takes none. */
    @Test
    void aPageWithTheLinkIsNotTheOneWithout() {
        String path = "/id/" + CASE + "?lang=nl";
        String tag = service()
                .get(path, "Accept", "text/html")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(service()
                        .get(path, "Accept", "text/html", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        String without = tag.replace(".proposing", "");
        assertThat(service()
                        .get(path, "Accept", "text/html", "If-None-Match", without)
                        .statusCode())
                .isEqualTo(200);
    }

    /** A browser counts one character for each end of a line, and sends two. */
    @Test
    void aTextThatTheFormLetsBeWrittenIsTaken() {
        String text = "a\n".repeat(199) + "zz";
        HttpResponse<String> sent = send("statement=whole&shouldBe=" + encode(text.replace("\n", "\r\n")));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        String id = sent.headers().firstValue("Location").orElseThrow().replaceAll("/proposals/|\\?.*", "");
        assertThat(admin("/" + id).get("shouldBe").asString()).isEqualTo(text);
        remove(id);
    }

    @Test
    void aPageOfAnotherSiteCannotSendIt() {
        String[] one = someone();
        HttpResponse<String> sent = service()
                .post(PATH, FORM, "statement=whole&shouldBe=x", one[0], one[1], "Sec-Fetch-Site", "cross-site");
        assertThat(sent.statusCode()).isEqualTo(403);
        HttpResponse<String> rest = service()
                .post("/api/v1/proposals", JSON, proposal("x"), one[0], one[1], "Origin", "https://elsewhere.example");
        assertThat(rest.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        remove(org.werkgraaf.Service.json(rest).path("id").asString("none"));
    }

    @Test
    void nothingThatIsWrittenBecomesMarkup() {
        String all = "statement=" + encode(EVIL) + "&shouldBe=" + encode(EVIL) + "&place=" + encode(EVIL) + "&email="
                + encode(EVIL) + "&source=" + encode(EVIL);
        assertHarmless(send(all).body());
        assertHarmless(service().get(PATH + "&statement=" + encode(EVIL)).body());
        assertHarmless(service()
                .get("/propose?lang=nl&about=" + encode(EVIL), "Accept", "text/html")
                .body());
        assertHarmless(service()
                .get("/proposals/" + encode(EVIL), "Accept", "text/html")
                .body());
        String id = send("statement=whole&shouldBe=" + encode(EVIL) + "&place=" + encode(EVIL) + "&source="
                        + encode("https://example.org/?a=<script>"
                                .replace("<", "%3C")
                                .replace(">", "%3E")))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll("/proposals/|\\?.*", "");
        answer(id, "declined", EVIL);
        String page = service().get("/proposals/" + id + "?lang=nl").body();
        assertHarmless(page);
        assertThat(page).contains("&lt;script&gt;").doesNotContain("href=\"https://example.org");
        assertThat(service()
                        .get("/api/v1/proposals/" + id)
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith(JSON);
        remove(id);
    }

    private static void assertHarmless(String page) {
        assertThat(page).doesNotContain("<script>alert", "<img src=x", "\"'>");
    }

    private HttpResponse<String> send(String fields) {
        return service().post(PATH, FORM, fields, someone());
    }

    private static List<String> keys(String form) {
        return Pattern.compile("<option value=\"([^\"]*=[^\"]*)\"")
                .matcher(form)
                .results()
                .map(each -> org.springframework.web.util.HtmlUtils.htmlUnescape(each.group(1)))
                .toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
