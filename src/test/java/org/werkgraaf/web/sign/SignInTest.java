package org.werkgraaf.web.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.werkgraaf.Service;
import org.werkgraaf.account.Role;

/** Signing in and out over HTTP, and what ends it. */
@ExtendWith(OutputCaptureExtension.class)
class SignInTest extends SignService {
    private static final String SESSION = "werkgraaf-session";

    @Test
    void signsInAndOut(CapturedOutput log) {
        String name = add(Role.CURATOR);
        Visitor visitor = visitor();
        assertThat(visitor.get("/account").headers().firstValue("Location")).contains("/login");
        assertThat(visitor.cookies()).extracting(HttpCookie::getName).doesNotContain(SESSION);

        HttpResponse<String> signedIn = visitor.signIn(name, PASSWORD);
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.headers().firstValue("Location")).contains("/account");
        HttpResponse<String> account = visitor.get("/account?lang=nl");
        assertThat(account.body()).contains(name, "Redacteur", "Voorstellen beantwoorden");
        assertThat(account.headers().firstValue("Cache-Control")).contains("no-store");
        String set = String.join("\n", signedIn.headers().allValues("Set-Cookie"));
        assertThat(set).containsPattern(SESSION + "=[^\n]*; HttpOnly; SameSite=Lax");
        assertThat(set).doesNotContain("Secure");

