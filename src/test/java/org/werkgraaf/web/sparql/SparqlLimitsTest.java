package org.werkgraaf.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallContent;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.query.AnswerCache;
import org.werkgraaf.query.QueryRunner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "werkgraaf.sparql.rows-max=7",
            "werkgraaf.sparql.timeout-millis=1500",
            "werkgraaf.sparql.at-once-max=3",
            "werkgraaf.sparql.at-once-per-client-max=2",
            "werkgraaf.sparql.result-bytes-max=3000",
            "werkgraaf.sparql.text-length-max=500",
            "werkgraaf.sparql.memory-bytes-max=1000000",
            "werkgraaf.sparql.row-bytes-max=5000",
            "werkgraaf.admin.token=secret"
        })
@DirtiesContext
class SparqlLimitsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    /** How often something is done again that a busy machine came too late for. */
    private static final int TIMES_MAX = 10;

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    private static SmallContent content;

    @Autowired
    private AnswerCache cache;

    @Autowired
    private QueryRunner runner;

    private Service service;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) {
        content = SmallRelease.serve(folder, registry);
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
    void endsAQueryOfWhichARowWouldHoldTooMuch() {
        String text = "BIND(CONCAT(\"" + "x".repeat(400) + "\", STR(?s)) AS ?x%d)";
        StringBuilder row = new StringBuilder("SELECT * { ?s ?p ?o ");
        for (int i = 0; i < 10; i++) {
            row.append(text.formatted(i));
        }
        HttpResponse<String> response = query(row + "}");
        assertThat(Service.json(response).get("code").asString()).isEqualTo("query-memory");
        assertThat(Service.json(response).get("detail").asString()).contains("werkgraaf.sparql.row-bytes-max");
    }

    /** Each keeps short rows in number, or few of them with long texts, in another place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(DISTINCT CONCAT($T, STR(?s), STR(?a), STR(?b))) AS ?n) { $P }",
                "SELECT ?s ?a (SAMPLE(CONCAT($T, STR(?s), STR(?a), STR(?b))) AS ?x) { $P } GROUP BY ?s ?a ?b",
                "SELECT ?k (COUNT(*) AS ?n) { $P } GROUP BY (CONCAT($T, STR(?s), STR(?a), STR(?b)) AS ?k)",
                "SELECT (COUNT(*) AS ?n) { { SELECT DISTINCT (STRDT(CONCAT($T, STR(?s), STR(?a), STR(?b)), <http://e/t>) AS ?x) { $P } } }",
                "SELECT ?s { $P } ORDER BY STR(?a) CONCAT($T, STR(?b))",
                "SELECT ?x { $P BIND(CONCAT($T, STR(?s), STR(?a), STR(?b)) AS ?x) } ORDER BY DESC(?x) LIMIT 900",
                "SELECT (COUNT(*) AS ?n) { { SELECT DISTINCT ?s ?a ?c { $P BIND(CONCAT($T, STR(?s)) AS ?x) } } }",
                "SELECT (COUNT(*) AS ?n) { ?d ?e ?f MINUS { $P BIND(CONCAT($T, STR(?a), STR(?s)) AS ?f) } }"
            })
    void endsAQueryThatKeepsTooMuchWhereverThatIs(String query) {
        HttpResponse<String> response =
                query(query.replace("$T", "\"" + "x".repeat(200) + "\"").replace("$P", "?s ?p ?o . ?a ?b ?c"));
        assertThat(Service.json(response).get("code").asString())
                .as(response.body())
                .isEqualTo("query-memory");
        assertThat(Service.json(response).get("detail").asString()).contains("werkgraaf.sparql.memory-bytes-max");
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
        assertThat(Service.json(response).get("detail").asString())
                .contains("1500")
                .contains("LIMIT");
    }

    @Test
    void saysInTheBodyWhetherItIsWhole() {
        String all = "SELECT ?s WHERE { ?s ?p ?o }";
        assertThat(Service.json(query(all)).at("/head/link/0").asString()).endsWith("/about/sparql#cut");
        assertThat(Service.json(query("ASK {}")).at("/head/link/0").asString()).endsWith("/about/sparql#whole");
        assertThat(query(all, "application/sparql-results+xml").body())
                .doesNotContain("<link")
                .contains("#cut -->");
        assertThat(query("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle").body()).startsWith("# cut");
        assertThat(query("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 2", "text/turtle").body())
                .startsWith("# whole");
    }

    @Test
    void endsAQueryForWhoAskedIt() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> running;
        String name;
        HttpResponse<String> ended;
        int times = 0;
        do {
            name = "3f0e9a52-6a1b-4c0e-" + times;
            String own = name;
            running = inBackground(() -> service.get("/sparql?query=" + encode(ENDLESS), "Werkgraaf-Query", own));
            ended = end(name);
            while (ended.statusCode() == 404 && !running.isDone()) {
                Thread.sleep(10);
                assertThat(end(name, "X-Forwarded-For", "198.51.100.9").statusCode())
                        .isEqualTo(404);
                ended = end(name);
            }
            times++;
            // On a busy machine its time may be up before anybody comes to end it.
        } while (running.join().statusCode() == 503 && times < TIMES_MAX);
        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(running.join().statusCode()).isEqualTo(409);
        assertThat(Service.json(running.join()).get("code").asString()).isEqualTo("query-ended");
        HttpResponse<String> again = end(name);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(Service.json(again).get("detail").asString()).contains("Werkgraaf-Query");
    }

    @Test
    void refusesANameThatCanBeGuessed() {
        HttpResponse<String> refused = service.get("/sparql?query=" + encode("ASK {}"), "Werkgraaf-Query", "mine");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Service.json(refused).get("detail").asString()).contains("8 to 64");
    }

    private HttpResponse<String> end(String name, String... headers) {
        return service.delete("/api/v1/running-queries/" + name, headers);
    }

    @Test
    void givesNoMoreRowsThanAreWantedAndSaysSo() {
        String all = encode("SELECT ?s { ?s ?p ?o }");
        HttpResponse<String> five =
                service.get("/sparql?rows=5&query=" + all, "Accept", "application/sparql-results+json");
        assertThat(Service.json(five).at("/results/bindings").size()).isEqualTo(5);
        assertThat(five.headers().firstValue("Werkgraaf-Complete")).contains("false");
        assertThat(five.headers().firstValue("Werkgraaf-Cut-By")).contains("rows=5");
        HttpResponse<String> none = service.get("/sparql?rows=0&query=" + all);
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(Service.json(none).get("detail").asString()).contains("rows", "such as 1000");
    }

    @Test
    void takesALowerTimeoutOnly() {
        HttpResponse<String> lower;
        long took;
        int times = 0;
        do {
            long start = System.nanoTime();
            lower = service.get("/sparql?timeout=100&query=" + encode(ENDLESS));
            took = System.nanoTime() - start;
            times++;
            // A busy machine may be late now and then.
        } while (took > 1_400_000_000L && times < TIMES_MAX);
        assertThat(took).isLessThan(1_400_000_000L);
        assertThat(Service.json(lower).get("detail").asString()).contains("100 ms (the timeout of the request)");
        HttpResponse<String> higher = service.get("/sparql?timeout=600000&query=" + encode(ENDLESS));
        assertThat(Service.json(higher).get("detail").asString()).contains("1500 ms (werkgraaf.sparql.timeout-millis)");
        HttpResponse<String> bad = service.get("/sparql?timeout=-1&query=" + encode("ASK {}"));
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(Service.json(bad).get("code").asString()).isEqualTo("bad-parameter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query-text-too-long|SELECT (GROUP_CONCAT(STR(?o)) AS ?x) { ?s ?p ?o }",
                "query-memory|SELECT (COUNT(*) AS ?n) { { SELECT * { ?s ?p ?o . ?t ?q ?u } ORDER BY ?o } }",
                "result-too-large|SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
            })
    void saysWhichLimitEndedAQuery(String code, String text) {
        HttpResponse<String> answer = query(text);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Service.json(answer).get("code").asString()).isEqualTo(code);
        assertThat(Service.json(answer).get("detail").asString()).contains("werkgraaf.sparql.");
        assertThat(answer.headers().firstValue("Werkgraaf-Complete")).isEmpty();
    }

    @Test
    void oneClientLeavesRoomForOthers() throws InterruptedException {
        whileTwoRun("198.51.100.7", () -> {
            int third = service.get("/sparql?query=" + encode("ASK { ?s a ?c }"), "X-Forwarded-For", "198.51.100.7")
                    .statusCode();
            assertThat(service.get("/sparql?query=" + encode("ASK { ?s a ?c }"), "X-Forwarded-For", "198.51.100.8")
                            .statusCode())
                    .isEqualTo(200);
            return () -> assertThat(third).isEqualTo(429);
        });
    }

    @Test
    void assistantsHaveTheSameLimits() {
        JsonNode cut = tool("SELECT ?s WHERE { ?s ?p ?o }").get("result").get("structuredContent");
        assertThat(cut.get("rows")).hasSize(7);
        assertThat(cut.get("complete").asBoolean()).isFalse();
        assertThat(cut.get("rest").asString()).contains("more than 7");
        assertThat(failure(tool(ENDLESS))).startsWith("query-timeout: ").contains("1500");
        assertThat(failure(tool("SELECT (COUNT(*) AS ?n) { { SELECT * { ?s ?p ?o . ?t ?q ?u } ORDER BY ?o } }")))
                .startsWith("query-memory: ");
        assertThat(failure(tool("ASK { FILTER(\"" + "x".repeat(100_001) + "\" = \"\") }")))
                .startsWith("query-too-long: ");
    }

    /** Many calls in one request count with all others of the same address, and leave other addresses room. */
    @Test
    void aBatchOfAnAssistantEscapesNoLimit() throws InterruptedException {
        // The first call of all takes longer than the queries below may run.
        tool("ASK {}");
        String call = call("ASK {}");
        whileTwoRun("198.51.100.21", () -> {
            JsonNode batch = Service.json(service.post(
                    "/mcp",
                    "application/json",
                    "[" + call + "," + call + "," + call + "]",
                    "X-Forwarded-For",
                    "198.51.100.21",
                    "MCP-Protocol-Version",
                    "2025-06-18"));
            return () -> assertThat(batch)
                    .hasSize(3)
                    .allSatisfy(answer -> assertThat(failure(answer)).startsWith("too-many-queries: "));
        });
        assertThat(tool("ASK {}").at("/result/structuredContent/rows/0/0").asString())
                .isEqualTo("true");
    }

    /**
     * Does something while two queries of an address run until their time is up, and holds what it gives only if both still ran
     * afterwards: on a busy machine their time may be up before, and all is done again.
     */
    private void whileTwoRun(String address, Supplier<Runnable> something) throws InterruptedException {
        boolean both = false;
        for (int times = 0; times < TIMES_MAX && !both; times++) {
            List<CompletableFuture<HttpResponse<String>>> running = Stream.of("", " ")
                    .map(space -> inBackground(
                            () -> service.get("/sparql?query=" + encode(ENDLESS + space), "X-Forwarded-For", address)))
                    .toList();
            while (runner.running() < 2 && running.stream().noneMatch(CompletableFuture::isDone)) {
                Thread.sleep(10);
            }
            Runnable check = something.get();
            both = runner.running() == 2 && running.stream().noneMatch(CompletableFuture::isDone);
            assertThat(running.stream().map(each -> each.join().statusCode())).containsOnly(503);
            if (both) {
                check.run();
            }
        }
        assertThat(both).as("two queries ran at a time").isTrue();
    }

    /** In a thread of its own, of which there may be more than processors. */
    private static <T> CompletableFuture<T> inBackground(Supplier<T> request) {
        return CompletableFuture.supplyAsync(request, work -> new Thread(work).start());
    }

    private JsonNode tool(String query) {
        return Service.json(
                service.post("/mcp", "application/json", call(query), "MCP-Protocol-Version", "2025-06-18"));
    }

    private static String call(String query) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"sparql\",\"arguments\":"
                + "{\"query\":" + JSON.writeValueAsString(query) + "}}}";
    }

    private static String failure(JsonNode answer) {
        assertThat(answer.at("/result/isError").asBoolean())
                .as(answer.toString())
                .isTrue();
        return answer.at("/result/content/0/text").asString();
    }

    @Test
    void remembersAnswersOfARelease() {
        String path = "/sparql?query="
                + encode("SELECT (COUNT(*) AS ?n) { ?s <http://www.w3.org/2004/02/skos/core#altLabel> ?o }");
        HttpResponse<String> first = service.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        long held = cache.bytes();
        assertThat(held).isPositive();
        assertThat(service.get(path).body()).isEqualTo(first.body());
        assertThat(cache.bytes()).isEqualTo(held);
        assertThat(service.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(service.get(path, "If-None-Match", tag, "Accept", "text/csv").statusCode())
                .isEqualTo(200);
        assertThat(service.get("/sparql?query=" + encode("SELECT (NOW() AS ?n) {}"))
                        .headers()
                        .firstValue("ETag"))
                .isEmpty();

        content.write("data/entities/more.ttl", """
                id:risk\\/burn-out
                    a wg:Risk ;
                    skos:prefLabel "Burn-out"@nl , "Burnout"@en , "Épuisement"@fr ;
                    skos:altLabel "opgebrand"@nl , "uitgeput"@nl ;
                    skos:definition "Uitputting door werk."@nl , "Exhaustion from work."@en .
                """);
        HttpResponse<String> published =
                service.post("/admin/publish", "text/plain", "", "Authorization", "Bearer secret");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);

        HttpResponse<String> later = service.get(path, "If-None-Match", tag);
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(later.body()).isNotEqualTo(first.body());
        assertThat(later.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(first.headers().firstValue("ETag"));
    }

    @Test
    void refusesMoreQueriesThanMayRunAtOnce() {
        List<Integer> statuses;
        int times = 0;
        do {
            statuses =
                    IntStream.range(0, 6)
                            .mapToObj(i -> inBackground(() -> query(ENDLESS).statusCode()))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();
            assertThat(statuses).containsOnly(503, 429);
            times++;
            // On a busy machine the time of the first may be up before the last comes.
        } while (!statuses.contains(429) && times < TIMES_MAX);
        assertThat(statuses).contains(429);
        assertThat(query("ASK {}").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> query(String text, String accept) {
        return service.get("/sparql?query=" + encode(text), "Accept", accept);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> query(String text) {
        return service.get("/sparql?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
}
