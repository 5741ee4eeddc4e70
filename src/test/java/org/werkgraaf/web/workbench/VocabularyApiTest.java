package org.werkgraaf.web.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class VocabularyApiTest {
    private static final String ONTOLOGY = "https://w3id.org/werkgraaf/ontology#";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void namesClassesInEachLanguageAndCountsThem() {
        JsonNode found = term("classes", ONTOLOGY + "Case");
        assertThat(found.get("name").asString()).isEqualTo("wg:Case");
        assertThat(found.at("/labels/nl").asString()).isEqualTo("Zaak");
        assertThat(found.at("/labels/fr").asString()).isEqualTo("Affaire");
        assertThat(found.at("/definitions/en").asString()).isNotBlank();
        assertThat(found.get("count").asLong())
                .isEqualTo(count("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a <" + ONTOLOGY + "Case> }"));
    }

    @Test
    void countsTheStatementsWithAProperty() {
        assertThat(term("properties", ONTOLOGY + "concerns").get("count").asLong())
                .isEqualTo(count("SELECT (COUNT(*) AS ?n) { ?s <" + ONTOLOGY + "concerns> ?o }"));
    }

    @Test
    void hasTermsOfOtherVocabulariesAndThoseThatAreNotUsedYet() {
        assertThat(term("properties", "http://www.w3.org/2004/02/skos/core#prefLabel")
                        .get("count")
                        .asLong())
                .isPositive();
        assertThat(term("classes", ONTOLOGY + "Norm").get("count").asLong()).isZero();
    }

    @Test
    void isTheSameAsLongAsTheReleaseIs() {
        HttpResponse<String> first = service.get("/api/v1/vocabulary");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).contains(Service.json(first).get("release").asString());
        assertThat(service.get("/api/v1/vocabulary", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void isDescribedInOpenApi() {
        assertThat(service.json("/openapi.json")
                        .at("/paths/~1api~1v1~1vocabulary/get/operationId")
                        .asString())
                .isEqualTo("vocabulary");
    }

    private JsonNode term(String kind, String iri) {
        JsonNode terms = service.json("/api/v1/vocabulary").get(kind);
        return StreamSupport.stream(terms.spliterator(), false)
                .filter(term -> term.get("iri").asString().equals(iri))
                .findFirst()
                .orElseThrow();
    }

    private long count(String query) {
        return service.json("/sparql?format=json&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .at("/results/bindings/0/n/value")
                .asLong();
    }
}
