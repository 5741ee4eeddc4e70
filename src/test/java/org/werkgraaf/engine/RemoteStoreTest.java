package org.werkgraaf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallContent;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.engine.EngineProxy.Fault;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.Release;

/** A service whose SPARQL is answered by a Fuseki of another process, over a proxy that can spoil what comes. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"werkgraaf.sparql.cache-bytes-max=0", "werkgraaf.sparql.engine.grace-seconds=3"})
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class RemoteStoreTest {
    private static final String PREFIXES = """
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX wg: <https://w3id.org/werkgraaf/ontology#>
            """;
    private static final String LABELS =
            PREFIXES + "SELECT ?s ?label WHERE { ?s a wg:Technique ; skos:prefLabel ?label }";
    private static final String GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }";

    @TempDir
    private static Path folder;

    private static RemoteFuseki fuseki;
    private static EngineProxy proxy;
    private static SmallContent content;

    @LocalServerPort
    private int port;

    @Autowired
    private GraphStore store;

    @Autowired
    private Publisher publisher;

    @Autowired
    private EngineKeeper keeper;

    @DynamicPropertySource
    static void engine(DynamicPropertyRegistry registry) throws IOException, InterruptedException {
        assumeTrue(RemoteFuseki.isThere(), "There is no Fuseki in target/fuseki; the build puts it there");
        content = SmallRelease.serve(folder, registry);
        fuseki = RemoteFuseki.start(folder.resolve("fuseki"), false);
        fuseki.serve(registry);
        proxy = new EngineProxy(fuseki.query().replace("/ds/query", ""));
        registry.add("werkgraaf.sparql.engine.query", () -> proxy.url() + "/ds/query");
    }

    @AfterAll
    static void end() {
        if (fuseki != null) {
            fuseki.close();
            proxy.close();
        }
    }

    @BeforeEach
    void held() throws InterruptedException {
        Held.await(keeper, id());
    }

    @AfterEach
    void mend() {
        proxy.fault(Fault.NONE);
    }

    private String id() {
        return store.release().map(Release::id).orElseThrow();
    }

    private HttpResponse<String> ask(String query, String accept) {
        return new Service(port)
                .post(
                        "/sparql",
                        "application/x-www-form-urlencoded",
                        "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                        "Accept",
                        accept);
    }

    private List<String> rows(String query) {
        HttpResponse<String> answer = ask(query, "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().skip(1).sorted().toList();
    }

    private static String code(HttpResponse<String> answer) {
        return Service.json(answer).get("code").asString();
    }

    @Test
    void givesGraphsTheNamesUnderWhichTheyArePublished() {
        List<String> published = new ArrayList<>();
        store.release().orElseThrow().graphs().forEach((name, state) -> {
            if (state.triples() > 0) {
                published.add(name);
            }
        });
        published.add("https://w3id.org/werkgraaf/graph/release");
        published.sort(null);
        assertThat(rows(GRAPHS)).isEqualTo(published);
        assertThat(rows("SELECT ?g WHERE { GRAPH ?g {} }")).isEqualTo(published);
        String entities = "https://w3id.org/werkgraaf/graph/entities";
        String one = PREFIXES + "SELECT (COUNT(*) AS ?n) %s WHERE { %s }";
        String count = Long.toString(
                store.release().orElseThrow().graphs().get(entities).triples());
        assertThat(rows(one.formatted("", "GRAPH <" + entities + "> { ?s ?p ?o }")))
                .containsExactly(count);
        assertThat(rows(one.formatted("FROM <" + entities + ">", "?s ?p ?o"))).containsExactly(count);
        assertThat(rows(one.formatted("FROM NAMED <" + entities + ">", "GRAPH ?g { ?s ?p ?o }")))
                .containsExactly(count);
        assertThat(rows(one.formatted("FROM NAMED <" + entities + ">", "?s ?p ?o")))
                .containsExactly("0");
        assertThat(rows("SELECT ?g WHERE { VALUES ?g { <" + entities + "> } GRAPH ?g { ?s a ?c } } LIMIT 1"))
                .containsExactly(entities);
        assertThat(rows("SELECT * WHERE { GRAPH ?g { ?s a wg:Technique } }".replaceFirst("^", PREFIXES)))
                .hasSize(12)
                .allMatch(row -> row.endsWith("," + entities));
        assertThat(rows(PREFIXES
                        + "SELECT ?s WHERE { ?s a wg:Technique FILTER EXISTS { GRAPH ?g { ?s skos:prefLabel ?l } FILTER(?g = <"
                        + entities + ">) } }"))
                .hasSize(12);
        assertThat(keeper.state().answeredHere()).isZero();
    }

    @Test
    void writesEachFormInOurOwnFormats() {
        String id = rows("SELECT ?s WHERE { ?s a wg:Technique } ORDER BY ?s LIMIT 1".replaceFirst("^", PREFIXES))
                .get(0);
        assertThat(ask("ASK { <" + id + "> ?p ?o }", "application/sparql-results+json")
                        .body())
                .contains("\"boolean\" : true");
        assertThat(ask("ASK { <urn:nothing> ?p ?o }", "application/sparql-results+xml")
                        .body())
                .contains("<boolean>false</boolean>");
        assertThat(ask(LABELS, "text/tab-separated-values").body()).contains("\"Techniek 1 ");
        HttpResponse<String> built = ask(
                PREFIXES
                        + "CONSTRUCT { ?s skos:altLabel ?l . ?l2 skos:broader ?s } WHERE { ?s a wg:Technique ; skos:prefLabel ?l }",
                "application/n-triples");
        assertThat(built.statusCode()).isEqualTo(200);
        assertThat(built.body().lines().filter(line -> line.contains("altLabel")))
                .hasSize(36);
        assertThat(ask("DESCRIBE <" + id + ">", "text/turtle").body()).contains("Techniek");
        assertThat(ask(PREFIXES + "CONSTRUCT WHERE { ?s a wg:Technique }", "text/turtle")
                        .body())
                .startsWith("# whole");
    }

    @Test
    void servesReleasesOneAfterTheOtherWhole() throws InterruptedException {
        String before = id();
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        List<String> wrong = new ArrayList<>();
        Thread client = new Thread(() -> {
            while (!done.get()) {
                HttpResponse<String> answer = ask(LABELS, "text/csv");
                String release =
                        answer.headers().firstValue("Werkgraaf-Release").orElse("");
                String word = release.equals(before) ? "zilver" : "goud";
                long rows = answer.body()
                        .lines()
                        .filter(line -> line.contains(word))
                        .count();
                if (answer.statusCode() != 200
                        || rows != 36
                        || answer.body().lines().count() != 37) {
                    wrong.add(answer.statusCode() + " " + release + " " + answer.body());
                }
                asked.incrementAndGet();
            }
        });
        client.start();
        content.techniques("goud");
        publisher.publish();
        String after = id();
        Thread.sleep(1000);
        done.set(true);
        client.join();
        assertThat(after).isNotEqualTo(before);
        assertThat(wrong).isEmpty();
        assertThat(asked).hasPositiveValue();
        assertThat(keeper.state().held()).contains(after);
        long end = System.currentTimeMillis() + 60_000;
        RemoteReleases releases = releases();
        while (releases.begun().size() > 1 && System.currentTimeMillis() < end) {
            Thread.sleep(100);
        }
        assertThat(releases.held()).containsOnlyKeys(after);
        assertThat(releases.begun()).containsExactly(after);
        assertThat(rows("SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"))
                .containsExactly(Integer.toString(rows(GRAPHS).size()));
        content.techniques("zilver");
        publisher.publish();
    }

    private static RemoteReleases releases() {
        EngineSettings settings = fuseki.settings();
        return new RemoteReleases(new EngineClient(settings), settings, org.werkgraaf.load.GraphDigest::of);
    }

    @Test
    void takesNoReleaseThatIsHalfThere() {
        RemoteReleases releases = releases();
        AtomicInteger graphs = new AtomicInteger();
        try (Lease lease = store.lease()) {
            lease.release().read(snapshot -> {
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> releases.put(snapshot, () -> graphs.incrementAndGet() > 3))
                        .hasMessageContaining("being stopped");
                assertThat(releases.held()).doesNotContainKey(id());
                assertThat(releases.begun()).contains(id());
                return true;
            });
        }
        HttpResponse<String> answer = ask(LABELS, "text/csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(code(answer)).isEqualTo("sparql-unavailable");
        assertHeals();
    }

    @Test
    void saysWhatIsNotAsItWasPutThere() {
        EngineClient client = new EngineClient(fuseki.settings());
        String graph = new ReleaseNames(id())
                .graph("https://w3id.org/werkgraaf/graph/entities")
                .getURI();
        client.update("DELETE { GRAPH <" + graph + "> { ?s ?p ?o } } INSERT { GRAPH <" + graph
                + "> { ?s ?p 'changed' } } WHERE { SELECT * { GRAPH <" + graph
                + "> { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?o . ?s ?p ?o } } LIMIT 1 }");
        List<String> differences;
        try (Lease lease = store.lease()) {
            differences = lease.release().read(keeper::differences);
        }
        assertThat(differences)
                .containsExactly("The graph https://w3id.org/werkgraaf/graph/entities says something else there.");
        releases().remove(id());
        keeper.renew();
        assertHeals();
    }

    private void assertHeals() {
        long end = System.currentTimeMillis() + 60_000;
        HttpResponse<String> answer = ask(LABELS, "text/csv");
        while (answer.statusCode() != 200 && System.currentTimeMillis() < end) {
            assertThat(answer.statusCode()).isEqualTo(503);
            answer = ask(LABELS, "text/csv");
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(37);
    }

    @Test
    void goesOnWithoutItAndHealsByItself(CapturedOutput output) throws Exception {
        Service service = new Service(port);
        fuseki.kill();
        HttpResponse<String> answer = ask(LABELS, "text/csv");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(code(answer)).isEqualTo("sparql-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(service.get("/search?q=techniek").statusCode()).isEqualTo(200);
        assertThat(service.json("/api/v1/search?q=techniek").get("total").asInt())
                .isPositive();
        long end = System.currentTimeMillis() + 30_000;
        while (!service.json("/health/ready")
                        .get("sparql")
                        .get("state")
                        .asString()
                        .equals("DOWN")
                && System.currentTimeMillis() < end) {
            Thread.sleep(100);
        }
        HttpResponse<String> health = service.get("/health/ready");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(Service.json(health).get("sparql").get("state").asString()).isEqualTo("DOWN");
        assertThat(Service.json(health).get("sparql").get("problem").asString()).contains("cannot be reached");
        // It has nothing any more when it is back: that is no empty answer.
        fuseki.startAgain();
        assertHeals();
        assertThat(output.getAll() + health.body()).doesNotContain(RemoteFuseki.PASSWORD);
    }

    @Test
    void takesNothingForAnAnswerThatIsNone() {
        Map<Fault, String> codes = Map.of(
                Fault.HALF, "sparql-unavailable",
                Fault.NEARLY_WHOLE, "sparql-unavailable",
                Fault.PAGE, "sparql-unavailable",
                Fault.ELSEWHERE, "sparql-unavailable",
                Fault.ROWS_CUT, "query-timeout",
                Fault.ENDLESS, "query-memory",
                Fault.REFUSED, "sparql-not-answered");
        codes.forEach((fault, code) -> {
            proxy.fault(fault);
            HttpResponse<String> answer = ask(LABELS, "text/csv");
            assertThat(answer.statusCode()).as(fault + " " + answer.body()).isNotEqualTo(200);
            assertThat(code(answer)).as(fault.name()).isEqualTo(code);
        });
        assertThat(proxy.elsewhere()).isEmpty();
    }

    @Test
    void endsWhatNeverComes() throws InterruptedException {
        proxy.fault(Fault.NEVER);
        HttpResponse<String> answer =
                new Service(port).get("/sparql?timeout=500&query=" + URLEncoder.encode(LABELS, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(code(answer)).isEqualTo("query-timeout");
        Thread asking = new Thread(() -> new Service(port)
                .get(
                        "/sparql?query=" + URLEncoder.encode(LABELS, StandardCharsets.UTF_8),
                        "Werkgraaf-Query",
                        "of-a-test-0001"));
        asking.start();
        while (proxy.waiting() < 2) {
            Thread.sleep(20);
        }
        assertThat(new Service(port)
                        .delete("/api/v1/running-queries/of-a-test-0001")
                        .statusCode())
                .isEqualTo(204);
        asking.join(5_000);
        assertThat(asking.isAlive()).isFalse();
    }

    @Test
    void letsNobodyReachAnythingElseThroughIt() throws IOException {
        String elsewhere = proxy.url() + "/elsewhere";
        Path secret = Files.writeString(folder.resolve("secret.ttl"), "<urn:a> <urn:b> <urn:c> .");
        List<String> attacks = List.of(
                "SELECT * WHERE { SERVICE <" + elsewhere + "> { ?s ?p ?o } }",
                "SELECT * WHERE { SERVICE SILENT <" + elsewhere + "> { ?s ?p ?o } }",
                "SELECT * FROM <" + elsewhere + "> WHERE { ?s ?p ?o }",
                "SELECT * FROM NAMED <" + secret.toUri() + "> WHERE { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * WHERE { GRAPH <" + elsewhere + "> { ?s ?p ?o } }",
                "SELECT * WHERE { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }",
                "SELECT * WHERE { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
                "SELECT * WHERE { GRAPH <" + ReleaseNames.CATALOGUE.getURI() + "> { ?s ?p ?o } }",
                "SELECT * WHERE { VALUES ?g { <urn:x-arq:UnionGraph> } GRAPH ?g { ?s ?p ?o } }",
                "SELECT * WHERE { BIND(<" + ReleaseNames.CATALOGUE.getURI() + "> AS ?g) GRAPH ?g { ?s ?p ?o } }",
                "SELECT * WHERE { ?x <java:org.apache.jena.sparql.pfunction.library.versionARQ> ?y }",
                "SELECT * WHERE { 'a b' <http://jena.apache.org/ARQ/property#strSplit> ('a b' ' ') }",
                "SELECT * WHERE { ?x <http://jena.apache.org/ARQ/property#strSplit>/<urn:b> ('a b' ' ') }",
                "SELECT * WHERE { ?x <http://jena.apache.org/ARQ/property#strSplit>|<urn:b> ('a b' ' ') }",
                "SELECT (<java:org.apache.jena.sparql.function.library.systemProperty>('user.home') AS ?x) WHERE {}",
                "SELECT (<http://jena.apache.org/ARQ/function#now>() AS ?x) WHERE {}",
                "SELECT * WHERE { FILTER(<bif:exec>('x')) }",
                "define sql:big-data-const 0 SELECT * WHERE { ?s ?p ?o } LIMIT 1",
                "LOAD <" + elsewhere + ">",
                "DROP ALL");
        long before = rows("SELECT * WHERE { GRAPH ?g {} }").size();
        for (String attack : attacks) {
            HttpResponse<String> answer = ask(attack, "text/csv");
            if (answer.statusCode() == 200) {
                assertThat(answer.body().lines().skip(1)).as(attack).isEmpty();
            } else {
                assertThat(answer.statusCode()).as(attack + answer.body()).isBetween(400, 499);
            }
        }
        assertThat(proxy.elsewhere()).isEmpty();
        assertThat(rows("SELECT * WHERE { GRAPH ?g {} }")).hasSize((int) before);
    }
}
