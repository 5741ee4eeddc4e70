package org.werkgraaf.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;
import tools.jackson.databind.JsonNode;

@PackagedServiceTest
class SparqlTest {
    private static final String ALL = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }";
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void takesAQueryByGetByFormAndAsBody() {
        long byGet = count(service.get("/sparql?query=" + encode(ALL)));
        assertThat(byGet).isGreaterThan(10_000);
        assertThat(count(service.post("/sparql", FORM, "query=" + encode(ALL)))).isEqualTo(byGet);
        assertThat(count(service.post("/sparql", "application/sparql-query", ALL)))
                .isEqualTo(byGet);
    }

    @Test
    void hasTheUnionOfTheNamedGraphsAsDefaultGraph() {
        JsonNode rows = Service.json(query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"));
        assertThat(rows.get("results").get("bindings").toString())
                .contains("https://w3id.org/werkgraaf/graph/entities")
                .contains("https://w3id.org/werkgraaf/graph/de-onzichtbare-manager");
        assertThat(count(query("SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/werkgraaf/graph/entities>"
                        + " WHERE { ?s ?p ?o }")))
                .isPositive()
                .isLessThan(count(query(ALL)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values"
            })
    void givesRowsInEachFormat(String type) {
        HttpResponse<String> response =
                service.get("/sparql?query=" + encode("SELECT ?s WHERE { ?s a ?c } LIMIT 1"), "Accept", type);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(each -> assertThat(each).startsWith(type));
        assertThat(response.headers().firstValue("Werkgraaf-Complete")).hasValue("true");
        assertThat(response.body()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"})
    void givesTriplesInEachFormat(String type) {
        String construct = "CONSTRUCT WHERE { ?s a <https://w3id.org/werkgraaf/ontology#RiskClass> }";
        HttpResponse<String> response = service.get("/sparql?query=" + encode(construct), "Accept", type);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(each -> assertThat(each).startsWith(type));
        assertThat(response.body()).contains("high-risk");
    }

    @Test
    void answersAskAndDescribe() {
        assertThat(Service.json(query("ASK { ?s ?p ?o }")).get("boolean").asBoolean())
                .isTrue();
        assertThat(query("DESCRIBE <https://w3id.org/werkgraaf/id/instrument/gdpr>")
                        .body())
                .contains("gdpr");
    }

    @Test
    void describesItselfWithoutAQuery() {
        HttpResponse<String> response = service.get("/sparql", "Accept", "text/turtle");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("UnionDefaultGraph").contains("graph/de-onzichtbare-manager");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql", "/.well-known/void"})
    void givesEditorsPrefixesAndExamplesThatRun(String path) {
        HttpResponse<String> response = service.get(path, "Accept", "text/turtle");
        assertThat(response.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(500_000);
        Model model = RDFParser.fromString(response.body(), Lang.TURTLE).toModel();
        String sh = "http://www.w3.org/ns/shacl#";
        assertThat(model.listObjectsOfProperty(model.createProperty(sh, "declare"))
                        .toList())
                .hasSizeGreaterThan(8);
        List<Resource> examples = model.listSubjectsWithProperty(
                        RDF.type, model.createResource(sh + "SPARQLExecutable"))
                .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(4).allSatisfy(example -> {
            assertThat(example.hasProperty(RDFS.comment)).isTrue();
            assertThat(example.hasProperty(model.createProperty(sh, "prefixes")))
                    .isTrue();
            HttpResponse<String> answer = service.post(
                    "/sparql",
                    "application/sparql-query",
                    example.getProperty(model.createProperty(sh, "select")).getString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(Service.json(answer).at("/results/bindings").size()).isPositive();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }|403|query-remote",
                "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }|400|query-unknown-graph",
                "SELECT * FROM NAMED <http://localhost:1/x.ttl> { GRAPH ?g { ?s ?p ?o } }|400|query-unknown-graph",
                "SELECT * { ?s ?p ?o FILTER <java:java.lang.System.exit>(0) }|400|query-unknown-function",
                "INSERT DATA { <urn:a> <urn:b> <urn:c> }|400|query-syntax",
                "LOAD <file:///etc/passwd>|400|query-syntax",
                "SELECT * WHERE { ?s ?p }|400|query-syntax",
                "SELECT * WHERE { ?s ?p ?o FILTER REGEX(?o, '(') }|400|query-pattern"
            })
    void refusesWithCodeAndRemedy(String text, int status, String code) {
        HttpResponse<String> response = query(text);
        assertThat(response.statusCode()).isEqualTo(status);
        JsonNode problem = Service.json(response);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    @Test
    void refusesUpdatesInEveryForm() {
        long before = count(query(ALL));
        String update = "DROP ALL";
        assertThat(service.post("/sparql", "application/sparql-update", update).statusCode())
                .isEqualTo(403);
        assertThat(service.post("/sparql", FORM, "update=" + encode(update)).statusCode())
                .isEqualTo(403);
        assertThat(service.get("/sparql?update=" + encode(update)).statusCode()).isEqualTo(403);
        assertThat(service.send("PUT", "/sparql?default", "text/turtle", "<urn:a> <urn:b> <urn:c> .")
                        .statusCode())
                .isEqualTo(405);
        assertThat(service.send("DELETE", "/sparql?default", "text/plain", "").statusCode())
                .isEqualTo(405);
        assertThat(service.post("/sparql", "text/turtle", "<urn:a> <urn:b> <urn:c> .")
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.post("/sparql", "text/plain", ALL).statusCode()).isEqualTo(415);
        assertThat(count(query(ALL))).isEqualTo(before);
    }

    @Test
    void reachesNoOtherEndpoint() throws IOException {
        AtomicInteger touched = new AtomicInteger();
        HttpServer decoy = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        decoy.createContext("/", exchange -> {
            touched.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        decoy.start();
        try {
            String url = "http://127.0.0.1:" + decoy.getAddress().getPort() + "/data.ttl";
            for (String attack : new String[] {
                "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
                "SELECT * { BIND(<%s> AS ?e) SERVICE SILENT ?e { ?s ?p ?o } }",
                "SELECT * FROM <%s> { ?s ?p ?o }",
                "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
                "DESCRIBE <%s>",
                "SELECT * { GRAPH <%s> { ?s ?p ?o } }"
            }) {
                query(attack.formatted(url));
            }
            service.get("/sparql?query=" + encode(ALL) + "&default-graph-uri=" + encode(url));
            service.post("/sparql", FORM, "query=" + encode(ALL) + "&named-graph-uri=" + encode(url));
        } finally {
            decoy.stop(0);
        }
        assertThat(touched).hasValue(0);
    }

    @Test
    @Timeout(60)
    void matchesExpressionsThatWouldBacktrackForever() {
        String text = "SELECT * { BIND('" + "a".repeat(200) + "' AS ?x) FILTER REGEX(?x, '^(.*a){25}b$') }";
        assertThat(query(text).statusCode()).isEqualTo(200);
    }

    @Test
    void answersHeadLikeGet() {
        HttpResponse<String> head = service.head("/sparql?query=" + encode(ALL));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void saysWhichFormatsItHas() {
        HttpResponse<String> response = service.get("/sparql?query=" + encode(ALL), "Accept", "image/png");
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(Service.json(response).get("detail").asString()).contains("application/sparql-results+json");
    }

    @Test
    void sendsBrowsersToTheEditor() {
        HttpResponse<String> response = service.get("/sparql", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue("/sparql-editor");
    }

    @Test
    void countsTheLengthOfAQueryInBytes() {
        String accents = "SELECT * { ?s ?p ?o } #" + "é".repeat(60_000);
        assertThat(service.post("/sparql", "application/sparql-query", accents).statusCode())
                .isEqualTo(413);
        HttpResponse<String> form = service.post("/sparql", FORM, "query=" + "x".repeat(3_000_000));
        assertThat(form.statusCode()).isEqualTo(413);
        assertThat(Service.json(form).get("code").asString()).isEqualTo("query-too-long");
    }

    @Test
    void refusesAQueryThatIsTooLong() {
        String longQuery = ALL + " #" + "x".repeat(100_001);
        HttpResponse<String> response = service.post("/sparql", "application/sparql-query", longQuery);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(Service.json(response).get("code").asString()).isEqualTo("query-too-long");
    }

    private HttpResponse<String> query(String text) {
        return service.get("/sparql?query=" + encode(text));
    }

    private static long count(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Service.json(response)
                .get("results")
                .get("bindings")
                .get(0)
                .get("n")
                .get("value")
                .asLong();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
