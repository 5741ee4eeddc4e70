package org.werkgraaf.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

@PackagedServiceTest
class AddressFormsTest {
    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping controllers;

    @Test
    void aSlashAtTheEndLeadsToTheAddressWithout() {
        Set<String> paths = new TreeSet<>(Set.of("/sparql"));
        controllers
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> !pattern.equals("/") && !pattern.startsWith("/dumps"))
                        .forEach(pattern -> paths.add(pattern.replaceAll("\\{[^}]*}", "x"))));
        assertThat(paths).hasSizeGreaterThan(30).allSatisfy(path -> {
            HttpResponse<String> answer = new Service(port).get(path + "/?lang=fr");
            assertThat(answer.statusCode()).isEqualTo(308);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(path + "?lang=fr");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example/", "/%2Felsewhere.example/", "/%5Celsewhere.example/"})
    void noAddressLeadsToAnotherHost(String path) {
        assertThat(new Service(port).get(path).headers().firstValue("Location").orElse("/here"))
                .matches("/[^/\\\\].*|http://localhost:" + port + "/.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/technique%2Fkeylogging", "/api/v1/entities%2Fcase%2fmanfield", "/about%2Fapi"})
    void anEncodedSlashIsRefusedInTheServicesOwnWords(String path) {
        HttpResponse<String> page = new Service(port).get(path, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(400);
        HttpResponse<String> data = new Service(port).get(path, "Accept", "application/json");
        assertThat(data.statusCode()).isEqualTo(400);
        assertThat(data.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Service.json(data).get("detail").asString()).contains("%2F");
    }

    @Test
    void browsersFindTheMarkOfTheSite() {
        HttpResponse<String> mark = new Service(port).get("/favicon.ico");
        assertThat(mark.statusCode()).isEqualTo(200);
        assertThat(mark.headers().firstValue("Content-Type")).contains("image/x-icon");
        assertThat(mark.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=86400");
    }
}
