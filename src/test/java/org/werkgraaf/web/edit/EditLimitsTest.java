package org.werkgraaf.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Role;
import org.werkgraaf.web.sign.Visitor;

/** What one person can take of the service, and what is not lost, over HTTP. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "werkgraaf.sign-in.password-cost=4",
            "werkgraaf.edit.looks-max=3",
            "werkgraaf.edit.looks-per-person-max=2"
        })
@DirtiesContext
class EditLimitsTest {
    private static final String PASSWORD = "paard batterij nietje";
    private static final String FORM = "/edit/technique/technique-4";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry settings) {
        SmallRelease.serve(folder, settings);
    }

    @BeforeEach
    void people() {
        for (String name : List.of("bob", "cas", "dia")) {
            if (accounts.find(name).isEmpty()) {
                accounts.add(name, Role.CONTRIBUTOR, PASSWORD, null);
            }
        }
    }

    private Visitor signedIn(String name) {
        Visitor visitor = new Visitor(port, "198.51.100.7");
        assertThat(visitor.signIn(name, PASSWORD).statusCode()).isEqualTo(303);
        return visitor;
    }

    private String page(Visitor visitor) {
        return visitor.get(FORM).body();
    }

    private static List<String> look(String csrf, int number) {
        return List.of("_csrf", csrf, "t.prefLabel.en", "Fourth " + number, "reason", "Better", "do", "look");
    }

    private static String csrf(String page) {
        return hidden(page).get(hidden(page).indexOf("_csrf") + 1);
    }

    private static List<String> hidden(String page) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = HIDDEN.matcher(page);
        while (matcher.find()) {
            fields.add(matcher.group(1));
            fields.add(matcher.group(2));
        }
        return fields;
    }

    /** Eighteen looks at once of one person take two places; others still get theirs, and who is refused is told when to come again. */
    @Test
    void nobodyTakesAllPlaces() {
        Visitor bob = signedIn("bob");
        String csrf = csrf(page(bob));
        List<CompletableFuture<HttpResponse<String>>> many = IntStream.range(0, 18)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> bob.post(FORM, look(csrf, number), "Accept", "text/html", "Accept-Language", "en"),
                        EditLimitsTest::start))
                .toList();
        List<HttpResponse<String>> answers =
                many.stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream().map(HttpResponse::statusCode).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(200, 429);
        HttpResponse<String> refused = answers.stream()
                .filter(each -> each.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.headers().firstValue("Retry-After")).contains("30");
        assertThat(refused.body()).contains("werkgraaf.edit.looks-per-person-max");
        // The places are given back.
        assertThat(bob.post(FORM, look(csrf, 99), "Accept", "text/html", "Accept-Language", "en")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFormOfTenThousandFieldsIsRefusedInWords() {
        Visitor bob = signedIn("bob");
        List<String> fields = new ArrayList<>(look(csrf(page(bob)), 1));
        IntStream.range(0, 10_000).forEach(number -> fields.addAll(List.of("t.more." + number, "x")));
        HttpResponse<String> answer = bob.post(FORM, fields, "Accept", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Service.json(answer).at("/code").asString()).isEqualTo("bad-parameter");
        assertThat(Service.json(answer).at("/detail").asString()).contains("form cannot be read");
        assertThat(bob.isSignedIn()).isTrue();
        assertThat(bob.post("/logout", fields, "Accept", "application/json").statusCode())
                .isNotEqualTo(303);
        assertThat(bob.isSignedIn()).isTrue();
    }

    @Test
    void aFormComesAlongToTheSignInAndBack() {
        Visitor cas = signedIn("cas");
        List<String> fields = new ArrayList<>(look(csrf(page(cas)), 7));
        fields.addAll(List.of("t.altLabel.nl", "een\ntwee \"drie\" <vier>"));
        cas.forget("werkgraaf-session");
        HttpResponse<String> asked = cas.post(FORM, fields, "Accept", "text/html", "Accept-Language", "en");
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.body()).contains("s-password").doesNotContain("<vier>");
        List<String> carried = new ArrayList<>(hidden(asked.body()));
        carried.replaceAll(EditLimitsTest::unescaped);
        List<String> wrong = new ArrayList<>(carried);
        wrong.addAll(List.of("name", "cas", "password", "something else"));
        HttpResponse<String> again = cas.post("/login", wrong, "Accept", "text/html", "Accept-Language", "en");
        assertThat(again.statusCode()).isEqualTo(401);
        carried = new ArrayList<>(hidden(again.body()));
        carried.replaceAll(EditLimitsTest::unescaped);
        carried.addAll(List.of("name", "cas", "password", PASSWORD));
        HttpResponse<String> back = cas.post("/login", carried, "Accept", "text/html", "Accept-Language", "en");
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body())
                .contains("value=\"Fourth 7\"", "twee &quot;drie&quot; &lt;vier&gt;", "nothing was saved")
                .doesNotContain(PASSWORD);
        // The form that is shown again can be sent.
        assertThat(cas.post(FORM, look(csrf(back.body()), 8), "Accept", "text/html", "Accept-Language", "en")
                        .body())
                .contains("Fourth 8");
    }

    /** Who signed in anew in another window sends a form with the token of before. */
    @Test
    void aFormWithAnOldTokenIsShownAgainWhenItIsFromHere() {
        Visitor dia = signedIn("dia");
        List<String> fields = look("old", 9);
        HttpResponse<String> ours =
                dia.post(FORM, fields, "Accept", "text/html", "Accept-Language", "en", "Sec-Fetch-Site", "same-origin");
        assertThat(ours.statusCode()).isEqualTo(200);
        assertThat(ours.body())
                .contains("value=\"Fourth 9\"", "nothing was saved")
                .doesNotContain("id=\"outcome\"");
        for (String site : List.of("cross-site", "same-site", "none")) {
            HttpResponse<String> other =
                    dia.post(FORM, fields, "Accept", "text/html", "Accept-Language", "en", "Sec-Fetch-Site", site);
            assertThat(other.statusCode()).as(site).isEqualTo(303);
        }
    }

    @Test
    void whatAnAddressWasAskedWithComesAlongPastSigningIn() {
        Visitor cas = new Visitor(port, "198.51.100.10");
        String page = "/edit/technique/new?answers=abc-1";
        assertThat(cas.get(page).body()).contains("value=\"" + page + "\"");
        assertThat(cas.form("/login", "/login", "name", "cas", "password", PASSWORD, "carry-to", page)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(page));
    }

    @Test
    void nothingLeadsToAnotherSiteOrActsByItself() {
        for (String to : List.of(
                "https://example.org/",
                "//example.org",
                "/edit?to=https:x",
                "/edit?a#b",
                "/edit/../logout",
                "/logout",
                "/edit/a b")) {
            Visitor cas = new Visitor(port, "198.51.100.8");
            HttpResponse<String> in = cas.form(
                    "/login", "/login", "name", "cas", "password", PASSWORD, "carry-to", to, "carry.do", "save");
            assertThat(in.statusCode()).as(to).isEqualTo(303);
            assertThat(in.headers().firstValue("Location")).as(to).contains("/account");
        }
        Visitor cas = new Visitor(port, "198.51.100.9");
        assertThat(cas.form("/login", "/login", "name", "cas", "password", PASSWORD, "carry-to", FORM)
                        .headers()
                        .firstValue("Location"))
                .contains(FORM);
    }

    private static void start(Runnable work) {
        new Thread(work).start();
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
