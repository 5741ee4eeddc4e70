package org.werkgraaf.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.store.Draft;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.ReleaseFiles;
import org.werkgraaf.store.ReleaseFolder;
import org.werkgraaf.store.Sha256;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.store.StoreException;
import org.werkgraaf.stream.StreamMember.Kind;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Writes into a release that is being made what changed since the one before, and what that one had kept. So it is served, handed on
 * and kept with the release, and never says anything else than its graphs.
 */
public final class StreamWriter {
    private static final Logger LOG = LoggerFactory.getLogger(StreamWriter.class);

    private final StreamLimits limits;

    /** @param limits how much is kept */
    public StreamWriter(StreamLimits limits) {
        this.limits = limits;
    }

    /** Reads the graphs of a release that is being made. */
    public interface Graphs {
        /** A graph by its name. */
        Graph graph(Node name);

        /** All of them in one. */
        Graph union();
    }

    /**
     * Writes the stream of a release.
     *
     * @param before what is served; absent when there is none that can be read
     * @param folder of the release before; when that is this very release, which is written again, its stream is taken as it is
     */
    public void write(Draft draft, Release release, Graphs next, Optional<OpenRelease> before, Optional<Path> folder) {
        draft.makeFolder(ReleaseFolder.STREAM);
        Optional<ReleaseFiles> last = folder.map(ReleaseFiles::in);
        if (last.isPresent() && isAgain(release, last.get()) && copied(draft, last.get())) {
            return;
        }
        if (before.flatMap(OpenRelease::release)
                .filter(old -> !old.id().equals(release.id()))
                .isEmpty()) {
            begin(draft, release, next.union());
            return;
        }
        before.get().read(snapshot -> {
            step(draft, release, next, before.get(), snapshot);
            return true;
        });
    }

    private static boolean isAgain(Release release, ReleaseFiles last) {
        return last.list()
                .filter(list -> list.release().id().equals(release.id()))
                .isPresent();
    }

    /** Whether all of it was there as it was written, and is copied. */
    private static boolean copied(Draft draft, ReleaseFiles last) {
        List<String> names = last.names().stream()
                .filter(name -> name.startsWith(ReleaseFolder.STREAM + "/"))
                .toList();
        if (names.isEmpty()
                || names.stream().anyMatch(name -> last.problem(name).isPresent())) {
            return false;
        }
        try {
            draft.copy(last.folder(), last.list().orElseThrow(), names::contains);
            return true;
        } catch (StoreException e) {
            LOG.warn("What changed before this release is not known any more: {}", e.getMessage());
            return false;
        }
    }

    /** Nothing is told of what was before. */
    private void begin(Draft draft, Release release, Graph union) {
        String time = release.publishedAt().toString();
        Map<String, String> base = new HashMap<>();
        union.stream()
                .flatMap(triple -> ThingId.find(triple.getSubject()).stream())
                .map(ThingId::toString)
                .forEach(id -> base.put(id, time));
        write(draft, time, base, List.of());
    }

    private void step(Draft draft, Release release, Graphs next, OpenRelease before, Snapshot snapshot) {
        Release old = before.release().orElseThrow();
        ReleaseFiles files = ReleaseFiles.of(before).orElseThrow();
        Optional<StreamIndex> known = StreamFiles.index(files);
        ReleaseDifference difference = ReleaseDifference.of(old, release, snapshot::graph, next::graph);
        if (known.isEmpty() || difference.bytes() > limits.stepBytesMax()) {
            LOG.warn(
                    known.isEmpty()
                            ? "What changed before release {} is not known any more; copies elsewhere take all of it."
                            : "Release {} changes more than werkgraaf.stream.step-bytes-max; copies elsewhere take all of it.",
                    release.id());
            begin(draft, release, next.union());
            return;
        }
        List<StreamStep> kept = kept(known.get().steps(), release.publishedAt());
        List<StreamStep> dropped = known.get().steps().stream()
                .filter(step -> !kept.contains(step))
                .toList();
        try {
            Map<String, String> base = base(files);
            for (StreamStep step : dropped) {
                read(files, step, member -> {
                    base.remove(member.id());
                    if (member.kind() != Kind.REMOVED) {
                        base.put(member.id(), member.time());
                    }
                });
            }
            Set<String> names = new HashSet<>();
            for (StreamStep step : kept) {
                // Only what a dropped step told of can be in a later one too.
                if (!dropped.isEmpty()) {
                    read(files, step, member -> base.remove(member.id()));
                }
                names.add(StreamFiles.patch(step));
                names.add(StreamFiles.members(step));
            }
            draft.copy(files.folder(), files.list().orElseThrow(), names::contains);
            difference.things().forEach(base::remove);
            List<StreamStep> steps = new ArrayList<>(kept);
            steps.add(written(draft, difference, old, release, snapshot.union(), next.union(), kept));
            String since = dropped.isEmpty()
                    ? known.get().since()
                    : dropped.get(dropped.size() - 1).publishedAt();
            write(draft, since, base, steps);
        } catch (IOException | UncheckedIOException | StoreException e) {
            LOG.warn("What changed before release {} is not known any more: {}", release.id(), e.getMessage());
            begin(draft, release, next.union());
        }
    }

