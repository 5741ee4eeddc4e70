package org.werkgraaf.web.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.werkgraaf.Service;
import org.werkgraaf.SmallContent;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.stream.Copy;
import tools.jackson.databind.JsonNode;

/**
 * A service that changes, another that follows it by its address, and a copy that takes patches: through restarts and a line that
 * breaks, all say the same.
 */
class StayingCurrentTest {
    private static final int CHANGES = 6;
    private static final int CHANGES_AT_NIGHT = 50;
    private static final int SEARCHERS = 32;
    /** What a reader takes before the next search: publishing must have its turn on two cores. */
    private static final long SEARCH_PAUSE_MILLIS = 300;

    private static final long PATIENCE_MILLIS = 120_000;
    private static final String TOKEN = "Bearer a-token-for-tests";
    private static final String SUBJECT =
            "<https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#altLabel> ";
    /** What both are asked: things, searches, queries, and how they came to be. */
    private static final List<String> ASKED = List.of(
            "/api/v1/entities/risk/work-stress?lang=nl",
            "/id/risk/work-stress?lang=en",
            "/id/risk/work-stress/history.json?lang=nl",
            "/api/v1/search?q=stress&lang=nl",
            "/api/v1/search?type=Technique&lang=fr",
            "/sparql?query=SELECT%20%28COUNT%28%2A%29%20AS%20%3Fn%29%20%7B%3Fs%20%3Fp%20%3Fo%7D",
            "/about/quality.json",
            "/stream",
            "/stream/base",
            "/stream?type=risk",
            "/api/v1/changes?type=Risk",
            "/api/v1/releases");

    @TempDir
    private Path folder;

    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private SmallContent content;
    private Service writer;
    private BreakingProxy line;

    @BeforeEach
    void start() throws Exception {
        content = new SmallContent(folder.resolve("content"));
        writer = new Service(port(writer()));
        line = new BreakingProxy(port(running.get(0)));
        await(() -> Files.exists(folder.resolve("bundles/bundles.json")));
    }

    private ConfigurableApplicationContext writer() {
        return service(
                "writer",
                "--werkgraaf.content.ontology=" + content.root().resolve("ontology"),
                "--werkgraaf.content.data=" + content.root().resolve("data"),
                "--werkgraaf.content.queries=" + content.root().resolve("queries"),
                "--werkgraaf.bundle.folder=" + folder.resolve("bundles"),
                "--werkgraaf.bundle.serve=true");
    }

    private ConfigurableApplicationContext follower() {
        return service(
                "follower",
                "--werkgraaf.role=reader",
                "--werkgraaf.follow=http://localhost:" + line.port() + "/bundles/",
                "--werkgraaf.reader.look-seconds=1",
                "--werkgraaf.reader.stall-millis-max=5000");
    }

    private ConfigurableApplicationContext service(String name, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        arguments.add("--werkgraaf.base-url=https://werkgraaf.example");
        arguments.add("--werkgraaf.var=" + folder.resolve(name));
        arguments.add("--werkgraaf.admin.token=a-token-for-tests");
        arguments.add("--werkgraaf.http.first-requests-millis-max=0");
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(Werkgraaf.class).run(arguments.toArray(String[]::new));
        running.add(context);
        return context;
    }

