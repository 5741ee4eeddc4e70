package org.werkgraaf.web.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages that are no things, networks that send many, and curators who answer many. */
class ManyProposalsTest extends CuratedService {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private HttpResponse<String> many(String json) {
        return service().post("/admin/proposals/answers", JSON, json, "Authorization", "Bearer secret");
    }

    @Test
    void aPageThatIsNoThingHasALinkAndIsNamed() {
        String page =
                service().get("/fines?from=2020&lang=en", "Accept", "text/html").body();
        assertThat(page).contains("href=\"/propose?about=/fines?from%3D2020%26lang%3Den\"");
        for (String path :
                List.of("/", "/search?q=amazon", "/compare", "/timeline", "/questions", "/questions/fines-by-year")) {
            assertThat(service().get(path, "Accept", "text/html").body())
                    .as(path)
                    .contains("/propose?about=/");
        }
        String form = service()
                .get("/propose?about=/fines?from%3D2020&lang=en", "Accept", "text/html")
                .body();
        assertThat(form).contains("/fines?from=2020", "The page as a whole").doesNotContain("<optgroup");
        String id = propose("{\"about\":\"/fines?from=2020\",\"shouldBe\":\"A fine is missing.\"}");
        assertThat(admin("/" + id).get("page").asString()).endsWith("/fines?from=2020");
        assertThat(service()
                        .get("/proposals/" + id + "?lang=en", "Accept", "text/html")
                        .body())
                .contains("href=\"/fines?from=2020\"");
        for (String bad :
                List.of("//example.org", "/admin/publish", "/fines\\u0000", "/about/../x", "/id/case/manfield")) {
            assertThat(service()
                            .post(
                                    "/api/v1/proposals",
                                    JSON,
                                    "{\"about\":\"" + bad + "\",\"shouldBe\":\"x\"}",
                                    someone())
                            .statusCode())
                    .as(bad)
                    .isEqualTo(404);
        }
        remove(id);
    }

    @Test
    void manyAreAnsweredAtOnceAndEachIsTold() {
        String first = propose(proposal("one"));
        String second = propose(proposal("two"));
        answer(second, "accepted", "Done.");
        JsonNode told = Service.json(many(MAPPER.writeValueAsString(java.util.Map.of(
                "ids", List.of(first, second, "unknown"), "state", "declined", "answer", "The same was said."))));
        assertThat(told.at("/0/state").asString()).isEqualTo("declined");
        assertThat(told.at("/1/code").asString()).isEqualTo("proposal-answered");
        assertThat(told.at("/2/code").asString()).isEqualTo("not-found");
        JsonNode removed = Service.json(
                many(MAPPER.writeValueAsString(java.util.Map.of("ids", List.of(first, second), "state", "removed"))));
        assertThat(removed.findValuesAsString("state")).containsExactly("removed", "removed");
        assertThat(admin("/" + first).get("shouldBe").asString()).isEmpty();
        assertThat(many("{\"ids\":[],\"state\":\"removed\"}").statusCode()).isEqualTo(400);
        assertThat(many("{\"ids\":[\"x\"],\"state\":\"gone\"}").statusCode()).isEqualTo(400);
        String tooMany = "\"x\",".repeat(100) + "\"x\"";
        assertThat(many("{\"ids\":[" + tooMany + "],\"state\":\"removed\"}").statusCode())
                .isEqualTo(400);
        assertThat(service().post("/admin/proposals/answers", JSON, "{}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aNetworkCannotFillTheBox() {
        int taken = 0;
        HttpResponse<String> last = null;
        for (int i = 0; i < 21; i++) {
            last = service()
                    .post("/api/v1/proposals", JSON, proposal("flood"), "X-Forwarded-For", "2001:db8:7:" + i + "::1");
            if (last.statusCode() == 201) {
                taken++;
                remove(Service.json(last).get("id").asString());
            }
        }
        assertThat(taken).isEqualTo(20);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("per-network-hour-max");
    }

    @Test
    void whatSaysNothingOrTwiceOrTurnedIsRefused() {
        for (String bad : List.of(
                "{\"about\":\"" + CASE + "\",\"shouldBe\":\"\\u200b \"}",
                "{\"about\":\"" + CASE + "\",\"shouldBe\":\"a\\u202eb\"}",
                "{\"about\":\"" + CASE + "\",\"shouldBe\":\"x\",\"shouldBe\":\"y\"}",
                "{\"about\":\"" + CASE + "\",\"shouldBe\":[\"x\"]}")) {
            assertThat(service().post("/api/v1/proposals", JSON, bad, someone()).statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
        String id = propose(proposal("x"));
        assertThat(answer(id, "looking", "Too soon.").get("code").asString()).isEqualTo("bad-parameter");
        assertThat(answer(id, "declined", " ").get("detail").asString()).contains("say what was done, or why not");
        remove(id);
    }
}
