package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.change.ChangeFolder;
import org.werkgraaf.change.ChangeHistory;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.Content;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.stream.ChangeStream;
import org.werkgraaf.turtle.TurtleText;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Kills a process that edits and publishes, at random moments: each change that was acknowledged is there, each is whole or absent, and files,
 * log, graph, index and stream say the same.
 */
class EditingKilledTest {
    private static final int KILLS = 3;
    private static final int KILLS_AT_NIGHT = 100;
    /** So many times what the first edit and publish of a process took, it may go on after them, at most. */
    private static final double ROUNDS_MAX = 1.5;

    static {
        JenaSystem.init();
    }

    @Test
    void nothingThatWasSavedIsLost(@TempDir Path folder) throws Exception {
        survives(KILLS, folder);
    }

    @Test
    @Tag("nightly")
    void nothingIsLostInAHundredKills(@TempDir Path folder) throws Exception {
        survives(KILLS_AT_NIGHT, folder);
    }

    private static void survives(int kills, Path folder) throws Exception {
        new SmallContent(folder.resolve("content"));
        long seed = Long.getLong("werkgraaf.kill.seed", System.nanoTime());
        System.out.println("Editing killed, seed " + seed);
        Random random = new Random(seed);
        List<String> saved = new ArrayList<>();
        int halfWritten = 0;
        for (int i = 0; i < kills; i++) {
            saved.addAll(killAfter(random.nextDouble() * ROUNDS_MAX, folder));
            halfWritten += Files.exists(folder.resolve("content/data/changes/journal")) ? 1 : 0;
            assertWhole(saved, folder);
        }
        assertThat(saved).isNotEmpty();
        System.out.println(saved.size() + " changes saved over " + kills + " kills, " + halfWritten + " half written");
    }

    /** The changes that the child said were saved. */
    private static List<String> killAfter(double rounds, Path folder) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessEditor.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        long begun = 0;
        boolean killing = false;
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                all.append(line).append('\n');
                assertThat(line).doesNotStartWith("refused");
                if (line.equals(EndlessEditor.STARTED)) {
                    begun = System.nanoTime();
                } else if (line.startsWith(EndlessEditor.PUBLISHED) && !killing) {
                    killing = true;
                    long nanos = (long) ((System.nanoTime() - begun) * rounds);
                    // Kills from beside, so that what is said meanwhile is read.
                    new Thread(() -> kill(child, nanos)).start();
                } else if (line.matches(EndlessEditor.SAVED + "\\d{4}-\\d\\d-\\d\\d-[0-9a-f]{8}")) {
                    said.add(line.substring(EndlessEditor.SAVED.length()));
                }
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(killing).as("the child began: " + all).isTrue();
        return said;
    }

    private static void kill(Process child, long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The process itself would close what it has said and nobody has read.
        ProcessHandle.of(child.pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Starts as a service does, and looks at all that there is. */
    private static void assertWhole(List<String> saved, Path folder) throws IOException {
        var reader = EndlessEditor.reader(folder);
        ChangeFolder.of(reader).ifPresent(ChangeFolder::recover);
        try (GraphStore store = GraphStore.onDisk(folder.resolve("var"))) {
            EntityIndex index = new EntityIndex(store, 100, 0);
            Publisher publisher = new Publisher(reader, store, index, "none", Clock.systemUTC());
            Publication started = publisher.start();
            assertThat(started.refused()).as(started.reasons().toString()).isFalse();
            WholeRelease.check(store);
            Content content = reader.read();
            assertThat(ChangeHistory.problems(content)).isEmpty();
            List<ChangeSet> changes = publisher.changes().all();
            assertThat(changes).extracting(ChangeSet::id).containsAll(saved);
            int count = changes.size();
            for (ThingId thing :
                    count == 0 ? List.<ThingId>of() : List.of(EndlessEditor.RISK, EndlessEditor.TECHNIQUE)) {
                Node name = EndlessEditor.name(thing, count);
                assertThat(names(content, thing))
                        .as("files")
                        .filteredOn(each -> isCounted(each))
                        .containsOnly(name);
                boolean inGraph =
                        store.read(snapshot -> snapshot.union().contains(thing.node(), SKOS.altLabel.asNode(), name));
                assertThat(inGraph).as("graph").isTrue();
                assertThat(index.find(thing.toString())
                                .orElseThrow()
                                .altLabels()
                                .toString())
                        .as("index")
                        .contains(name.getLiteralLexicalForm());
            }
            assertThat(store.part(ChangeStream.class).orElseThrow().steps().stream()
                            .map(step -> step.release())
                            .reduce((one, other) -> other))
                    .as("stream")
                    .isIn(store.release().map(release -> release.id()), java.util.Optional.empty());
            try (Stream<Path> files = Files.walk(folder.resolve("content/data"))) {
                assertThat(files.map(Path::toString)).noneMatch(file -> file.endsWith("/journal"));
            }
        }
    }

    private static boolean isCounted(Node name) {
        return name.getLiteralLexicalForm().startsWith("stand ");
    }

    private static List<Node> names(Content content, ThingId thing) {
        return content.in("data/entities", ".ttl").stream()
                .filter(file -> file.text().contains(thing.slug()))
                .flatMap(file -> TurtleText.of(file.text()).quads().stream())
                .filter(quad -> quad.getSubject().equals(thing.node())
                        && quad.getPredicate().equals(SKOS.altLabel.asNode()))
                .map(quad -> quad.getObject())
                .toList();
    }
}
