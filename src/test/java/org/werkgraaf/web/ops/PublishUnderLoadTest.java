package org.werkgraaf.web.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallContent;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.web.data.ReadyDumps;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "werkgraaf.admin.token=a-token-for-tests")
@DirtiesContext
class PublishUnderLoadTest {
    private static final int CLIENTS = 64;
    private static final int RELEASES = 5;
    private static final int RELEASES_AT_NIGHT = 20;
    /** What a reader takes before the next request: the publisher must have its turn on two cores. */
    private static final long PAUSE_MILLIS = 50;

    private static final String TOKEN = "Bearer a-token-for-tests";

    @TempDir
    private static Path folder;

    private static SmallContent content;

    @LocalServerPort
    private int port;

    private Service service;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) {
        content = SmallRelease.serve(folder, registry);
    }

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    /** What the service writes into the folder after a publish is written before the folder is removed. */
    @AfterEach
    void awaitDumps() {
        ReadyDumps.of(service);
    }

    @Test
    void swapsReleasesWithoutAFailedOrMixedAnswer() throws InterruptedException {
        swaps(RELEASES);
    }

    @Test
    @Tag("nightly")
    void swapsManyReleasesWithoutAFailedOrMixedAnswer() throws InterruptedException {
        swaps(RELEASES_AT_NIGHT);
    }

    private void swaps(int count) throws InterruptedException {
        Map<String, Set<String>> wordsOfRelease = new ConcurrentHashMap<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicLong answers = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            boolean entity = i % 4 == 0;
            clients.submit(() -> {
                while (!done.get()) {
                    try {
                        if (entity) {
                            readEntity(wordsOfRelease, failures);
                        } else {
                            search(wordsOfRelease, failures);
                        }
                        answers.incrementAndGet();
                        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                    } catch (RuntimeException | InterruptedException e) {
                        failures.add(e.toString());
                    }
                }
            });
        }
        List<String> releases = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            content.techniques("stand" + i + "of" + count);
            HttpResponse<String> published = publish();
            assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
            releases.add(Service.json(published).get("release").asString());
        }
        done.set(true);
        clients.shutdown();
        assertThat(clients.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        assertThat(failures).isEmpty();
        assertThat(releases).doesNotHaveDuplicates();
        assertThat(wordsOfRelease.values())
                .allSatisfy(words -> assertThat(words).hasSize(1));
        assertThat(answers.get()).isGreaterThan(CLIENTS);
        System.out.println(answers + " answers over " + wordsOfRelease.size() + " releases");
        JsonNode health = service.json("/health/index");
        assertThat(health.get("agrees").asBoolean()).isTrue();
        assertThat(health.get("graphRelease").asString()).isEqualTo(releases.get(count - 1));
    }

    @Test
    void refusesABrokenFileAndSaysWhyInReadiness() {
        String good = service.json("/health/ready").get("release").asString();
        content.write("data/entities/broken.ttl", "id:risk\\/x a nope:Risk .\n");
        try {
            HttpResponse<String> refused = publish();
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(Service.json(refused).get("reasons").get(0).asString())
                    .startsWith("data/entities/broken.ttl:7")
                    .contains("PREFIX");
            JsonNode ready = service.json("/health/ready");
            assertThat(ready.get("status").asString()).isEqualTo("UP");
            assertThat(ready.get("release").asString()).isEqualTo(good);
            assertThat(ready.get("refusedBecause").get(0).asString()).contains("broken.ttl");
        } finally {
            content.write("data/entities/broken.ttl", "");
        }
        assertThat(publish().statusCode()).isEqualTo(200);
        assertThat(service.json("/health/ready").has("refusedBecause")).isFalse();
    }

    @Test
    void publishesOnlyForWhoHasTheToken() {
        assertThat(service.post("/admin/publish", "application/json", "").statusCode())
                .isEqualTo(401);
        assertThat(service.post("/admin/publish", "application/json", "", "Authorization", "Bearer wrong")
                        .statusCode())
                .isEqualTo(401);
        assertThat(service.get("/admin/publish").statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> publish() {
        return service.post("/admin/publish", "application/json", "", "Authorization", TOKEN);
    }

    private void search(Map<String, Set<String>> wordsOfRelease, Queue<String> failures) {
        HttpResponse<String> response = service.get("/api/v1/search?type=Technique&size=50&facetSize=500&lang=nl");
        if (response.statusCode() != 200) {
            failures.add(response.statusCode() + " " + response.body());
            return;
        }
        JsonNode answer = Service.json(response);
        Set<String> words = wordsOfRelease.computeIfAbsent(
                answer.get("release").asString(), release -> ConcurrentHashMap.newKeySet());
        answer.get("hits").forEach(hit -> words.add(lastWord(hit.get("label").asString())));
        answer.get("facets")
                .get("technique")
                .forEach(value -> words.add(lastWord(value.get("label").asString())));
    }

    private void readEntity(Map<String, Set<String>> wordsOfRelease, Queue<String> failures) {
        HttpResponse<String> response = service.get("/api/v1/entities/technique/technique-7?lang=nl");
        if (response.statusCode() != 200) {
            failures.add(response.statusCode() + " " + response.body());
            return;
        }
        JsonNode answer = Service.json(response);
        wordsOfRelease
                .computeIfAbsent(answer.get("release").asString(), release -> ConcurrentHashMap.newKeySet())
                .add(lastWord(answer.get("label").asString()));
    }

    private static String lastWord(String label) {
        return label.substring(label.lastIndexOf(" ") + 1);
    }
}
