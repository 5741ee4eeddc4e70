package org.werkgraaf.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.werkgraaf.follow.HandingOver.Keys;
import tools.jackson.databind.JsonNode;

/** One service that publishes, three that follow it, and a proxy before these that asks them in turn. */
class ReplicasTest {
    private static final int READERS = 3;
    private static final int CLIENTS = 12;
    private static final int RELEASES = 3;
    private static final int RELEASES_AT_NIGHT = 10;
    /** What a client takes before it asks again: publishing must have its turn on two cores. */
    private static final long PAUSE_MILLIS = 30;

    private static final long PATIENCE_MILLIS = 60_000;
    private static final String HEADER = "Werkgraaf-Release";
    private static final String TOKEN = "Bearer a-token-for-tests";

    @TempDir
    private Path folder;

    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private final List<Service> readers = new ArrayList<>();
    private SmallContent content;
    private Keys keys;
    private Service writer;
    private RoundRobin proxy;
    private Service all;

    @BeforeEach
    void start() throws Exception {
        keys = Keys.in(folder, "ours");
        content = new SmallContent(folder.resolve("content"));
        writer = service(
                "writer",
                "--werkgraaf.content.ontology=" + content.root().resolve("ontology"),
                "--werkgraaf.content.data=" + content.root().resolve("data"),
                "--werkgraaf.content.queries=" + content.root().resolve("queries"),
                "--werkgraaf.bundle.folder=" + folder.resolve("bundles"),
                "--werkgraaf.bundle.key=" + keys.own());
        await(() -> Files.exists(folder.resolve("bundles").resolve(BundleList.FILE)));
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(service(
                    "reader-" + i,
                    "--werkgraaf.role=reader",
                    "--werkgraaf.follow=" + folder.resolve("bundles"),
                    "--werkgraaf.reader.public-key=" + keys.publicKey(),
                    "--werkgraaf.reader.look-seconds=1"));
            ports.add(port(running.get(running.size() - 1)));
        }
        proxy = new RoundRobin(ports);
        all = new Service(proxy.port());
    }

    private Service service(String name, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        arguments.add("--werkgraaf.var=" + folder.resolve(name));
        arguments.add("--werkgraaf.admin.token=a-token-for-tests");
        arguments.add("--werkgraaf.http.first-requests-millis-max=0");
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(Werkgraaf.class).run(arguments.toArray(String[]::new));
        running.add(context);
        return new Service(port(context));
    }

    private static int port(ConfigurableApplicationContext context) {
        return java.util.Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    @AfterEach
    void stop() throws Exception {
        proxy.close();
        running.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void followsReleasesUnderLoadWithoutAFailedOrMixedAnswer() throws Exception {
        follows(RELEASES);
    }

    @Test
    @Tag("nightly")
    void followsManyReleasesUnderLoadWithoutAFailedOrMixedAnswer() throws Exception {
        follows(RELEASES_AT_NIGHT);
    }

    private void follows(int count) throws Exception {
        Seen seen = new Seen();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            boolean pins = i % 3 == 0;
            clients.submit(() -> {
                while (!seen.done.get()) {
                    try {
                        ask(pins, seen);
                        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                    } catch (RuntimeException | InterruptedException e) {
                        seen.failures.add(e.toString());
                    }
                }
            });
        }
        List<String> releases = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            content.techniques("stand" + i + "of" + count);
            releases.add(publish());
            awaitAll(releases.get(i - 1));
        }
        seen.done.set(true);
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(seen.failures).isEmpty();
        assertThat(releases).doesNotHaveDuplicates();
        assertThat(seen.words.keySet()).containsAll(releases);
        assertThat(seen.words.values()).allSatisfy(words -> assertThat(words).hasSize(1));
        assertThat(seen.pinned.get()).isPositive();
        System.out.println(seen.answers + " answers over " + seen.words.size() + " releases, " + seen.pinned
                + " of the release that was asked for, " + seen.notHeld + " that it is not here");
        goBack(releases.get(count - 2), releases.get(count - 1));
    }

    /** What clients saw. */
    private static final class Seen {
        private final Map<String, Set<String>> words = new ConcurrentHashMap<>();
        private final Queue<String> failures = new ConcurrentLinkedQueue<>();
        private final AtomicInteger answers = new AtomicInteger();
        private final AtomicInteger pinned = new AtomicInteger();
        private final AtomicInteger notHeld = new AtomicInteger();
        private final AtomicBoolean done = new AtomicBoolean();
    }

    /** Searches, and who pins asks for a thing of the same release after it, which another reader answers. */
    private void ask(boolean pins, Seen seen) {
        HttpResponse<String> found = all.get("/api/v1/search?type=Technique&size=50&lang=nl");
        if (found.statusCode() != 200) {
            seen.failures.add(found.statusCode() + " " + found.body());
            return;
        }
        String release = note(found, seen);
        Service.json(found).get("hits").forEach(hit -> seen.words.get(release).add(lastWord(hit)));
        if (!pins) {
            return;
        }
        HttpResponse<String> thing = all.get("/api/v1/entities/technique/technique-7?lang=nl", HEADER, release);
        if (thing.statusCode() == 412) {
            seen.notHeld.incrementAndGet();
            if (!Service.json(thing).get("detail").asString().contains("'" + release + "' is not here")) {
                seen.failures.add(thing.body());
            }
        } else if (thing.statusCode() == 200 && note(thing, seen).equals(release)) {
            seen.pinned.incrementAndGet();
            seen.words.get(release).add(lastWord(Service.json(thing)));
        } else {
            seen.failures.add(thing.statusCode() + " " + thing.headers() + " " + thing.body());
        }
    }

    private static String note(HttpResponse<String> answer, Seen seen) {
        String release = answer.headers().firstValue(HEADER).orElse("none");
        if (!release.equals(Service.json(answer).get("release").asString())) {
            seen.failures.add(release + " is not the release of " + answer.body());
        }
        seen.answers.incrementAndGet();
        seen.words.computeIfAbsent(release, each -> ConcurrentHashMap.newKeySet());
        return release;
    }

    /** One reader rolls back and forth; then the writer withdraws the last release from all of them. */
    private void goBack(String before, String last) throws Exception {
        Service one = readers.get(0);
        assertThat(one.post("/admin/rollback", "application/json", "").statusCode())
                .isEqualTo(401);
        JsonNode rolledBack = Service.json(admin(one, "/admin/rollback"));
        assertThat(rolledBack.get("served").asString()).isEqualTo(before);
        assertThat(rolledBack.get("kept").asString()).isEqualTo(last);
        assertThat(one.get("/", HEADER, last).statusCode()).isEqualTo(200);
        assertThat(Service.json(admin(one, "/admin/follow")).get("served").asString())
                .isEqualTo(last);
        assertThat(new BundleFolder(folder.resolve("bundles"), keys.own(), 3).withdraw(last))
                .contains(before);
        awaitAll(before);
        for (Service reader : readers) {
            assertThat(reader.get("/sparql?query=ASK%7B%7D", HEADER, last).statusCode())
                    .isEqualTo(412);
            assertThat(reader.get("/", HEADER, before).headers().firstValue(HEADER))
                    .hasValue(before);
        }
        HttpResponse<String> refused = admin(one, "/admin/publish");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("werkgraaf.role");
        assertThat(admin(writer, "/admin/rollback").statusCode()).isEqualTo(404);
        Files.delete(folder.resolve("bundles").resolve(BundleList.FILE));
        await(() ->
                one.json("/health/ready").at("/following/problem").asString().contains("There is no"));
        assertThat(one.json("/health/ready").get("status").asString()).isEqualTo("UP");
        assertThat(one.get("/metrics").body()).containsPattern("werkgraaf_following_failures [1-9]");
    }

    private String publish() {
        HttpResponse<String> published = admin(writer, "/admin/publish");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        return Service.json(published).get("release").asString();
    }

    private static HttpResponse<String> admin(Service service, String path) {
        return service.post(path, "application/json", "", "Authorization", TOKEN);
    }

    private void awaitAll(String release) throws InterruptedException {
        await(() -> readers.stream()
                .allMatch(reader -> reader.json("/health/ready")
                        .path("release")
                        .asString("")
                        .equals(release)));
    }

    private interface Condition {
        boolean isReached();
    }

    private static void await(Condition condition) throws InterruptedException {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.isReached()) {
            assertThat(System.currentTimeMillis()).as("waited long enough").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static String lastWord(JsonNode named) {
        String label = named.get("label").asString();
        return label.substring(label.lastIndexOf(' ') + 1);
    }
}
