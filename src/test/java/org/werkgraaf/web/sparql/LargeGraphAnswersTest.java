package org.werkgraaf.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

/** All of the graph is to be had by CONSTRUCT, in the formats that are written triple by triple. */
@PackagedServiceTest
class LargeGraphAnswersTest {
    private static final String ALL = "CONSTRUCT WHERE { ?s ?p ?o }";

    @LocalServerPort
    private int port;

    private Service service;
    /** The content is the same for all of them. */
    private static int count;

    @BeforeEach
    void count() {
        service = new Service(port);
        if (count > 0) {
            return;
        }
        count = Service.json(ask("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "application/sparql-results+json"))
                .at("/results/bindings/0/n/value")
                .asInt();
        assertThat(count).isGreaterThan(100_000);
    }

    @Test
    void givesEachTripleOnceHoweverOftenItIsFound() {
        HttpResponse<String> answer =
                ask("CONSTRUCT { ?s ?p ?o } WHERE { { ?s ?p ?o } UNION { ?s ?p ?o } }", "application/n-triples");
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.get(0)).isEqualTo("# whole");
        assertThat(lines).doesNotHaveDuplicates().hasSize(count + 1);
        assertThat(answer.headers().firstValue("Werkgraaf-Complete")).hasValue("true");
    }

    @Test
    void isTheSameGraphInTurtle() {
        assertThat(size(ask(ALL, "text/turtle"), Lang.TURTLE)).isEqualTo(count);
    }

    @Test
    void saysWhereTheCallerCutIt() {
        HttpResponse<String> answer = service.get(
                "/sparql?rows=50000&query=" + URLEncoder.encode(ALL, StandardCharsets.UTF_8), "Accept", "text/turtle");
        assertThat(answer.body()).startsWith("# cut");
        assertThat(answer.headers().firstValue("Werkgraaf-Complete")).hasValue("false");
        assertThat(size(answer, Lang.TURTLE)).isEqualTo(50_000);
    }

    @Test
    void describesWithoutKeepingAll() {
        assertThat(size(ask("DESCRIBE ?s WHERE { ?s ?p ?o }", "application/n-triples"), Lang.NTRIPLES))
                .isEqualTo(count);
    }

    @Test
    void isTheSameGraphInJsonLd() {
        assertThat(size(ask(ALL, "application/ld+json"), Lang.JSONLD)).isEqualTo(count);
    }

    @Test
    void isTheSameGraphInRdfXml() {
        assertThat(size(ask(ALL, "application/rdf+xml"), Lang.RDFXML)).isEqualTo(count);
    }

    @Test
    void saysWhatToAskForWhereAllMustBeKept() {
        HttpResponse<String> answer = ask(ALL, "application/rdf+json");
        assertThat(Service.json(answer).get("code").asString()).isEqualTo("query-memory");
        assertThat(answer.body()).contains("other than RDF/JSON");
    }

    private static int size(HttpResponse<String> answer, Lang lang) {
        assertThat(answer.statusCode()).isEqualTo(200);
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        RDFParser.fromString(answer.body(), lang).parse(graph);
        return graph.size();
    }

    private HttpResponse<String> ask(String query, String type) {
        return service.get(
                "/sparql?timeout=60000&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept", type);
    }
}
