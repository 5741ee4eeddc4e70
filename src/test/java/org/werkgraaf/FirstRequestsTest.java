package org.werkgraaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.web.Readiness;

/** The service asks itself for what people ask first: from before it is ready, and on when that time is up. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"werkgraaf.storage=memory", "werkgraaf.http.first-requests-millis-max=1"})
@DirtiesContext
class FirstRequestsTest {
    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) {
        SmallContent content = new SmallContent(folder.resolve("content"));
        content.writeRaw("queries/which.rq", """
                #+ summary: Which techniques are there?
                #+ summary-nl: Welke technieken zijn er?
                #+ summary-fr: Quelles techniques existe-t-il ?
                #+ description: All techniques.
                #+ description-nl: Alle technieken.
                #+ description-fr: Toutes les techniques.
                #+ tags: [techniques]
                #+ one-row-per: technique

                PREFIX wg: <https://w3id.org/werkgraaf/ontology#>

                SELECT ?technique WHERE { ?technique a wg:Technique }
                ORDER BY ?technique
                """);
        content.serve(registry);
    }

    @Autowired
    private Readiness readiness;

    @Autowired
    private FirstPaths paths;

    @Test
    void asksForAPageOfEachKindThatVisitorsBeginWith() throws InterruptedException {
        Service service = new Service(port);
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
        Set<String> kinds = Set.of(
                "/",
                "/search",
                "/id/{type}/{name}",
                "/check",
                "/questions",
                "/questions/{name}",
                "/compare",
                "/timeline",
                "/fines",
                "/matrix",
                "/ontology",
                "/about",
                "/about/quality",
                "/api/v1/search",
                "/api/v1/entities/{type}/{slug}",
                "/sparql",
                "/fines.png");
        assertThat(unasked(service, kinds)).isEmpty();
    }

    @Test
    void asksInTheOrderInWhichVisitorsCome() {
        assertThat(paths.all())
                .startsWith("/")
                .containsSubsequence("/check", "/questions", "/timeline", "/matrix", "/fines.png")
                .doesNotHaveDuplicates();
        int technique = indexOf("/id/technique/");
        assertThat(technique).isPositive().isLessThan(paths.all().indexOf("/check"));
        assertThat(indexOf("/compare?things=jurisdiction/")).isPositive();
    }

    private int indexOf(String start) {
        List<String> all = paths.all();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).startsWith(start))
                .findFirst()
                .orElse(-1);
    }

    /** Those of the kinds that are not asked in good time; nobody but the service asks for them here. */
    private static Set<String> unasked(Service service, Set<String> kinds) throws InterruptedException {
        Set<String> left = new TreeSet<>(kinds);
        for (int i = 0; i < 600 && !left.isEmpty(); i++) {
            String metrics = service.get("/metrics").body();
            left.removeIf(kind -> metrics.contains("route=\"" + kind + "\""));
            Thread.sleep(100);
        }
        return left;
    }

    @Test
    void isNotReadyWhileItAsks() {
        Service service = new Service(port);
        readiness.begin();
        try {
            var answer = service.get("/health/ready");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"starting\"");
            assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
        } finally {
            readiness.end();
        }
        assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
    }
}