    /** The steps of before that stay beside the next one. */
    private List<StreamStep> kept(List<StreamStep> steps, Instant now) {
        Instant oldest = now.minus(Duration.ofDays(limits.daysMax()));
        return steps.stream()
                .skip(Math.max(0, steps.size() + 1 - limits.stepsMax()))
                .dropWhile(step -> Instant.parse(step.publishedAt()).isBefore(oldest))
                .toList();
    }

    private static StreamStep written(
            Draft draft,
            ReleaseDifference difference,
            Release before,
            Release release,
            Graph old,
            Graph next,
            List<StreamStep> kept) {
        String time = release.publishedAt().toString();
        String patch = difference.patch();
        StreamStep step = new StreamStep(
                name(release, kept),
                release.id(),
                time,
                ReleaseDifference.digest(release),
                before.id(),
                ReleaseDifference.digest(before),
                difference.removed(),
                difference.added(),
                segments(difference.things()),
                Sha256.of(patch));
        draft.write(StreamFiles.patch(step), StreamFiles.packed(patch));
        draft.write(
                StreamFiles.members(step),
                StreamFiles.lines(difference.things().stream()
                        .map(id -> member(id, time, old, next))
                        .toList()));
        return step;
    }

    private static Map<String, Integer> segments(Set<String> ids) {
        Map<String, Integer> counts = new TreeMap<>();
        ids.forEach(id -> counts.merge(StreamMember.segment(id), 1, Integer::sum));
        return counts;
    }

    private static String name(Release release, List<StreamStep> kept) {
        Set<String> names = kept.stream().map(StreamStep::name).collect(Collectors.toSet());
        return Stream.iterate(release.publishedAt().toEpochMilli(), millis -> millis + 1)
                .map(millis -> release.id() + "." + millis)
                .filter(name -> !names.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static StreamMember member(String id, String time, Graph old, Graph next) {
        Node thing = ThingId.parse(id).orElseThrow().node();
        List<String> statements = statements(thing, next);
        Kind kind = statements.isEmpty()
                ? Kind.REMOVED
                : old.contains(thing, Node.ANY, Node.ANY) ? Kind.CHANGED : Kind.CREATED;
        return new StreamMember(id, kind, time, statements);
    }

    /** All that is said of a thing, as sorted lines of N-Triples. */
    static List<String> statements(Node thing, Graph graph) {
        return graph.stream(thing, Node.ANY, Node.ANY)
                .map(triple -> ReleaseDifference.line(triple) + " .")
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, String> base(ReleaseFiles files) throws IOException {
        Optional<String> problem = files.problem(StreamFiles.BASE);
        if (problem.isPresent()) {
            throw new IOException(problem.get());
        }
        try (Stream<String> lines = Files.lines(files.folder().resolve(StreamFiles.BASE))) {
            Map<String, String> base = new HashMap<>();
            lines.forEach(
                    line -> base.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)));
            return base;
        }
    }

    private interface Taker {
        void take(StreamMember member);
    }

    private static void read(ReleaseFiles files, StreamStep step, Taker taker) throws IOException {
        Optional<String> problem = files.problem(StreamFiles.members(step));
        if (problem.isPresent()) {
            throw new IOException(problem.get());
        }
        try (BufferedReader lines = StreamFiles.unpacked(files.folder().resolve(StreamFiles.members(step)))) {
            lines.lines().map(StreamFiles::member).forEach(taker::take);
        }
    }

    private static void write(Draft draft, String since, Map<String, String> base, List<StreamStep> steps) {
        StringBuilder text = new StringBuilder();
        Map<String, Integer> counts = new TreeMap<>();
        base.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> each) -> Instant.parse(each.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(each -> {
                    text.append(each.getKey())
                            .append('\t')
                            .append(each.getValue())
                            .append('\n');
                    counts.merge(StreamMember.segment(each.getKey()), 1, Integer::sum);
                });
        draft.write(StreamFiles.BASE, text.toString().getBytes(StandardCharsets.UTF_8));
        draft.write(StreamFiles.INDEX, StreamFiles.bytes(new StreamIndex(since, counts, steps)));
    }

    /** The graphs of a candidate in memory. */
    public static Graphs of(Function<Node, Graph> graphs, Graph union) {
        return new Graphs() {
            @Override
            public Graph graph(Node name) {
                return graphs.apply(name);
            }

            @Override
            public Graph union() {
                return union;
            }
        };
    }
}
