package org.werkgraaf.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;

/** What queries make up is gone when they have ended. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"werkgraaf.sparql.cache-bytes-max=0"})
@DirtiesContext
class LeftBehindTest {
    private static final int TEXT = 60_000;
    /** Each kind of query leaves 60 to 120 kB behind when Jena is left to itself. */
    private static final long LEFT_MAX = 8_000_000;

    private static final String LONG = "\"" + "x".repeat(TEXT) + "\"";

    /** A term that is not in the store is looked for; a datatype is computed; a datatype stands in the query; an IRI is made. */
    private static final List<String> QUERIES = List.of(
            "SELECT * { BIND(CONCAT(%2$s, \"%1$d\") AS ?x) ?s ?p ?x }",
            "SELECT (DATATYPE(STRDT(\"1\", IRI(CONCAT(\"http://example.org/\", %2$s, \"%1$d\")))) AS ?x) {}",
            "SELECT (STR(\"1\"^^<http://example.org/%3$s%1$d>) AS ?n) {}",
            "ASK { <http://example.org/%3$s%1$d> ?p ?o }",
            "SELECT (STRLEN(STR(IRI(CONCAT(%2$s, \"%1$d\")))) AS ?n) {}");

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) {
        SmallRelease.serve(folder, registry);
    }

    @Test
    void leavesNothingOfWhatAQueryMadeUp() {
        ask(0, 10);
        long before = live();
        ask(10, 130);
        assertThat(live() - before).as("bytes left by 600 queries").isLessThan(LEFT_MAX);
    }

    @Test
    @Tag("nightly")
    void leavesNothingOfWhatFiveThousandQueriesMadeUp() {
        ask(0, 10);
        long before = live();
        ask(1_000_000, 1_001_000);
        assertThat(live() - before).as("bytes left by 5,000 queries").isLessThan(LEFT_MAX);
    }

    private void ask(int from, int to) {
        Service service = new Service(port);
        for (int i = from; i < to; i++) {
            for (String query : QUERIES) {
                HttpResponse<String> answer = service.post(
                        "/sparql", "application/sparql-query", String.format(query, i, LONG, LONG.substring(1, TEXT)));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            }
        }
    }

    private static long live() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
