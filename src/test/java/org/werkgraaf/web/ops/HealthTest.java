package org.werkgraaf.web.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
@ExtendWith(OutputCaptureExtension.class)
class HealthTest {
    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void isLiveAndReadyWithItsReleaseAndCounts() {
        assertThat(service.json("/health/live").get("status").asString()).isEqualTo("UP");
        JsonNode ready = service.json("/health/ready");
        assertThat(ready.get("status").asString()).isEqualTo("UP");
        assertThat(ready.get("release").asString()).matches("\\d{4}-\\d{2}-\\d{2}-[0-9a-f]{8}");
        assertThat(ready.get("triples").asLong()).isGreaterThan(10_000);
        assertThat(ready.get("entitiesByType").get("Case").asLong()).isGreaterThan(20);
    }

    @Test
    void findsIndexAndGraphInAgreement() {
        JsonNode check = service.json("/health/index");
        assertThat(check.get("agrees").asBoolean()).as(check.toString()).isTrue();
        assertThat(check.get("graphRelease")).isEqualTo(check.get("indexRelease"));
    }

    @Test
    void measuresRequestsByRoute() {
        service.get("/api/v1/search?q=amazon");
        String metrics = service.get("/metrics").body();
        assertThat(metrics)
                .contains("route=\"/api/v1/search\"")
                .contains("jvm_memory_used_bytes")
                .contains("werkgraaf_entities");
    }

    @Test
    void keepsQuestionsAndAddressesOutOfTheLog(CapturedOutput output) {
        service.get("/api/v1/search?q=geheimevraag");
        service.get("/search?q=geheimevraag", "Accept", "text/html");
        service.get("/sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%22geheimevraag%22%20%7D");
        service.get("/sparql?query=SELEC%20geheimevraag");
        service.get("/id/case/geheimevraag");
        assertThat(output.getAll())
                .contains("request")
                .doesNotContain("geheimevraag")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void leavesPublishingOverHttpOffWithoutAToken() {
        assertThat(service.post("/admin/publish", "application/json", "").statusCode())
                .isEqualTo(404);
    }
}
