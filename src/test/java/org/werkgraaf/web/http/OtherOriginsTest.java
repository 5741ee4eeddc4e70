package org.werkgraaf.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

@PackagedServiceTest
class OtherOriginsTest {
    private static final String ELSEWHERE = "https://elsewhere.example";

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping controllers;

    /** Whatever it answers: a page of another site must be able to read why, too. */
    @Test
    void everyPublicReadMayBeMadeFromThere() {
        Set<String> reads = new TreeSet<>(Set.of("/sparql", "/no/such/address"));
        controllers.getHandlerMethods().keySet().forEach(mapping -> {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                mapping.getPatternValues().forEach(pattern -> reads.add(pattern.replaceAll("\\{[^}]*}", "x")));
            }
        });
        List<String> missing = new ArrayList<>();
        for (String path : reads) {
            HttpResponse<String> answer = new Service(port).get(path, "Origin", ELSEWHERE);
            boolean open = answer.headers()
                    .firstValue("Access-Control-Allow-Origin")
                    .orElse("")
                    .equals("*");
            if (open == OtherOrigins.NOT_PUBLIC.stream().anyMatch(path::startsWith)) {
                missing.add(path);
            }
        }
        assertThat(reads).hasSizeGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    @Test
    void whatAnAnswerSaysOfItselfMayBeReadThere() {
        HttpResponse<String> answer = new Service(port).get("/search.csv?q=amazon", "Origin", ELSEWHERE);
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("Link", "ETag", "Werkgraaf-Complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql", "/api/v1/search", "/timeline.json"})
    void aBrowserAsksOnceADay(String path) throws Exception {
        HttpResponse<String> answer = preflight(path, "POST");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).contains("86400");
    }

    @Test
    void nobodyPublishesFromThere() throws Exception {
        assertThat(preflight("/admin/publish", "POST").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private HttpResponse<String> preflight(String path, String method) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .headers("Origin", ELSEWHERE, "Access-Control-Request-Method", method)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
