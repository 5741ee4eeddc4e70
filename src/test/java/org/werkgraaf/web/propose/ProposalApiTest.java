package org.werkgraaf.web.propose;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

/** Proposals by REST, and the answers of curators. */
class ProposalApiTest extends CuratedService {
    private static final String HERE = "https://werkgraaf.example/openapi.json";

    @Test
    void aProposalIsFollowedFromItsReceiptToItsAnswer() throws IOException {
        HttpResponse<String> created = service()
                .post(
                        "/api/v1/proposals?lang=nl",
                        JSON,
                        "{\"about\":\"" + CASE + "\",\"statement\":\"decidedOn=2023-12-27\","
                                + "\"shouldBe\":\"Het was de 28e.\",\"source\":\"https://example.org/besluit\","
                                + "\"place\":\"blz. 7\",\"email\":\"lezer@example.org\"}",
                        someone());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode proposal = Service.json(created);
        String id = proposal.get("id").asString();
        String path = "/api/v1/proposals/" + id;
        assertThat(created.headers().firstValue("Location")).contains(path);
        assertThat(proposal.get("link").asString()).endsWith("/proposals/" + id);
        assertThat(proposal.get("read").asString()).isEqualTo("beslist op: 27 december 2023");

        // Nothing of what the reader wrote is shown before a curator has looked.
        HttpResponse<String> unseen = service().get(path);
        assertThat(unseen.body()).doesNotContain("28e", "example.org/besluit", "blz. 7", "lezer@");
        assertThat(unseen.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(unseen.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(service().get("/proposals/" + id).body())
                .contains("nog niet bekeken")
                .doesNotContain("28e", "blz. 7");

        JsonNode waiting = admin("?size=100").get("proposals");
        assertThat(waiting.valueStream().map(each -> each.get("id").asString())).contains(id);
        assertThat(admin("").toString()).doesNotContain("lezer@example.org");
        assertThat(admin("/" + id).get("email").asString()).isEqualTo("lezer@example.org");
        assertThat(admin("/" + id).get("page").asString()).endsWith("/id/" + CASE);

        assertThat(answer(id, "looking", "").get("state").asString()).isEqualTo("looking");
        JsonNode seen = service().json(path);
        assertThat(seen.get("shouldBe").asString()).isEqualTo("Het was de 28e.");
        assertThat(seen.has("email")).isFalse();

        assertThat(stored()).contains("lezer@example.org");
        JsonNode answered = answer(id, "accepted", "De datum is verbeterd.");
        assertThat(answered.get("email").asString()).isEqualTo("lezer@example.org");
        assertThat(stored()).doesNotContain("lezer@example.org");
        assertThat(admin("/" + id).has("email")).isFalse();
        assertThat(service().json(path).get("answer").asString()).isEqualTo("De datum is verbeterd.");
        assertThat(answer(id, "declined", "Toch niet.").get("code").asString()).isEqualTo("proposal-answered");
        assertThat(admin("?size=100")
                        .get("proposals")
                        .valueStream()
                        .map(each -> each.get("id").asString()))
                .doesNotContain(id);
        assertThat(admin("?state=accepted").get("total").asInt()).isPositive();
    }

    @Test
    void whatIsRemovedIsGone() throws IOException {
        String id = propose(proposal("Onzin over een buurman"));
        answer(id, "declined", "Dat hoort hier niet.");
        assertThat(remove(id).get("state").asString()).isEqualTo("removed");
        assertThat(service().get("/proposals/" + id + "?lang=nl").body())
                .contains("Verwijderd")
                .doesNotContain("buurman", "hoort hier niet");
        assertThat(stored()).doesNotContain("buurman");
    }

    @Test
    void onlyWhoHasTheTokenCurates() {
        String id = propose(proposal("x"));
        String path = "/admin/proposals/" + id;
        String body = "{\"state\":\"declined\",\"answer\":\"x\"}";
        for (String[] headers : new String[][] {{"X", "y"}, {"Authorization", "Bearer wrong"}}) {
            assertThat(service().get("/admin/proposals", headers).statusCode()).isEqualTo(401);
            assertThat(service().get(path, headers).statusCode()).isEqualTo(401);
            assertThat(service().delete(path, headers).statusCode()).isEqualTo(401);
            assertThat(service().post(path + "/answer", JSON, body, headers).statusCode())
                    .isEqualTo(401);
        }
        assertThat(service().json("/api/v1/proposals/" + id).get("state").asString())
                .isEqualTo("received");
        remove(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|400|not JSON",
                "[]|400|no JSON object",
                "''|400|no JSON object",
                "{\"about\":\"CASE\",\"shouldBe\":\"x\",\"name\":\"y\"}|400|has a field 'name'",
                "{\"about\":\"CASE\",\"shouldBe\":7}|400|no text",
                "{\"about\":\"CASE\"}|400|shouldBe is empty",
                "{\"about\":\"CASE\",\"shouldBe\":\" \"}|400|shouldBe is empty",
                "{\"about\":\"CASE\",\"shouldBe\":\"LONG\"}|400|werkgraaf.proposals.text-length-max",
                "{\"about\":\"CASE\",\"shouldBe\":\"x\",\"place\":\"LONGLONG\"}|400|werkgraaf.proposals.line-length-max",
                "{\"about\":\"CASE\",\"shouldBe\":\"x\",\"source\":\"javascript:alert(1)\"}|400|https://",
                "{\"about\":\"CASE\",\"shouldBe\":\"x\",\"email\":\"nobody\"}|400|no e-mail address",
                "{\"about\":\"CASE\",\"shouldBe\":\"x\",\"statement\":\"decidedOn=1999-01-01\"}|400|does not say",
                "{\"about\":\"case/none\",\"shouldBe\":\"x\"}|404|There is no thing",
                "{\"shouldBe\":\"x\"}|404|There is no thing"
            })
    void whatIsNoProposalIsRefusedAndSaidWhy(String body, int status, String said) {
        HttpResponse<String> answer = service()
                .post(
                        "/api/v1/proposals",
                        JSON,
                        body.replace("CASE", CASE).replace("LONG", "x".repeat(401)),
                        someone());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Service.json(answer).get("detail").asString()).contains(said);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        HttpResponse<String> answer =
                service().post("/api/v1/proposals", JSON, proposal("x".repeat(66_000)), someone());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Service.json(answer).get("detail").asString()).contains("werkgraaf.proposals.body-bytes-max");
        HttpResponse<String> form = service()
                .post("/propose?about=" + CASE, FORM, "statement=whole&shouldBe=" + "x".repeat(66_000), someone());
        assertThat(form.statusCode()).isEqualTo(413);
    }

