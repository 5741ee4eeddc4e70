package org.werkgraaf.web.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.werkgraaf.Service;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Right;
import org.werkgraaf.account.Role;
import tools.jackson.databind.JsonNode;

/** What each role and each token may do below {@code /admin}, tried over HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class RightsTest extends SignService {
    private static final String LABEL =
            "<https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#altLabel> ";

    private static String replace(String before, String after) {
        return "D " + LABEL + '"' + before + "\"@nl .\nA " + LABEL + '"' + after + "\"@nl .\n";
    }

    private String token(String name, Set<Right> scopes) {
        return "Bearer " + accounts().addToken(name, "test", scopes, 1).secret();
    }

    private HttpResponse<String> post(String path, String body, String authorization) {
        return new Service(port()).post(path, "application/rdf-patch", body, "Authorization", authorization);
    }

    @ParameterizedTest
    @CsvSource({
        "contributor, 200, 403, 403, 403, 403",
        "curator, 200, 200, 200, 403, 403",
        "publisher, 200, 200, 200, 200, 200"
    })
    void eachRoleMayWhatItIsFor(String role, int plan, int write, int proposals, int publish, int backup) {
        String name = add(Role.of(role));
        String token = token(name, Role.of(role).rights());
        String change = replace("stress op het werk", "stress op het werk van " + name);
        assertThat(post("/admin/changes?reason=x&dryRun=true", change, token).statusCode())
                .isEqualTo(plan);
        HttpResponse<String> written = post("/admin/changes?reason=Usage", change, token);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(write);
        if (write == 200) {
            String id = Service.json(written).at("/id").asString();
            assertThat(Service.json(written).at("/author").asString()).isEqualTo(name);
            assertThat(post("/admin/changes?reason=Back&revert=" + id, "", token)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(new Service(port())
                        .get("/admin/proposals", "Authorization", token)
                        .statusCode())
                .as("403 is proposals-off too: nobody could answer when the service started")
                .isEqualTo(403);
        assertThat(new Service(port())
                        .json("/admin/proposals", "Authorization", token)
                        .at("/code")
                        .asString())
                .isEqualTo(proposals == 200 ? "proposals-off" : "not-allowed");
        assertThat(post("/admin/publish", "", token).statusCode()).isEqualTo(publish);
        assertThat(post("/admin/backup", "", token).statusCode()).isEqualTo(backup);
    }

    @Test
    void aTokenMayWhatItsScopesSayAndNoMoreThanItsOwner() {
        String name = add(Role.PUBLISHER);
        String some = token(name, EnumSet.of(Right.CHANGES_PLAN));
        JsonNode refused = Service.json(post("/admin/publish", "", some));
        assertThat(refused.at("/code").asString()).isEqualTo("not-allowed");
        assertThat(refused.at("/detail").asString()).contains("releases:publish", name);
        String all = token(name, EnumSet.allOf(Right.class));
        accounts().role(name, Role.CURATOR);
        assertThat(post("/admin/publish", "", all).statusCode()).isEqualTo(403);
        accounts().disable(name, true);
        assertThat(post("/admin/publish", "", all).statusCode()).isEqualTo(401);
    }

    @Test
    void theAuthorIsWhoHasTheToken(CapturedOutput log) {
        String name = add(Role.CURATOR);
        String token = token(name, Role.CURATOR.rights());
        String change = replace("stress op het werk", "werkdruk van " + name);
        HttpResponse<String> other = post("/admin/changes?author=Ann&reason=x&dryRun=true", change, token);
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("'Ann'", "you are " + name);
        String header = "H author \"Ann\" .\n";
        JsonNode planned = Service.json(post("/admin/changes?reason=x&dryRun=true", header + change, token));
        assertThat(planned.at("/author").asString()).as(planned.toString()).isEqualTo(name);
        assertThat(log).contains("let in", "account=\"" + name + "\"", "right=\"changes:plan\"");
    }

    @ParameterizedTest
    @CsvSource({"Bearer wg_0000000000000000000000000000000000000000000", "Bearer ", "Basic Zmlyc3Q6eA==", "wg_x"})
    void whatIsNoTokenLetsNobodyIn(String authorization) {
        HttpResponse<String> answer = post("/admin/publish", "", authorization);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Service.json(answer).at("/code").asString()).isEqualTo("not-authorised");
    }

    @Test
    void aTokenIsMadeShownOnceAndRevokedOnThePage() {
        String name = add(Role.CURATOR);
        Visitor visitor = visitor();
        visitor.signIn(name, PASSWORD);
        HttpResponse<String> refused = visitor.form("/account", "/account/tokens", "label", "x", "days", "90");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(visitor.form("/account", "/account/tokens", "label", "x", "days", "90", "scope", "releases:publish")
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.form("/account", "/account/tokens", "label", "x", "days", "9999", "scope", "changes:plan")
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> made = visitor.form(
                "/account", "/account/tokens", "label", "<b>mijn</b>", "days", "9", "scope", "changes:plan");
        assertThat(made.statusCode()).isEqualTo(200);
        String secret = made.body().replaceAll("(?s).*value=\"(wg_[^\"]+)\".*", "$1");
        assertThat(made.body()).contains("&lt;b&gt;mijn&lt;/b&gt;").doesNotContain("<b>mijn");
        assertThat(visitor.get("/account").body()).contains("&lt;b&gt;mijn").doesNotContain(secret);
        String change = replace("stress op het werk", "werkdruk");
        assertThat(post("/admin/changes?reason=x&dryRun=true", change, "Bearer " + secret)
                        .statusCode())
                .isEqualTo(200);
        Accounts.TokenOwner owner = accounts().byToken(secret).orElseThrow();
        Visitor other = visitor();
        other.signIn(add(Role.CURATOR), PASSWORD);
        other.form("/account", "/account/revoke", "token", owner.token().id());
        assertThat(accounts().byToken(secret)).as("of somebody else").isPresent();
        visitor.form("/account", "/account/revoke", "token", owner.token().id());
        assertThat(accounts().byToken(secret)).isEmpty();
        assertThat(post("/admin/changes?reason=x&dryRun=true", change, "Bearer " + secret)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoIsSignedInMayReadBelowAdminAndWritesOnlyWithAForm() {
        Visitor visitor = visitor();
        visitor.signIn(add(Role.PUBLISHER), PASSWORD);
        assertThat(visitor.get("/admin/proposals", "Accept", "application/json").body())
                .contains("proposals-off");
        HttpResponse<String> without = visitor.post("/admin/publish");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("not-allowed", "token of its form");
        assertThat(visitor.form("/account", "/admin/publish").statusCode()).isEqualTo(200);
        // Another way to write the address meets no session.
        assertThat(visitor.form("/account", "/admin;x/publish").statusCode()).isIn(400, 401, 404);
        assertThat(visitor.form("/account", "//admin/publish").statusCode()).isIn(400, 401, 404);
    }
}
