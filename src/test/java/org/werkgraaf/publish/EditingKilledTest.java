package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
import org.werkgraaf.draft.DraftChange;
import org.werkgraaf.draft.DraftState;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.stream.ChangeStream;
import org.werkgraaf.turtle.TurtleText;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.edit.Approving;

/**
 * Kills a process that edits, approves and publishes, at random moments: each change that was acknowledged is there, each is whole or absent,
 * files, log, graph, index and stream say the same, and what waits is told to be published by who approved it, and not by who came next.
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
        Said said = new Said();
        int halfWritten = 0;
        int approvingWhenKilled = 0;
        for (int i = 0; i < kills; i++) {
            killAfter(random.nextDouble() * ROUNDS_MAX, folder, said);
            halfWritten += Files.exists(folder.resolve("content/data/changes/journal")) ? 1 : 0;
            approvingWhenKilled += said.approved.keySet().equals(said.approving.keySet()) ? 0 : 1;
            assertWhole(said, folder);
            System.out.println("kill " + (i + 1) + ": " + said.saved.size() + " changes saved, " + said.approved.size()
                    + " of them approved");
        }
        assertThat(said.saved).isNotEmpty();
        System.out.println(said.saved.size() + " changes saved over " + kills + " kills, " + said.approved.size()
                + " of them approved; " + halfWritten + " times half written, " + approvingWhenKilled
                + " times while somebody approved");
    }

    /** What the killed processes said: what was saved, who was about to approve what waited, and what they were told was done. */
    private static final class Said {
        private final List<String> saved = new ArrayList<>();
        private final Map<String, List<String>> approving = new HashMap<>();
        private final Map<String, String> approved = new HashMap<>();

        void take(String line) {
            String[] words = line.split(" ");
            if (line.matches(EndlessEditor.SAVED + "\\d{4}-\\d\\d-\\d\\d-[0-9a-f]{8}")) {
                saved.add(words[1]);
            } else if (line.matches(EndlessEditor.APPROVING + "[0-9a-f]+ (Carl|Dia|Eve)")) {
                approving.computeIfAbsent(words[1], each -> new ArrayList<>()).add(words[2]);
            } else if (line.matches(EndlessEditor.APPROVED + "[0-9a-f]+ (Carl|Dia|Eve)")) {
                approved.put(words[1], words[2]);
            }
        }
    }

    private static void killAfter(double rounds, Path folder, Said said) throws IOException, InterruptedException {
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
                }
                said.take(line);
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(killing).as("the child began: " + all).isTrue();
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
    private static void assertWhole(Said said, Path folder) throws IOException {
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
            assertThat(changes).extracting(ChangeSet::id).containsAll(said.saved);
            assertApproved(said, changes, folder, reader, publisher, store);
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

    /** Of each change that waited, log and journal tell the same, and who approved it is one who did. */
    private static void assertApproved(
            Said said,
            List<ChangeSet> changes,
            Path folder,
            ContentReader reader,
            Publisher publisher,
            GraphStore store) {
        ChangeDesk desk = new ChangeDesk(reader, Clock.systemUTC(), new ChangeLimits(20, 100, 20_000));
        try (Approving approving = new Approving(folder.resolve("var"), desk, publisher, store)) {
            Map<String, DraftChange> byChange = approving.all().stream()
                    .filter(draft -> draft.state() == DraftState.PUBLISHED)
                    .collect(Collectors.toMap(DraftChange::change, draft -> draft));
            assertThat(approving.all())
                    .allMatch(draft -> draft.state() == DraftState.PUBLISHED || draft.state() == DraftState.PROPOSED);
            // At most the one that nobody came to any more.
            assertThat(approving.waiting()).hasSizeLessThanOrEqualTo(1);
            List<ChangeSet> waited = changes.stream()
                    .filter(change -> change.author().equals("Bob"))
                    .toList();
            assertThat(byChange.keySet())
                    .as("log and journal")
                    .containsExactlyInAnyOrderElementsOf(
                            waited.stream().map(ChangeSet::id).toList());
            for (ChangeSet change : waited) {
                DraftChange draft = Objects.requireNonNull(byChange.get(change.id()));
                assertThat(draft.by()).isEqualTo(change.approver());
                assertThat(said.approving.get(draft.id())).contains(change.approver());
                assertThat(said.approved.getOrDefault(draft.id(), change.approver()))
                        .isEqualTo(change.approver());
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
