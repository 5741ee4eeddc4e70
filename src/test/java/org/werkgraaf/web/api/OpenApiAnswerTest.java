package org.werkgraaf.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class OpenApiAnswerTest {
    @LocalServerPort
    private int port;

    @Test
    void describesTheInterface() {
        JsonNode openapi = new Service(port).json("/openapi.json");
        assertThat(openapi.get("openapi").asString()).startsWith("3.1");
        assertThat(openapi.get("info").get("title").asString()).isEqualTo("Werkgraaf");
        assertThat(openapi.get("paths").propertyNames())
                .contains("/api/v1/search", "/api/v1/entities/{type}/{slug}", "/api/v1/questions/fines-by-year");
    }

    @Test
    void refersToNothingThatItDoesNotDescribe() {
        JsonNode openapi = new Service(port).json("/openapi.json");
        assertThat(openapi.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                openapi.at(reference.substring(1)).isObject())
                        .isTrue());
    }

    @Test
    void saysWhereTheServiceIsReachedWhateverTheRequestSays() {
        JsonNode asked = Service.json(new Service(port)
                .get("/openapi.json", "X-Forwarded-Host", "elsewhere.example", "X-Forwarded-Proto", "https"));
        assertThat(asked.at("/servers").size()).isEqualTo(1);
        assertThat(asked.at("/servers/0/url").asString()).isEqualTo("http://localhost:" + port);
    }

    @Test
    void isTheSameAsLongAsTheReleaseIs() {
        Service service = new Service(port);
        HttpResponse<String> first = service.get("/openapi.json");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(service.get("/openapi.json", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(first.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void leadsFromWhereItsPageWas() {
        HttpResponse<String> moved = new Service(port).get("/swagger-ui/index.html");
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(moved.headers().firstValue("Location").orElseThrow()).endsWith("/docs");
    }
}
