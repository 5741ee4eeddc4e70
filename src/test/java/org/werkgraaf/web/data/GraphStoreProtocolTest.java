package org.werkgraaf.web.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.Service;

@PackagedServiceTest
class GraphStoreProtocolTest {
    private static final String GRAPH = "https://w3id.org/werkgraaf/graph/ontology";

    /** Files leave out when and from which folders this service published the release. */
    private static final String NOT_OF_THE_SERVICE =
            "FILTER(!STRSTARTS(STR(?s), 'https://w3id.org/werkgraaf/id/release/') || ?p NOT IN ("
                    + "<http://purl.org/dc/terms/issued>, <https://w3id.org/werkgraaf/ontology#contentDigest>))";

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
        ReadyDumps.of(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/turtle",
                "application/n-triples",
                "application/rdf+xml",
                "application/ld+json",
                "application/rdf+json",
                "application/trig"
            })
    void givesAGraphByItsOwnIriAndByTheProtocol(String type) {
        long statements = count("SELECT (COUNT(*) AS ?n) { GRAPH <" + GRAPH + "> { ?s ?p ?o } }");
        assertThat(model("/data?graph=" + GRAPH, type).size()).isEqualTo(statements);
        assertThat(model("/graph/ontology", type).size()).isEqualTo(statements);
    }

    @Test
    void givesTheUnionAndTheWholeDataset() {
        long statements = count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o " + NOT_OF_THE_SERVICE + "}");
        HttpResponse<String> union = service.get("/data?default", "Accept", "application/n-triples");
        assertThat(union.body().lines().distinct().count()).isEqualTo(statements);
        assertThat(service.get("/data?default=", "Accept", "text/turtle").body())
                .isEqualTo(union.body());
        assertThat(RDFParser.fromString(union.body(), Lang.NTRIPLES).toGraph().isEmpty())
                .isFalse();
        HttpResponse<String> quads = service.get("/data", "Accept", "application/n-quads");
        assertThat(quads.headers().firstValue("Content-Type").orElse("")).startsWith("application/n-quads");
        DatasetGraph dataset = RDFParser.fromString(quads.body(), Lang.NQUADS).toDatasetGraph();
        assertThat(dataset.stream().count())
                .isEqualTo(count("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } " + NOT_OF_THE_SERVICE + "}"));
    }

    @Test
    void sendsPackedFilesPackedOnlyToWhoTakesThat() {
        HttpResponse<String> packed = service.get(
                "/dumps/werkgraaf.nq.gz", "Accept", "application/n-quads", "Accept-Encoding", "gzip,deflate");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("Content-Type").orElse("")).startsWith("application/n-quads");
        HttpResponse<String> plain = service.get("/dumps/werkgraaf.nq.gz", "Accept", "application/n-quads");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.body()).startsWith("<");
        HttpResponse<String> saved = service.get("/dumps/werkgraaf.nq.gz", "Accept", "*/*", "Accept-Encoding", "gzip");
        assertThat(saved.headers().firstValue("Content-Type")).hasValue("application/gzip");
        assertThat(saved.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void leadsWhoAsksTheEndpointForAGraphToIt() {
        HttpResponse<String> response = service.get("/sparql?graph=" + GRAPH);
        assertThat(response.statusCode()).isEqualTo(307);
        assertThat(response.headers().firstValue("Location").orElse("")).endsWith("/data?graph=" + GRAPH);
    }

    @ParameterizedTest
    @CsvSource({
        "/data?graph=https://example.org/nothing,404",
        "/graph/nothing,404",
        "/data?graph=https://w3id.org/werkgraaf/graph/ontology&default,400",
        "/sparql/examples/nothing,404"
    })
    void saysWhatIsNotThere(String path, int status) {
        HttpResponse<String> response = service.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Service.json(response).get("detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
    void isReadOnly(String method) {
        for (String path : List.of("/data?default", "/data?graph=" + GRAPH, "/graph/ontology")) {
            HttpResponse<String> response = service.send(method, path, "text/turtle", "<urn:a> <urn:b> <urn:c> .");
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(Service.json(response).get("code").asString()).isEqualTo("read-only");
        }
    }

    /** All addresses of the service that its description names, but for those of things and terms, which have tests of their own. */
    @Test
    void leadsEveryIriOfItsDescriptionSomewhere() {
        Model description = model("/.well-known/void", "text/turtle");
        Set<String> own = new HashSet<>();
        description.listStatements().forEach(statement -> {
            own.add(String.valueOf(statement.getSubject().getURI()));
            if (statement.getObject().isURIResource()) {
                own.add(statement.getResource().getURI());
            }
        });
        String base = "https://w3id.org/werkgraaf";
        assertThat(own.stream()
                        .filter(iri -> iri.startsWith(base + "/") && !iri.contains("/id/"))
                        .map(iri -> iri.substring(base.length()).replaceFirst("#.*", ""))
                        .distinct()
                        .sorted()
                        .filter(path -> !List.of(200, 303)
                                .contains(service.get(path, "Accept", "text/turtle")
                                        .statusCode())))
                .isEmpty();
        String example = own.stream()
                .filter(iri -> iri.contains("/sparql/examples/"))
                .findFirst()
                .orElseThrow();
        assertThat(model(example.substring(example.indexOf("/sparql/")), "text/turtle")
                        .size())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "/dataset,/dumps/",
        "/prefixes,/about/sparql",
        "/editors,/about",
        "/graph/gdpr-text,/id/source/gdpr-text",
        "/graph/ontology,/about/sparql#5-a-named-graph-per-source"
    })
    void leadsAReaderToAPage(String path, String page) {
        HttpResponse<String> response = service.get(path, "Accept", "text/html,*/*;q=0.8");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue(page);
        assertThat(service.get(page.replaceFirst("#.*", ""), "Accept", "text/html")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void countsTheSameInEveryDescription() {
        long statements = count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        for (String path : List.of("/sparql", "/.well-known/void")) {
            Model description = model(path, "text/turtle");
            assertThat(description
                            .listObjectsOfProperty(Dcat.voidTerm("triples"))
                            .mapWith(number -> number.asLiteral().getLong())
                            .toSet())
                    .contains(statements);
            assertThat(description
                            .listObjectsOfProperty(Dcat.voidTerm("classPartition"))
                            .toList()
                            .size())
                    .isGreaterThan(20);
            assertThat(description
                            .listObjectsOfProperty(Dcat.voidTerm("propertyPartition"))
                            .toList()
                            .size())
                    .isGreaterThan(20);
        }
    }

    @Test
    void givesAllRowsAtOnceAndTheSameInSlices() {
        String all = "SELECT ?s ?p ?o { ?s ?p ?o }";
        long statements = count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        HttpResponse<String> whole = query(all, "text/tab-separated-values");
        assertThat(whole.headers().firstValue("Werkgraaf-Complete")).hasValue("true");
        List<String> rows = whole.body().lines().skip(1).toList();
        assertThat(rows).hasSize((int) statements);
        int size = (int) statements / 3 + 1;
        for (int slice = 0; slice < 3; slice++) {
            List<String> part = query(all + " LIMIT " + size + " OFFSET " + slice * size, "text/tab-separated-values")
                    .body()
                    .lines()
                    .skip(1)
                    .toList();
            assertThat(part).isEqualTo(rows.subList(slice * size, Math.min(rows.size(), (slice + 1) * size)));
        }
    }

    private Model model(String path, String type) {
        HttpResponse<String> response = service.get(path.replace("<", "%3C"), "Accept", type);
        if (response.statusCode() == 303) {
            response = service.get(response.headers().firstValue("Location").orElseThrow(), "Accept", type);
        }
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        return RDFParser.fromString(response.body(), RDFLanguages.contentTypeToLang(type))
                .toModel();
    }

    private long count(String text) {
        return Long.parseLong(
                query(text, "text/csv").body().lines().skip(1).findFirst().orElseThrow());
    }

    private HttpResponse<String> query(String text, String type) {
        HttpResponse<String> response =
                service.get("/sparql?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8), "Accept", type);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response;
    }
}
