package org.werkgraaf.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.engine.EngineKeeper;
import org.werkgraaf.engine.Held;
import org.werkgraaf.engine.RemoteFuseki;
import org.werkgraaf.publish.Verifier;
import org.werkgraaf.store.GraphStore;

/** The W3C's tests of queries over HTTP, answered by a Fuseki of another process: what it is asked is another query about other names. */
@SpringBootTest(classes = Werkgraaf.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class W3cRemoteTest {
    @TempDir
    private static Path folder;

    private static RemoteFuseki fuseki;

    @LocalServerPort
    private int port;

    @Autowired
    private GraphStore store;

    @Autowired
    private Verifier verifier;

    @Autowired
    private EngineKeeper keeper;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) throws IOException, InterruptedException {
        assumeTrue(W3cSuite.isThere(), "There is no W3C test suite in " + W3cSuite.FOLDER);
        SmallRelease.serve(folder, registry);
        fuseki = RemoteFuseki.start(folder.resolve("fuseki"), false);
        fuseki.serve(registry);
    }

    @AfterAll
    static void end() {
        fuseki.close();
    }

    @Test
    void evaluatesQueriesThere() throws IOException, InterruptedException {
        // A release that was changed past the publisher would be set aside: nobody looks any more.
        verifier.await();
        verifier.close();
        String release = store.release().orElseThrow().id();
        Held.await(keeper, release);
        Set<String> there = new HashSet<>();
        W3cEvaluation evaluation = new W3cEvaluation(port, store, (name, graph) -> {
            if (there.add(name)) {
                fuseki.add(release, name, graph);
            }
        });
        List<String> wrong = evaluation.wrong();
        System.out.println("W3C SPARQL 1.1 in another store, passed: " + evaluation.counts() + ", answered there: "
                + keeper.state().answeredThere() + ", here: " + keeper.state().answeredHere());
        assertThat(wrong).isEmpty();
        assertThat(evaluation.counts().get("QueryEvaluationTest")).isGreaterThan(200);
        assertThat(keeper.state().answeredThere()).isGreaterThan(150);
    }
}
