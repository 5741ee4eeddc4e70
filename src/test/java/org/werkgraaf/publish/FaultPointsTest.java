package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.faults.FaultyFiles;
import org.werkgraaf.faults.FaultyFiles.Fault;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.Candidate;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.stream.StreamLimits;
import org.werkgraaf.stream.StreamWriter;
import org.werkgraaf.validate.Report;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Has each call fail that a publish makes to the file system, one at a time: what is served and what is found after a restart is the
 * old release or the new one, whole, and the one that the publisher said. Only TDB2's own calls go past this; for those see {@link
 * InterleavingsTest}.
 *
 * <p>As a rule as many points as fit into a quarter of a minute, drawn at random, those around the switch first; all of them with {@code
 * -Pfaults}. A seed is printed; {@code -Dwerkgraaf.faults.seed} takes it.
 */
class FaultPointsTest {
    private static final boolean ALL = Boolean.getBoolean("werkgraaf.faults.all");
    private static final long MILLIS_MAX = 15_000;
    /** The last calls of a publish are those around the switch. */
    private static final int AROUND_THE_SWITCH = 6;

    @TempDir
    private Path folder;

    private final Judged first = judged("zilver");
    private final Judged second = judged("koper");
    private final String oldRelease = first.candidate().digest();
    private final String newRelease = second.candidate().digest();

    @BeforeEach
    void publishTheOldRelease() {
        try (GraphStore store = GraphStore.onDisk(folder.resolve("base"))) {
            make(store, first);
        }
    }

    /** Judging touches no file, so that a graph of one triple is enough. */
    private static Judged judged(String word) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(
                new ThingId("technique", "technique-1").node(),
                SKOS.prefLabel.asNode(),
                NodeFactory.createLiteralLang(word, "nl"));
        Content content =
                Content.of(List.of(new ContentFile("data/entities/one.ttl", word.getBytes(StandardCharsets.UTF_8))));
        String name = Graphs.ENTITIES.getURI();
        Candidate candidate = Candidate.of(Map.of(name, graph), content.digest());
        return new Judged(content, candidate, graph, new Report(List.of()));
    }

    private static void make(GraphStore store, Judged judged) {
        Release release = Releases.of(judged.candidate(), store.release(), Instant.now());
        Optional<Path> before = store.served().flatMap(OpenRelease::folder);
        new ReleaseMaker(store, new EntityIndex(store, 100, 0), new StreamWriter(StreamLimits.DEFAULT))
                .make(release, judged, List.of(), before);
    }

    @Test
    void leavesTheOldReleaseOrTheNewOne() throws IOException {
        long seed = Long.getLong("werkgraaf.faults.seed", System.nanoTime());
        int calls = count();
        List<Point> points = points(calls, new Random(seed));
        System.out.println("Fault points: seed " + seed + ", " + calls + " calls in a publish");
        long end = System.currentTimeMillis() + MILLIS_MAX;
        Map<Fault, Integer> tried = new EnumMap<>(Fault.class);
        Map<Fault, Integer> switched = new EnumMap<>(Fault.class);
        for (Point point : points) {
            if (!ALL && System.currentTimeMillis() > end) {
                break;
            }
            boolean served = attempt(point);
            tried.merge(point.fault(), 1, Integer::sum);
            switched.merge(point.fault(), served ? 1 : 0, Integer::sum);
        }
        System.out.println("Fault points tried: " + tried + ", of which the new release was served after: " + switched);
        assertThat(tried).isNotEmpty();
    }

    private record Point(Fault fault, int call) {}

    private static List<Point> points(int calls, Random random) {
        List<Point> last = new ArrayList<>();
        List<Point> others = new ArrayList<>();
        for (Fault fault : List.of(Fault.FAIL, Fault.CRASH, Fault.TEAR, Fault.DELAY)) {
            for (int call = 1; call <= calls; call++) {
                (call > calls - AROUND_THE_SWITCH ? last : others).add(new Point(fault, call));
            }
        }
        Collections.shuffle(last, random);
        Collections.shuffle(others, random);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            if (i < last.size()) {
                points.add(last.get(i));
            }
            points.add(others.get(i));
        }
        return points;
    }

    /** How many calls a publish makes up to the switch and a little beyond. */
    private int count() throws IOException {
        FaultyFiles files = new FaultyFiles();
        try (GraphStore store = GraphStore.onDisk(files.path(copy()))) {
            publisher(store).open();
            files.arm(Fault.NONE, 0);
            make(store, second);
            return files.calls();
        }
    }

    /** Publishes with a fault at a point; true when the new release is served. */
    private boolean attempt(Point point) throws IOException {
        Path var = copy();
        FaultyFiles files = new FaultyFiles();
        boolean done;
        try (GraphStore store = GraphStore.onDisk(files.path(var))) {
            publisher(store).open();
            files.arm(point.fault(), point.call());
            done = publish(store);
            Release served = WholeRelease.check(store);
            assertThat(served.digest())
                    .as("served after " + point + ", acknowledged: " + done)
                    .isEqualTo(done ? newRelease : oldRelease);
            if (point.fault() == Fault.FAIL) {
                files.arm(Fault.NONE, 0);
                assertThat(publish(store)).as("a retry after " + point).isTrue();
                assertThat(WholeRelease.check(store).digest()).isEqualTo(newRelease);
                done = true;
            }
        }
        try (GraphStore store = GraphStore.onDisk(var)) {
            Publisher publisher = publisher(store);
            publisher.open();
            assertThat(publisher.damage()).as("after " + point).isEmpty();
            assertThat(WholeRelease.check(store).digest())
                    .as("found after " + point + ", acknowledged: " + done)
                    .isEqualTo(done ? newRelease : oldRelease);
            assertThat(releases(var)).hasSize(1);
        }
        return done;
    }

    private boolean publish(GraphStore store) {
        try {
            make(store, second);
            return true;
        } catch (RuntimeException e) {
            assertThat(e).hasStackTraceContaining("Injected");
            return false;
        }
    }

    private Path copy() throws IOException {
        Path var = folder.resolve("var");
        FileSystemUtils.deleteRecursively(var);
        FileSystemUtils.copyRecursively(folder.resolve("base"), var);
        return var;
    }

    private static List<Path> releases(Path var) throws IOException {
        try (Stream<Path> folders = Files.list(var.resolve("releases"))) {
            return folders.toList();
        }
    }

    private Publisher publisher(GraphStore store) {
        ContentReader none = new ContentReader(folder.toString(), folder.toString(), folder.toString(), 1000);
        return new Publisher(none, store, new EntityIndex(store, 100, 0), "none", Clock.systemUTC());
    }
}
