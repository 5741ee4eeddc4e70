package org.werkgraaf.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;

/** An endpoint that the operator names can be called, and only that. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"werkgraaf.sparql.timeout-millis=3000", "werkgraaf.sparql.memory-bytes-max=4000000"})
@DirtiesContext
class ServiceAllowedTest {
    private static final Decoy ALLOWED = new Decoy();
    private static final Decoy OTHER = new Decoy();

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    private Service service;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("werkgraaf.sparql.services", () -> ALLOWED.url() + "sparql");
        SmallRelease.serve(folder, registry);
    }

    @AfterAll
    static void close() {
        ALLOWED.close();
        OTHER.close();
    }

    @BeforeEach
    void connect() {
        service = new Service(port);
        ALLOWED.requests().clear();
        ALLOWED.redirectTo("");
        ALLOWED.answer("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <ALLOWED> { ?s <urn:p> ?name } }",
                "SELECT * { VALUES ?e { <ALLOWED> } SERVICE ?e { ?s <urn:p> ?name } }",
                "SELECT * { { SELECT ?name { SERVICE <ALLOWED> { ?s <urn:p> ?name } } } }",
                "SELECT ?name { BIND(<ALLOWED> AS ?e) SERVICE SILENT ?e { SELECT ?name { ?x <urn:p> ?name } } }"
            })
    void callsTheAllowedEndpoint(String query) {
        HttpResponse<String> answer = ask(query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("from the decoy");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(ALLOWED.requests()).singleElement().asString().startsWith("POST /sparql SELECT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <OTHER> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <OTHER> { ?s ?p ?o } }",
                "SELECT * { VALUES ?e { <OTHER> } SERVICE ?e { ?s ?p ?o } }",
                "SELECT * { VALUES ?e { <OTHER> } SERVICE SILENT ?e { ?s ?p ?o } }",
                "SELECT * { BIND(IRI(CONCAT('OTH', 'ER')) AS ?x) BIND(IRI('OTHER') AS ?e) SERVICE SILENT ?e { ?s ?p ?o } }",
                "SELECT * { BIND(IRI(CONCAT('ALLOWED', '/../../other')) AS ?e) SERVICE SILENT ?e { ?s ?p ?o } }",
                "SELECT * { SERVICE <ALLOWED?x=1> { ?s ?p ?o } }",
                "SELECT * { ?a a ?b OPTIONAL { BIND(<OTHER> AS ?e) SERVICE SILENT ?e { ?s ?p ?o } } }",
                "SELECT * { ?a a ?b FILTER NOT EXISTS { BIND(<OTHER> AS ?e) SERVICE SILENT ?e { ?s ?p ?o } } }",
                "SELECT * { SERVICE SILENT ?e { ?s ?p ?o } }"
            })
    void refusesEveryOther(String query) {
        HttpResponse<String> answer = ask(query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(Service.json(answer).get("code").asString()).isEqualTo("query-remote");
        assertThat(OTHER.requests()).isEmpty();
        assertThat(ALLOWED.requests()).isEmpty();
    }

    @Test
    void followsNoRedirect() {
        ALLOWED.redirectTo(OTHER.url());
        HttpResponse<String> answer = ask("SELECT * { SERVICE <ALLOWED> { ?s ?p ?o } }");
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(Service.json(answer).get("code").asString()).isEqualTo("query-remote-failed");
        assertThat(ask("SELECT * { SERVICE SILENT <ALLOWED> { ?s ?p ?o } }").statusCode())
                .isEqualTo(200);
        assertThat(OTHER.requests()).isEmpty();
    }

    @Test
    void takesInNoMoreThanItMayKeep() {
        ALLOWED.answer("{\"head\": {\"vars\": []}, \"results\": {\"bindings\": [" + " ".repeat(5_000_000) + "]}}");
        HttpResponse<String> answer = ask("SELECT * { SERVICE SILENT <ALLOWED> { ?s ?p ?o } }");
        assertThat(Service.json(answer).get("code").asString()).isEqualTo("query-memory");
    }

    private HttpResponse<String> ask(String query) {
        return service.post(
                "/sparql",
                "application/sparql-query",
                query.replace("ALLOWED", ALLOWED.url() + "sparql").replace("OTHER", OTHER.url()));
    }
}
