package org.werkgraaf.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class EntityApiTest {
    private static final String AMAZON = "case/cnil-amazon-france-logistique";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void showsValuesThatDifferWithTheirSources() {
        JsonNode amounts = relation(service.json("/api/v1/entities/" + AMAZON), "amountImposed");
        assertThat(amounts.get("disputed").asBoolean()).isTrue();
        assertThat(value(amounts, "32000000").get("accepted").asBoolean()).isTrue();
        JsonNode mistaken = value(amounts, "35000000");
        assertThat(mistaken.get("accepted").asBoolean()).isFalse();
        assertThat(mistaken.get("statedIn").get(0).asString()).isEqualTo("passage/de-onzichtbare-manager-l30a");
    }

    @Test
    void givesThePlaceOfEachStatement() {
        JsonNode entity = service.json("/api/v1/entities/" + AMAZON + "?lang=en");
        JsonNode passage = entity.get("passages").get("passage/de-onzichtbare-manager-l30a");
        assertThat(passage.get("source").asString()).isEqualTo("source/de-onzichtbare-manager");
        assertThat(passage.get("lines").get(0).asString()).isEqualTo("30");
        assertThat(passage.get("status").asString()).isEqualTo("mistaken");
        assertThat(passage.get("paraphrases").get("en").asString()).isNotBlank();
        assertThat(entity.get("history")).hasSizeGreaterThan(2);
    }

    @Test
    void saysWhatDoesNotExist() {
        HttpResponse<String> response = service.get("/api/v1/entities/case/no-such-case");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Service.json(response).get("code").asString()).isEqualTo("not-found");
        assertThat(service.get("/api/v1/entities/CASE/%00").statusCode()).isIn(400, 404);
    }

    @Test
    void answers304WhileTheReleaseIsTheSame() {
        String path = "/api/v1/entities/" + AMAZON;
        String tag = service.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(service.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(service.get(path + "?lang=fr", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        ".json, application/json",
        ".jsonld, application/ld+json",
        ".ttl, text/turtle",
        ".rdf, application/rdf+xml",
        ".nt, application/n-triples",
        ".html, text/html"
    })
    void negotiatesTheFormatBySuffixAndByAccept(String suffix, String type) {
        for (HttpResponse<String> response :
                new HttpResponse[] {service.get("/id/" + AMAZON + suffix), service.get("/id/" + AMAZON, "Accept", type)
                }) {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(each -> assertThat(each).startsWith(type));
            Lang lang = RDFLanguages.contentTypeToLang(type);
            if (lang != null) {
                assertHoldsTheCase(response.body(), lang);
            }
        }
    }

    @Test
    void choosesByWeightOfAccept() {
        assertThat(contentType("text/turtle;q=0.5, application/ld+json;q=0.9")).startsWith("application/ld+json");
        assertThat(contentType("*/*")).startsWith("text/html");
        assertThat(service.get("/id/" + AMAZON, "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    private String contentType(String accept) {
        return service.get("/id/" + AMAZON, "Accept", accept)
                .headers()
                .firstValue("Content-Type")
                .orElseThrow();
    }

    private static void assertHoldsTheCase(String body, Lang lang) {
        Graph graph = RDFParser.create()
                .source(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                .lang(lang)
                .toGraph();
        Node thing = new ThingId("case", "cnil-amazon-france-logistique").node();
        assertThat(graph.contains(thing, Node.ANY, Wg.CASE)).as(lang.getName()).isTrue();
        assertThat(graph.contains(Node.ANY, Wg.HAS_PASSAGE, Node.ANY))
                .as(lang.getName())
                .isTrue();
    }

    private static JsonNode relation(JsonNode entity, String name) {
        return StreamSupport.stream(entity.get("facts").spliterator(), false)
                .filter(each -> each.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode value(JsonNode relation, String start) {
        return StreamSupport.stream(relation.get("values").spliterator(), false)
                .filter(each -> each.get("value").asString().startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
