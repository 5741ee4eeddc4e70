package org.werkgraaf.web.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.web.ProposalSettings;

/** A service in which nobody could answer is as read-only as if there were no proposals. */
@PackagedServiceTest
class ProposalsOffTest {
    @LocalServerPort
    private int port;

    @Autowired
    private ProposalSettings settings;

    /** A form sends up to nine bytes for a character. */
    @Test
    void aRequestTakesAllThatItsFieldsTake() {
        int fieldsOfOneLine = 4;
        assertThat(settings.bodyBytesMax())
                .isGreaterThan(9 * (settings.textLengthMax() + fieldsOfOneLine * settings.lineLengthMax()));
    }

    @Test
    void thereIsNoLinkAndNothingIsTaken() {
        Service service = new Service(port);
        String id = "case/cnil-amazon-france-logistique";
        assertThat(service.get("/id/" + id + "?lang=nl", "Accept", "text/html").body())
                .contains("<h1")
                .doesNotContain("/propose");
        String json = "{\"about\":\"" + id + "\",\"shouldBe\":\"x\"}";
        for (HttpResponse<String> answer : List.of(
                service.get("/propose?about=" + id),
                service.post("/propose?about=" + id, "application/x-www-form-urlencoded", "shouldBe=x"),
                service.post("/api/v1/proposals", "application/json", json),
                service.get("/api/v1/proposals/x"),
                service.get("/proposals/x"))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Service.json(answer).get("code").asString()).isEqualTo("proposals-off");
            assertThat(Service.json(answer).get("detail").asString()).contains("werkgraaf.admin.token");
        }
        for (HttpResponse<String> answer : List.of(
                service.get("/admin/proposals"),
                service.get("/admin/proposals/x"),
                service.delete("/admin/proposals/x"),
                service.post("/admin/proposals/x/answer", "application/json", "{}"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
        }
    }
}
