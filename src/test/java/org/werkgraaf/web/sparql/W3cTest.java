package org.werkgraaf.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.publish.Verifier;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;

/**
 * The W3C's tests of SPARQL 1.1 over HTTP. The files of a test become named graphs, and the request names those that the test asks;
 * the endpoint has no other way to choose a dataset.
 */
@SpringBootTest(classes = Werkgraaf.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class W3cTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String KASEI = "http://kasei.us/2009/09/sparql/data/data%d.rdf";
    private static final Map<String, Integer> COUNTS = new TreeMap<>();
    private static final Map<String, String> SKIPPED = new TreeMap<>();

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private GraphStore store;

    @Autowired
    private Verifier verifier;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) {
        SmallRelease.serve(folder, registry);
    }

    @BeforeEach
    void suite() throws InterruptedException {
        assumeTrue(
                W3cSuite.isThere(),
                "There is no W3C test suite in " + W3cSuite.FOLDER + "; -Dwerkgraaf.rdf-tests names it");
        // A release that was changed past the publisher would be set aside: nobody looks any more.
        verifier.await();
        verifier.close();
    }

    @AfterAll
    static void report() {
        System.out.println("W3C SPARQL 1.1 over HTTP, passed: " + COUNTS);
        System.out.println("W3C SPARQL 1.1 over HTTP, skipped: " + SKIPPED);
    }

    @Test
    void evaluatesQueries() throws IOException, InterruptedException {
        W3cEvaluation evaluation = new W3cEvaluation(port, store, (name, graph) -> {});
        assertThat(evaluation.wrong()).isEmpty();
        COUNTS.putAll(evaluation.counts());
        SKIPPED.putAll(evaluation.skipped());
        assertThat(COUNTS.get("QueryEvaluationTest")).isGreaterThan(200);
        assertThat(SKIPPED).hasSizeLessThan(40);
    }

    @Test
    void keepsToTheProtocol() throws IOException, InterruptedException {
        DatasetGraph all = store.read(Snapshot::dataset);
        Txn.executeWrite(all, () -> {
            for (int i = 0; i < 4; i++) {
                String iri = KASEI.formatted(i);
                all.add(
                        NodeFactory.createURI(iri),
                        NodeFactory.createURI(iri),
                        org.apache.jena.vocabulary.RDF.type.asNode(),
                        NodeFactory.createURI("urn:x"));
                Path file = W3cSuite.FOLDER.resolve("protocol/data" + i + ".nt");
                if (Files.exists(file)) {
                    RDFDataMgr.loadGraph(file.toUri().toString()).stream()
                            .forEach(t -> all.add(
                                    NodeFactory.createURI(iri), t.getSubject(), t.getPredicate(), t.getObject()));
                }
            }
        });
        List<String> wrong = new ArrayList<>();
        for (Resource entry : W3cSuite.entries("protocol/manifest.ttl")) {
            boolean write = entry.getLocalName().contains("update");
            for (RDFNode each : requests(entry)) {
                Resource request = each.asResource();
                HttpResponse<byte[]> answer = send(request, "/sparql");
                if (write) {
                    boolean refused = Set.of(403, 405).contains(answer.statusCode());
                    boolean bad = entry.getLocalName().startsWith("bad_") && answer.statusCode() / 100 == 4;
                    if (isUpdate(request) ? !refused && !bad : answer.statusCode() >= 500) {
                        wrong.add(entry.getLocalName() + " " + answer.statusCode());
                    }
                } else {
                    String problem = judge(request.getPropertyResourceValue(W3cSuite.ht("resp")), answer);
                    if (!problem.isEmpty()) {
                        wrong.add(entry.getLocalName() + " " + problem);
                    }
                }
            }
            COUNTS.merge(write ? "ProtocolTest of updates, refused" : "ProtocolTest", 1, Integer::sum);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesEveryUpdateAndChangesNothing() throws IOException, InterruptedException {
        long before = store.read(snapshot -> snapshot.dataset().stream().count());
        List<String> wrong = new ArrayList<>();
        for (Resource entry : W3cSuite.entries("manifest-sparql11-update.ttl")) {
            Resource action = entry.getPropertyResourceValue(W3cSuite.mf("action"));
            Resource file = action.getPropertyResourceValue(
                    org.apache.jena.rdf.model.ResourceFactory.createProperty(W3cSuite.UT, "request"));
            String update = Files.readString(W3cEvaluation.path(file == null ? action : file));
            Service service = new Service(port);
            int direct =
                    service.post("/sparql", "application/sparql-update", update).statusCode();
            int form = service.post(
                            "/sparql", "application/x-www-form-urlencoded", "update=" + W3cEvaluation.encode(update))
                    .statusCode();
            if (direct != 403 || form != 403) {
                wrong.add(entry.getURI() + " " + direct + " " + form);
            }
            COUNTS.merge(W3cSuite.type(entry) + ", refused", 1, Integer::sum);
        }
        assertThat(wrong).isEmpty();
        assertThat((long) store.read(snapshot -> snapshot.dataset().stream().count()))
                .isEqualTo(before);
    }

    @Test
    void refusesEveryWriteToTheGraphStore() throws IOException, InterruptedException {
        long before = store.read(snapshot -> snapshot.dataset().stream().count());
        List<String> wrong = new ArrayList<>();
        for (Resource entry : W3cSuite.entries("graph-store-protocol/manifest.ttl")) {
            for (RDFNode each : requests(entry)) {
                Resource request = each.asResource();
                String method = request.getProperty(W3cSuite.ht("methodName")).getString();
                if (Set.of("GET", "HEAD").contains(method)) {
                    continue;
                }
                int status = send(request, "/sparql").statusCode();
                if (!Set.of(403, 405).contains(status)) {
                    wrong.add(entry.getLocalName() + " " + method + " "
                            + request.getProperty(W3cSuite.ht("absolutePath")).getString() + " " + status);
                }
            }
            COUNTS.merge("GraphStoreProtocolTest, refused", 1, Integer::sum);
        }
        assertThat(wrong).isEmpty();
        assertThat((long) store.read(snapshot -> snapshot.dataset().stream().count()))
                .isEqualTo(before);
    }

    @Test
    void describesItself() {
        HttpResponse<String> answer = new Service(port).get("/sparql");
        Model model = RDFParser.fromString(answer.body(), Lang.TURTLE).toModel();
        String sd = "http://www.w3.org/ns/sparql-service-description#";
        List<Resource> services = model.listSubjectsWithProperty(
                        org.apache.jena.vocabulary.RDF.type, model.createResource(sd + "Service"))
                .toList();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(services).hasSize(1);
        assertThat(services.get(0)
                        .getPropertyResourceValue(model.createProperty(sd, "endpoint"))
                        .getURI())
                .endsWith("/sparql");
        assertThat(model.listStatements(null, model.createProperty(sd, "defaultDataset"), (RDFNode) null)
                        .toList())
                .hasSize(1);
        COUNTS.put("ServiceDescriptionTest", 3);
    }

    private static List<RDFNode> requests(Resource entry) {
        return W3cSuite.list(
                entry.getPropertyResourceValue(W3cSuite.mf("action")).getProperty(W3cSuite.ht("requests")));
    }

    /** Beside the updates there are requests that look whether they were carried out. */
    private static boolean isUpdate(Resource request) {
        boolean update = W3cSuite.list(request.getProperty(W3cSuite.ht("headers"))).stream()
                .anyMatch(each -> each.asResource()
                        .getProperty(W3cSuite.ht("fieldValue"))
                        .getString()
                        .contains("sparql-update"));
        Resource body = request.getPropertyResourceValue(W3cSuite.ht("body"));
        return update
                || (body != null
                        && body.hasProperty(W3cSuite.cnt("chars"))
                        && body.getProperty(W3cSuite.cnt("chars")).getString().startsWith("update="))
                || request.getProperty(W3cSuite.ht("absolutePath")).getString().contains("update=");
    }

    private static String judge(Resource response, HttpResponse<byte[]> answer) {
        boolean status = response.listProperties(W3cSuite.mf("expectedStatus")).toList().stream()
                .map(each -> each.getResource().getLocalName())
                .anyMatch(name -> name.matches(".*" + answer.statusCode() / 100 + "xx"));
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (!status) {
            return answer.statusCode() + " " + body;
        }
        if (response.hasProperty(W3cSuite.mf("expectedBoolean"))) {
            return body.contains(
                            response.getProperty(W3cSuite.mf("expectedBoolean")).getString())
                    ? ""
                    : body;
        }
        if (!response.hasProperty(W3cSuite.mf("expectedFormat"))) {
            return "";
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return switch (response.getProperty(W3cSuite.mf("expectedFormat")).getString()) {
            case "RDF" -> type.startsWith("text/turtle") ? "" : type;
            default -> type.startsWith("application/sparql-results+json") ? "" : type;
        };
    }

    private HttpResponse<byte[]> send(Resource request, String base) throws IOException, InterruptedException {
        String path = request.getProperty(W3cSuite.ht("absolutePath"))
                .getString()
                .replaceFirst("^/(sparql|gsp)/?(?=\\?|$)", base)
                .replaceFirst("^/gsp/", base + "/")
                .replace("$NEWPATH$", "new");
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path.replace(" ", "%20")));
        W3cSuite.list(request.getProperty(W3cSuite.ht("headers"))).stream()
                .map(RDFNode::asResource)
                .forEach(header -> {
                    String name = header.getProperty(W3cSuite.ht("fieldName")).getString();
                    if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("host")) {
                        builder.header(
                                name,
                                header.getProperty(W3cSuite.ht("fieldValue")).getString());
                    }
                });
        Resource body = request.getPropertyResourceValue(W3cSuite.ht("body"));
        HttpRequest.BodyPublisher content = HttpRequest.BodyPublishers.noBody();
        if (body != null && body.hasProperty(W3cSuite.cnt("chars"))) {
            Charset charset = body.hasProperty(W3cSuite.cnt("characterEncoding"))
                    ? Charset.forName(
                            body.getProperty(W3cSuite.cnt("characterEncoding")).getString())
                    : StandardCharsets.UTF_8;
            content = HttpRequest.BodyPublishers.ofByteArray(
                    body.getProperty(W3cSuite.cnt("chars")).getString().getBytes(charset));
        }
        builder.method(request.getProperty(W3cSuite.ht("methodName")).getString(), content);
        return HTTP.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
