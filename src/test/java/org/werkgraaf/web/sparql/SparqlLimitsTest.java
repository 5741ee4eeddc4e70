package org.werkgraaf.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallContent;
import org.werkgraaf.Werkgraaf;

@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "werkgraaf.storage=memory",
            "werkgraaf.sparql.rows-max=7",
            "werkgraaf.sparql.timeout-millis=1500",
            "werkgraaf.sparql.at-once-max=2"
        })
class SparqlLimitsTest {
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    private Service service;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) {
        Path root = new SmallContent(folder.resolve("content")).root();
        for (String part : List.of("ontology", "data", "queries")) {
            registry.add("werkgraaf.content." + part, () -> root.resolve(part).toString());
        }
    }

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void cutsRowsAndSaysSo() {
        HttpResponse<String> response = query("SELECT ?s WHERE { ?s ?p ?o }");
        assertThat(Service.json(response).get("results").get("bindings")).hasSize(7);
        assertThat(response.headers().firstValue("Werkgraaf-Complete")).hasValue("false");
        assertThat(response.headers().firstValue("Werkgraaf-Cut-By")).hasValue("werkgraaf.sparql.rows-max=7");
    }

    @Test
    void doesNotCallAWholeResultCut() {
        HttpResponse<String> response = query("SELECT ?s WHERE { ?s ?p ?o } LIMIT 7");
        assertThat(response.headers().firstValue("Werkgraaf-Complete")).hasValue("true");
    }

    @Test
    void cutsTriplesAndSaysSo() {
        HttpResponse<String> response = query("CONSTRUCT WHERE { ?s ?p ?o }");
        assertThat(response.headers().firstValue("Werkgraaf-Complete")).hasValue("false");
    }

    @Test
    void cutsDescriptionsAndSaysSo() {
        HttpResponse<String> response = query("DESCRIBE ?s WHERE { ?s ?p ?o }");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Werkgraaf-Complete")).hasValue("false");
    }

    @Test
    void answersAnErrorWhenTimeIsUp() {
        HttpResponse<String> response = query(ENDLESS);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Service.json(response).get("code").asString()).isEqualTo("query-timeout");
        assertThat(Service.json(response).get("detail").asString()).contains("1500").contains("LIMIT");
    }

    @Test
    void refusesMoreQueriesThanMayRunAtOnce() {
        List<CompletableFuture<Integer>> running = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            running.add(CompletableFuture.supplyAsync(() -> query(ENDLESS).statusCode()));
        }
        List<Integer> statuses = running.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).containsOnly(503, 429).contains(429);
        assertThat(query("ASK {}").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> query(String text) {
        return service.get("/sparql?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
}