    @Test
    void fromOneAddressOnlySoManyAreTakenInAnHour() {
        String[] one = someone();
        for (int i = 0; i < 5; i++) {
            // What is refused for another reason does not count.
            assertThat(service()
                            .post("/api/v1/proposals", JSON, proposal(""), one)
                            .statusCode())
                    .isEqualTo(400);
            HttpResponse<String> taken = service().post("/api/v1/proposals", JSON, proposal("x"), one);
            assertThat(taken.statusCode()).isEqualTo(201);
            remove(Service.json(taken).get("id").asString());
        }
        HttpResponse<String> sixth = service().post("/api/v1/proposals", JSON, proposal("x"), one);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(Service.json(sixth).get("code").asString()).isEqualTo("too-many-proposals");
        HttpResponse<String> form =
                service().post("/propose?about=" + CASE + "&lang=nl", FORM, "shouldBe=Mijn+tekst&statement=whole", one);
        assertThat(form.statusCode()).isEqualTo(429);
        assertThat(form.body()).contains("te veel voorstellen van uw adres", "Mijn tekst");
        remove(propose(proposal("x")));
    }

    @Test
    void onlySoManyWaitForAnAnswer() {
        int waiting = admin("").get("total").asInt();
        for (int i = waiting; i < 30; i++) {
            propose(proposal("Wacht " + i));
        }
        HttpResponse<String> more = service().post("/api/v1/proposals", JSON, proposal("x"), someone());
        assertThat(more.statusCode()).isEqualTo(503);
        assertThat(Service.json(more).get("code").asString()).isEqualTo("proposals-full");
        JsonNode page = admin("?size=7&state=received");
        assertThat(page.get("proposals").size()).isEqualTo(7);
        long last = page.get("proposals").get(6).get("number").asLong();
        assertThat(admin("?size=7&after=" + last)
                        .get("proposals")
                        .get(0)
                        .get("number")
                        .asLong())
                .isGreaterThan(last);
        admin("?size=100")
                .get("proposals")
                .forEach(each -> remove(each.get("id").asString()));
        remove(propose(proposal("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=some", "?size=0", "?size=101", "?size=x", "/unknown"})
    void whatACuratorCannotAskIsSaid(String path) {
        assertThat(admin(path).get("status").asInt()).isIn(400, 404);
    }

    @Test
    void anAnswerNeedsAStateAndAText() {
        String id = propose(proposal("x"));
        assertThat(answer(id, "done", "x").get("detail").asString()).contains("looking, accepted, declined");
        assertThat(answer(id, "declined", " ").get("detail").asString()).contains("answer is empty");
        assertThat(answer(id, "declined", "x".repeat(401)).get("detail").asString())
                .contains("werkgraaf.proposals.text-length-max");
        assertThat(answer("unknown", "declined", "x").get("code").asString()).isEqualTo("not-found");
        remove(id);
    }

    @Test
    void answersHoldWhatIsDescribed() {
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(
                        Map.of(HERE, service().get("/openapi.json").body())));
        String id = propose(proposal("x"));
        Map.of(
                        "ProposalAnswer", service().json("/api/v1/proposals/" + id),
                        "ProposalList", admin(""),
                        "CuratedProposal", answer(id, "declined", "Nee."))
                .forEach((schema, answer) -> assertThat(
                                schemas.getSchema(SchemaLocation.of(HERE + "#/components/schemas/" + schema))
                                        .validate(answer))
                        .as(schema)
                        .isEmpty());
    }

    private static String stored() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(proposals())) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