        String session = visitor.cookie(SESSION).orElseThrow().getValue();
        HttpResponse<String> out = visitor.form("/account", "/logout");
        assertThat(out.headers().firstValue("Location")).contains("/login?problem=out");
        assertThat(visitor.isSignedIn()).isFalse();
        Visitor thief = visitor();
        assertThat(thief.get("/account", "Cookie", SESSION + "=" + session).statusCode())
                .as("the session is over, not only forgotten by the browser")
                .isEqualTo(303);
        assertThat(log).contains("signed in", "account=\"" + name + "\"", "session ended");
        assertThat(log).doesNotContain(PASSWORD).doesNotContain("198.51.100");
    }

    @Test
    void behindHttpsCookiesAreForHttpsOnly() {
        Service service = new Service(port());
        assertThat(service.get("/login", "X-Forwarded-Proto", "https", "Accept", "text/html")
                        .headers()
                        .allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("werkgraaf-csrf=", "; Secure", "; HttpOnly", "; SameSite=Lax");
    }

    @Test
    void tellsNobodyWhetherThereIsSuchAName(CapturedOutput log) {
        String name = add(Role.READER);
        HttpResponse<String> wrong = visitor().signIn(name, "not the password");
        HttpResponse<String> nobody = visitor().signIn("nobody-" + name, "not the password");
        accounts().disable(name, true);
        HttpResponse<String> out = visitor().signIn(name, PASSWORD);
        for (HttpResponse<String> each : List.of(wrong, nobody, out)) {
            assertThat(each.statusCode()).isEqualTo(401);
            assertThat(each.body()).contains("horen niet bij elkaar").doesNotContain("not the password");
        }
        assertThat(text(nobody).replace("nobody-" + name, name))
                .isEqualTo(text(wrong))
                .isEqualTo(text(out));
        assertThat(log).contains("account=\"unknown\"").doesNotContain("nobody-");
    }

    private static String text(HttpResponse<String> page) {
        return page.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void locksANameAfterRepeatedFailuresWhereverTheyComeFrom() {
        String name = add(Role.READER);
        for (int i = 0; i < 4; i++) {
            assertThat(visitor().signIn(name, "wrong " + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> locked = visitor().signIn(name, PASSWORD);
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.body()).contains("over een kwartier");
        assertThat(visitor()
                        .signIn(name.toUpperCase(java.util.Locale.ROOT), PASSWORD)
                        .statusCode())
                .isEqualTo(429);
        Visitor other = visitor();
        other.signIn(add(Role.READER), PASSWORD);
        assertThat(other.isSignedIn()).isTrue();
    }

    @Test
    void locksAnAddressThatTriesManyNames() {
        String name = add(Role.READER);
        Visitor guesser = visitor();
        for (int i = 0; i < 6; i++) {
            guesser.signIn("name" + i, "wrong");
        }
        assertThat(guesser.signIn(name, PASSWORD).statusCode()).isEqualTo(429);
        Visitor other = visitor();
        other.signIn(name, PASSWORD);
        assertThat(other.isSignedIn()).isTrue();
    }

    @Test
    void aFormFromElsewhereSignsNobodyInOrOut() {
        String name = add(Role.READER);
        Visitor visitor = visitor();
        HttpResponse<String> without = visitor.post("/login", "name", name, "password", PASSWORD);
        assertThat(without.headers().firstValue("Location")).contains("/login?problem=stale");
        visitor.get("/login");
        visitor.post("/login", "name", name, "password", PASSWORD, "_csrf", "x");
        assertThat(visitor.isSignedIn()).isFalse();

        visitor.signIn(name, PASSWORD);
        visitor.post("/logout");
        visitor.post("/account/sessions");
        visitor.post(
                "/account/password",
                "current",
                PASSWORD,
                "next",
                "een ander lang woord",
                "again",
                "een ander lang woord");
        assertThat(visitor.isSignedIn()).isTrue();
        assertThat(accounts().byPassword(name, PASSWORD)).isPresent();
    }

    @Test
    void aSessionThatSomebodyElseKnewIsNotTheOneAfterSigningIn() {
        String name = add(Role.READER);
        Visitor visitor = visitor();
        visitor.signIn(name, PASSWORD);
        String before = visitor.cookie(SESSION).orElseThrow().getValue();
        visitor.get("/account");
        String formToken = visitor.cookie("werkgraaf-csrf").orElseThrow().getValue();
        visitor.signIn(add(Role.READER), PASSWORD);
        assertThat(visitor.cookie(SESSION).orElseThrow().getValue()).isNotEqualTo(before);
        assertThat(visitor.cookie("werkgraaf-csrf").map(HttpCookie::getValue).orElse(""))
                .isNotEqualTo(formToken);
        Visitor fixed = visitor();
        fixed.get("/login", "Cookie", SESSION + "=0123456789ABCDEF0123456789ABCDEF");
        fixed.signIn(name, PASSWORD);
        assertThat(fixed.cookie(SESSION).orElseThrow().getValue()).doesNotStartWith("0123456789ABCDEF");
        String open = fixed.cookie(SESSION).orElseThrow().getValue();
        assertThat(visitor().get("/account;" + SESSION + "=" + open).statusCode())
                .as("a session is never taken from an address")
                .isEqualTo(303);
    }

    @Test
    void aSessionEndsWhenNothingIsDoneAndAfterAWhileAnyway() throws InterruptedException {
        Visitor idle = visitor();
        Visitor busy = visitor();
        idle.signIn(add(Role.READER), PASSWORD);
        busy.signIn(add(Role.READER), PASSWORD);
        long end = System.nanoTime() + 9_500_000_000L;
        int seen = 0;
        while (System.nanoTime() < end) {
            Thread.sleep(700);
            seen += busy.isSignedIn() ? 1 : 0;
        }
        assertThat(seen).as("longer than the idle time").isGreaterThanOrEqualTo(5);
        assertThat(busy.isSignedIn()).as("after the longest time").isFalse();
        assertThat(idle.isSignedIn()).isFalse();
    }

    @Test
    void nobodyIsSignedInInTooManyBrowsers() {
        String name = add(Role.READER);
        Visitor first = visitor();
        Visitor second = visitor();
        Visitor third = visitor();
        first.signIn(name, PASSWORD);
        second.signIn(name, PASSWORD);
        third.signIn(name, PASSWORD);
        assertThat(List.of(first.isSignedIn(), second.isSignedIn(), third.isSignedIn()))
                .containsExactly(false, true, true);
    }

    @ParameterizedTest
    @CsvSource({"disable", "role", "password", "remove", "sessions"})
    void whatChangesAnAccountEndsItsSessions(String what) {
        String name = add(Role.CURATOR);
        Visitor visitor = visitor();
        visitor.signIn(name, PASSWORD);
        assertThat(visitor.isSignedIn()).isTrue();
        switch (what) {
            case "disable" -> accounts().disable(name, true);
            case "role" -> accounts().role(name, Role.READER);
            case "password" -> accounts().password(name, "een heel ander woord");
            case "remove" -> accounts().remove(name);
            default -> visitor.form("/account", "/account/sessions");
        }
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void thePasswordIsChangedByWhoKnowsIt() {
        String name = add(Role.READER);
        Visitor visitor = visitor();
        visitor.signIn(name, PASSWORD);
        String next = "een heel ander woord";
        for (String[] bad : List.of(
                new String[] {"wrong", next, next},
                new String[] {PASSWORD, next, "anders dan dat"},
                new String[] {PASSWORD, "kort", "kort"})) {
            HttpResponse<String> refused =
                    visitor.form("/account", "/account/password", "current", bad[0], "next", bad[1], "again", bad[2]);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("role=\"alert\"");
        }
        assertThat(accounts().byPassword(name, PASSWORD)).isPresent();
        visitor.form("/account", "/account/password", "current", PASSWORD, "next", next, "again", next);
        assertThat(visitor.isSignedIn()).isFalse();
        visitor.signIn(name, next);
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void pagesForAllAreAsTheyWereWithCacheAndWithoutCookies() {
        Visitor visitor = visitor();
        visitor.signIn(add(Role.PUBLISHER), PASSWORD);
        Service nobody = new Service(port());
        for (String path : List.of("/id/risk/work-stress", "/search?q=stress", "/api/v1/entities/risk/work-stress")) {
            HttpResponse<String> mine = visitor.get(path);
            HttpResponse<String> all = nobody.get(path, "Accept", "text/html");
            assertThat(mine.body()).as(path).isEqualTo(all.body());
            assertThat(mine.headers().firstValue("ETag"))
                    .isEqualTo(all.headers().firstValue("ETag"));
            assertThat(mine.headers().firstValue("Cache-Control"))
                    .isEqualTo(all.headers().firstValue("Cache-Control"));
            assertThat(mine.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(nobody.get("/id/risk/work-stress", "Accept", "text/html")
                        .headers()
                        .firstValue("ETag"))
                .isPresent();
    }

    @Test
    void whenTheFileCannotBeReadNobodySignsInAndReadersReadOn(CapturedOutput log) throws Exception {
        Path file = files().root().resolveSibling("var").resolve("accounts/accounts.json");
        String before = Files.readString(file);
        try {
            Files.writeString(file, "{");
            Service service = new Service(port());
            HttpResponse<String> answer = service.get("/login");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Service.json(answer).at("/code").asString()).isEqualTo("accounts-unavailable");
            assertThat(answer.body()).doesNotContain(file.toString());
            assertThat(log).contains("Nobody can sign in: The file of accounts " + file);
            assertThat(service.post("/admin/publish", "text/plain", "").statusCode())
                    .isEqualTo(503);
            assertThat(service.get("/id/risk/work-stress").statusCode()).isEqualTo(200);
        } finally {
            Files.writeString(file, before);
        }
    }
}
