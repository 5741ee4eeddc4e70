package org.werkgraaf.web.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Role;

/** Signing in by an issuer elsewhere: the whole of the code flow, with one that runs on this machine. */
@SpringBootTest(classes = Werkgraaf.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class OpenIdTest {
    private static final Issuer ISSUER = new Issuer();

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        SmallRelease.serve(folder, settings);
        settings.add("werkgraaf.sign-in.openid.issuer", ISSUER::address);
        settings.add("werkgraaf.sign-in.openid.client-id", () -> Issuer.CLIENT);
        settings.add("werkgraaf.sign-in.openid.client-secret", () -> Issuer.SECRET);
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @BeforeEach
    void somebody() {
        if (accounts.all().isEmpty()) {
            accounts.add("ann", Role.CURATOR, null, "subject-1");
        }
        ISSUER.person(Map.of("sub", "subject-1"));
    }

    /** What a browser does: to the issuer, and back with what that sent. */
    private HttpResponse<String> signIn(Visitor visitor) throws Exception {
        return visitor.get(atIssuer(visitor));
    }

    private String atIssuer(Visitor visitor) throws Exception {
        String there = visitor.get("/login/openid/issuer")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(there).startsWith(ISSUER.address() + "/authorize?").contains("code_challenge_method=S256", "nonce=");
        String back = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(there)).build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(back).startsWith("http://localhost:" + port + "/login/return?");
        return back.substring(back.indexOf("/login"));
    }

    private static long tokens() {
        return ISSUER.asked().stream().filter("/token"::equals).count();
    }

    private Visitor visitor() {
        return new Visitor(port, "198.51.100.7");
    }

    @Test
    void whoHasAnAccountIsSignedIn() throws Exception {
        Visitor visitor = visitor();
        assertThat(visitor.get("/login?lang=nl").body()).contains("href=\"/login/openid/issuer\"", "127.0.0.1");
        HttpResponse<String> back = signIn(visitor);
        assertThat(back.headers().firstValue("Location")).contains("/account");
        HttpResponse<String> account = visitor.get("/account?lang=en");
        assertThat(account.body()).contains("ann", "Curator").doesNotContain("Change the password");
        assertThat(ISSUER.asked())
                .contains("/.well-known/openid-configuration", "/token", "/keys")
                .doesNotContain("/userinfo");
        accounts.endSessions("ann");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void whoHasNoneIsNotAndGetsNone(CapturedOutput log) throws Exception {
        ISSUER.person(Map.of("sub", "subject-2", "name", "ann", "email", "ann@example.org"));
        Visitor visitor = visitor();
        HttpResponse<String> back = signIn(visitor);
        assertThat(back.headers().firstValue("Location")).contains("/login?problem=unknown");
        assertThat(visitor.isSignedIn()).isFalse();
        assertThat(accounts.all()).hasSize(1);
        assertThat(log).contains("no account has that identity").doesNotContain("subject-2");
    }

    static Stream<Arguments> twists() {
        return Stream.of(
                Arguments.of("another issuer", twist(claims -> claims.issuer("https://example.org"))),
                Arguments.of("another audience", twist(claims -> claims.audience("other"))),
                Arguments.of("another nonce", twist(claims -> claims.claim("nonce", "x"))),
                Arguments.of("no nonce", twist(claims -> claims.claim("nonce", null))),
                Arguments.of("of the past", twist(claims -> claims.expirationTime(new java.util.Date(0)))));
    }

    private static UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder> twist(
            UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder> change) {
        return change;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twists")
    void whatIsNotMeantForThisVeryRequestSignsNobodyIn(
            String what, UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder> twist) throws Exception {
        ISSUER.twist(twist);
        long before = tokens();
        Visitor visitor = visitor();
        assertThat(signIn(visitor).headers().firstValue("Location")).contains("/login?problem=elsewhere");
        assertThat(tokens()).as("it came so far that it was looked at").isEqualTo(before + 1);
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void whatAnotherKeySignedIsNothing() throws Exception {
        ISSUER.signWithAnotherKey();
        long before = tokens();
        Visitor visitor = visitor();
        assertThat(signIn(visitor).headers().firstValue("Location")).contains("/login?problem=elsewhere");
        assertThat(tokens()).isEqualTo(before + 1);
    }

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    /** What the second form of the page to sign in on sends: to the issuer. */
    private static List<String> toIssuer(String page) {
        String form = page.substring(page.indexOf("action=\"/login/openid/issuer\""));
        Matcher hidden = HIDDEN.matcher(form.substring(0, form.indexOf("</form>")));
        List<String> fields = new ArrayList<>();
        while (hidden.find()) {
            fields.add(hidden.group(1));
            fields.add(hidden.group(2).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        }
        return fields;
    }

    private HttpResponse<String> backFromIssuer(Visitor visitor, List<String> fields) throws Exception {
        HttpResponse<String> leading = visitor.post("/login/openid/issuer", fields, "Accept", "text/html");
        assertThat(leading.statusCode()).as(leading.body()).isEqualTo(200);
        // A redirect would be one of the form, which may lead to no other site.
        String there = leading.headers().firstValue("Refresh").orElseThrow().substring("0;url=".length());
        String back = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(there)).build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return visitor.get(back.substring(back.indexOf("/login")));
    }

    @Test
    void whatWasFilledInComesAlong() throws Exception {
        Visitor visitor = visitor();
        HttpResponse<String> asked = visitor.post(
                "/edit/merge",
                List.of("one", "risk/<a>", "reason", "x"),
                "Accept",
                "text/html",
                "Accept-Language",
                "en");
        // Nobody is signed in, so the form waits on the page to sign in on.
        HttpResponse<String> page = asked.statusCode() == 303 ? visitor.get("/edit/merge?lang=en") : asked;
        assertThat(page.statusCode()).isEqualTo(401);
        List<String> fields = new ArrayList<>(toIssuer(page.body()));
        if (!fields.contains("carry.one")) {
            fields.addAll(List.of("carry.one", "risk/<a>", "carry.reason", "Because they are"));
        }
        HttpResponse<String> back = backFromIssuer(visitor, fields);
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("risk/&lt;a&gt;");
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @Test
    void whoWasOnTheWaySomewhereGetsThere() throws Exception {
        Visitor visitor = visitor();
        HttpResponse<String> page = visitor.get("/edit/split?lang=en");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(backFromIssuer(visitor, toIssuer(page.body())).headers().firstValue("Location"))
                .contains("/edit/split?lang=en");
        Visitor other = visitor();
        List<String> elsewhere =
                new ArrayList<>(toIssuer(other.get("/edit/split?lang=en").body()));
        elsewhere.set(elsewhere.indexOf("carry-to") + 1, "https://example.org/");
        assertThat(backFromIssuer(other, elsewhere).headers().firstValue("Location"))
                .contains("/account");
    }

    @Test
    void formsThatAreTooLargeAreForgottenAndNobodyIsKeptOut() throws Exception {
        Visitor first = visitor();
        List<String> fields =
                new ArrayList<>(toIssuer(first.get("/edit/merge?lang=en").body()));
        fields.addAll(List.of("carry.one", "x".repeat(380_000)));
        String there = first.post("/login/openid/issuer", fields, "Accept", "text/html")
                .headers()
                .firstValue("Refresh")
                .orElseThrow()
                .substring("0;url=".length());
        for (int i = 0; i < 14; i++) {
            Visitor other = visitor();
            List<String> more =
                    new ArrayList<>(toIssuer(other.get("/edit/merge?lang=en").body()));
            more.addAll(List.of("carry.one", "y".repeat(380_000)));
            assertThat(other.post("/login/openid/issuer", more, "Accept", "text/html")
                            .statusCode())
                    .isEqualTo(200);
        }
        String back = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(there)).build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> in = first.get(back.substring(back.indexOf("/login")));
        assertThat(in.headers().firstValue("Location")).contains("/edit/merge?lang=en");
        assertThat(first.isSignedIn()).isTrue();
    }

    /** A link that leads to the account of whoever made it. */
    @Test
    void anAnswerForAnotherBrowserSignsNobodyIn() throws Exception {
        String back = atIssuer(visitor());
        Visitor victim = visitor();
        assertThat(victim.get(back).headers().firstValue("Location")).contains("/login?problem=elsewhere");
        assertThat(victim.isSignedIn()).isFalse();
        Visitor own = visitor();
        String once = atIssuer(own);
        own.get(once);
        assertThat(own.get(once).headers().firstValue("Location")).as("twice").contains("/login?problem=elsewhere");
    }

    @Test
    void whoIsKeptOutIsNotLetInByTheIssuer() throws Exception {
        accounts.disable("ann", true);
        try {
            assertThat(signIn(visitor()).headers().firstValue("Location")).contains("/login?problem=unknown");
        } finally {
            accounts.disable("ann", false);
        }
    }

    @Test
    void nothingIsAskedBesideTheIssuer() {
        OpenIdIssuer issuer = new OpenIdIssuer(
                new org.werkgraaf.web.OpenIdSettings(
                        ISSUER.address(), Issuer.CLIENT, Issuer.SECRET, "sub", java.util.Set.of("keys.example"), 2000),
                "http://localhost/login/return");
        for (String other :
                new String[] {"http://127.0.0.1:1/keys", "https://example.org/keys", "http://example.org/"}) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> issuer.template().getForObject(other, String.class))
                    .as(other)
                    .hasStackTraceContaining("issuer");
        }
    }
}