    private static int port(ConfigurableApplicationContext context) {
        return java.util.Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    @AfterEach
    void stop() throws Exception {
        running.forEach(ConfigurableApplicationContext::close);
        line.close();
    }

    @Test
    void allSayTheSameAfterChangesARestartAndABrokenLine() throws Exception {
        staysCurrent(CHANGES);
    }

    @Test
    @Tag("nightly")
    void allSayTheSameAfterManyChanges() throws Exception {
        staysCurrent(CHANGES_AT_NIGHT);
    }

    /** Searches as 32 readers do until it is closed, and remembers what was no answer. */
    private final class Searching implements AutoCloseable {
        private final ExecutorService clients = Executors.newFixedThreadPool(SEARCHERS);
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private final AtomicInteger answers = new AtomicInteger();
        private volatile boolean done;

        Searching() {
            for (int i = 0; i < SEARCHERS; i++) {
                clients.submit(this::search);
            }
        }

        private void search() {
            while (!done) {
                try {
                    HttpResponse<String> found = writer.get("/api/v1/search?q=stress&lang=nl");
                    if (found.statusCode() == 200) {
                        answers.incrementAndGet();
                    } else {
                        failures.add(found.statusCode() + " " + found.body());
                    }
                    TimeUnit.MILLISECONDS.sleep(SEARCH_PAUSE_MILLIS);
                } catch (RuntimeException | InterruptedException e) {
                    failures.add(e.toString());
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            done = true;
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(failures).isEmpty();
            assertThat(answers.get()).isGreaterThan(SEARCHERS);
        }
    }

    private void staysCurrent(int changes) throws Exception {
        ConfigurableApplicationContext following = follower();
        Copy copy = Copy.ofQuads(dump());
        String at = writer.json("/dumps/").get("release").asString();
        String first = at;
        try (Searching searching = new Searching()) {
            for (int i = 1; i <= changes; i++) {
                change(i);
                if (i == changes / 3) {
                    following.close();
                } else if (i == changes / 2) {
                    line.breakAfter(100_000);
                    following = follower();
                } else if (i == changes / 2 + 1) {
                    await(() -> line.broken() > 0);
                    line.mend();
                }
            }
        }
        String last = writer.json("/api/v1/releases").get("release").asString();
        Service follower = new Service(port(following));
        await(() -> follower.json("/health/ready").path("release").asString("").equals(last));
        for (String address : ASKED) {
            HttpResponse<String> here = writer.get(address);
            HttpResponse<String> there = follower.get(address);
            assertThat(here.statusCode()).as(address).isEqualTo(200);
            assertThat(timeless(there.body())).as(address).isEqualTo(timeless(here.body()));
        }
        takePatches(copy, at, last, changes);
        JsonNode told = writer.json("/api/v1/changes?type=Risk&after=" + first);
        assertThat(told.get("changes")).hasSize(changes);
        assertThat(told.get("complete").asBoolean()).isTrue();
        String next = told.get("next").asString();
        assertThat(writer.json("/api/v1/changes?after=" + next).get("changes")).isEmpty();
        // Within a release the place of one class says nothing of the others.
        assertThat(writer.get("/api/v1/changes?after=" + next + "~risk~1").statusCode())
                .isEqualTo(400);
        assertThat(writer.get("/api/v1/changes?type=Risk&after=" + next + "~risk~9999")
                        .statusCode())
                .isIn(400, 410);
        assertThat(writer.get("/api/v1/changes?after=" + next + "~1").statusCode())
                .isEqualTo(400);
        whatAnAddressGivesNeverChanges(told.at("/changes/0/page").asString());
        comingBackToARelease(last);
    }

    /** How large a page is stands in its address, since a setting says it. */
    private void whatAnAddressGivesNeverChanges(String address) {
        assertThat(address).contains("page=1&size=");
        String path = address.substring("https://werkgraaf.example".length());
        HttpResponse<String> page = writer.get(path);
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        HttpResponse<String> unsized = writer.get(path.replaceAll("&size=\\d+", ""));
        assertThat(unsized.headers().firstValue("Cache-Control").orElse("")).doesNotContain("immutable");
        HttpResponse<String> small = writer.get(path.replaceAll("size=\\d+", "size=1"));
        assertThat(small.statusCode()).isEqualTo(200);
        assertThat(small.headers().firstValue("ETag"))
                .isNotEqualTo(page.headers().firstValue("ETag"));
        for (String wrong : List.of("0", "1000000", "x")) {
            assertThat(writer.get(path.replaceAll("size=\\d+", "size=" + wrong)).statusCode())
                    .isEqualTo(400);
        }
    }

    /** A release that comes again has its id again, and more steps behind it. */
    private void comingBackToARelease(String last) throws Exception {
        String before =
                writer.get("/api/v1/releases").headers().firstValue("ETag").orElseThrow();
        String stream = writer.get("/stream").headers().firstValue("ETag").orElseThrow();
        Path more = content.root().resolve("data/entities/more.ttl");
        content.write("data/entities/more.ttl", """
                id:risk\\/once
                    a wg:Risk ;
                    skos:prefLabel "Eenmaal"@nl , "Once"@en , "Une fois"@fr ;
                    skos:altLabel "een keer"@nl ;
                    skos:definition "Wat eenmaal was."@nl , "What was once."@en .
                """);
        publish();
        Files.delete(more);
        publish();
        assertThat(writer.json("/api/v1/releases").get("release").asString()).isEqualTo(last);
        HttpResponse<String> again = writer.get("/api/v1/releases", "If-None-Match", before);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("\"steps\"");
        assertThat(writer.get("/stream", "If-None-Match", stream).statusCode()).isEqualTo(200);
    }

    private void publish() {
        HttpResponse<String> published = writer.post("/admin/publish", "application/json", "", "Authorization", TOKEN);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
    }

    private static String timeless(String body) {
        return body.replaceAll("\"tookMillis\":\\d+", "");
    }

    /** As somebody does who has nothing but the documentation. */
    private void takePatches(Copy copy, String from, String last, int changes) {
        JsonNode steps = writer.json("/api/v1/releases").get("steps");
        boolean begun = false;
        int taken = 0;
        for (JsonNode step : steps) {
            begun = begun || step.get("before").asString().equals(from);
            if (begun) {
                assertThat(copy.digest()).isEqualTo(step.get("beforeDigest").asString());
                HttpResponse<String> patch =
                        writer.get(step.get("patch").asString().substring("https://werkgraaf.example".length()));
                assertThat(patch.headers().firstValue("Cache-Control").orElse(""))
                        .contains("immutable");
                copy.take(patch.body());
                assertThat(copy.digest()).isEqualTo(step.get("digest").asString());
                taken++;
            }
        }
        assertThat(taken).isEqualTo(changes);
        assertThat(steps.get(steps.size() - 1).get("release").asString()).isEqualTo(last);
    }

    private String dump() throws InterruptedException {
        await(() -> writer.get("/dumps/").statusCode() == 200);
        return writer.get("/dumps/werkgraaf.nq.gz", "Accept", "application/n-quads")
                .body();
    }

    private void change(int number) {
        String body =
                "D " + SUBJECT + '"' + name(number - 1) + "\"@nl .\nA " + SUBJECT + '"' + name(number) + "\"@nl .\n";
        HttpResponse<String> applied = writer.post(
                "/admin/changes?author=Ann&reason=Usage", "application/rdf-patch", body, "Authorization", TOKEN);
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
    }

    private static String name(int number) {
        return number == 0 ? "stress op het werk" : "stress " + number;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            assertThat(System.currentTimeMillis()).as("waited long enough").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
