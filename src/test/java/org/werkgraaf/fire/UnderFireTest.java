package org.werkgraaf.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.OtherProcess;
import org.werkgraaf.fire.Fire.Outcome;

/** With a heap of 384 MB, whatever strangers ask and however they ask it, memory is never short and others go on searching. */
class UnderFireTest {
    /** What searches may take beside an attack on a machine that does nothing else: this, or five times what they take alone. */
    private static final double MILLIS_MAX = 1000;

    private static final Path FIGURES = Path.of("target/under-fire.md");

    @TempDir
    private static Path folder;

    private OtherProcess process;
    private Fire fire;
    private Searcher.Times idle;
    private double allowed;

    @BeforeEach
    void start() throws Exception {
        Path collections = folder.resolve("collections.log");
        process = OtherProcess.start(
                folder,
                List.of(),
                // The first error of this kind would be the end of the process.
                List.of("-XX:+ExitOnOutOfMemoryError", "-Xlog:gc:file=" + collections + "::filecount=0"),
                "--werkgraaf.var=" + folder.resolve("var"),
                "--werkgraaf.sparql.timeout-millis=10000");
        fire = new Fire(process.port(), collections);
        fire.idle(3000);
        idle = fire.idle(3000);
        assertThat(idle.failures()).isZero();
        allowed = Math.max(MILLIS_MAX, 5 * idle.at(0.99));
    }

    @AfterEach
    void end() throws InterruptedException {
        process.close();
    }

    @Test
    void goesOnSearchingBesideSixteenAttacksAtOnceAndSlowCallers() throws Exception {
        List<String> queries = new ArrayList<>(Attacks.queries().values());
        holds(fire.attack("sixteen", () -> fire.all(queries, 16)));
        holds(fire.attack("slow bodies", () -> fire.slowBodies(500, 6000)));
        holds(fire.attack("slow readers", () -> fire.slowReaders(20, 6000)));
    }

    @Test
    @Tag("nightly")
    void goesOnSearchingBesideEightOfEachAttack() throws Exception {
        Map<String, String> queries = new LinkedHashMap<>(Attacks.queries());
        queries.putAll(Attacks.more());
        List<String> figures = new ArrayList<>(List.of("| nothing else | " + idle + " | | |"));
        for (Map.Entry<String, String> query : queries.entrySet()) {
            Outcome outcome = fire.attack(query.getKey(), () -> fire.all(List.of(query.getValue()), 8));
            figures.add(outcome.toString());
            Files.write(FIGURES, figures);
            holds(outcome);
        }
        Outcome together = fire.attack(
                "sixteen others", () -> fire.all(List.copyOf(Attacks.more().values()), 16));
        figures.add(together.toString());
        Files.write(FIGURES, figures);
        holds(together);
    }

    private void holds(Outcome outcome) throws Exception {
        assertThat(process.process().isAlive())
                .as(outcome + "\n" + process.log())
                .isTrue();
        assertThat(outcome.search().failures()).as(outcome.toString()).isZero();
        assertThat(outcome.search().at(0.99)).as(outcome.toString()).isLessThan(allowed);
        assertThat(outcome.said()).doesNotContain("internal").doesNotContain("Exception");
    }
}
