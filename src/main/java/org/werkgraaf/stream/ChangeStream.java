package org.werkgraaf.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.store.ReleaseFiles;
import org.werkgraaf.store.StoreException;
import org.werkgraaf.stream.StreamMember.Kind;
import org.werkgraaf.vocabulary.ThingId;

/** What changed from release to release until the one that it is served with. Only read while that one is leased. */
public final class ChangeStream {
    private static final StreamIndex NOTHING = new StreamIndex("", Map.of(), List.of());

    private final Path folder;
    private final ReleaseFiles files;
    private @Nullable StreamIndex index;

    /** @param files of the release */
    public ChangeStream(ReleaseFiles files) {
        this.folder = files.folder();
        this.files = files;
    }

    private synchronized StreamIndex index() {
        StreamIndex known = index;
        if (known == null) {
            known = StreamFiles.index(files).orElse(NOTHING);
            index = known;
        }
        return known;
    }

    /** When the release came out before which nothing is told, as ISO 8601 in UTC; empty when nothing is known at all. */
    public String since() {
        return index().since();
    }

    /** What was changed since, release by release, oldest first. */
    public List<StreamStep> steps() {
        return index().steps();
    }

    /** A step by its name. */
    public Optional<StreamStep> step(String name) {
        return steps().stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /**
     * The steps after a release or step.
     *
     * @param from name of a step, or id of a release
     * @param served id of the release that is served
     * @return empty when it is not known any more, or never was
     */
    public Optional<List<StreamStep>> after(String from, String served) {
        List<StreamStep> steps = steps();
        int last = IntStream.iterate(steps.size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> steps.get(i).name().equals(from)
                        || steps.get(i).release().equals(from))
                .findFirst()
                .orElse(-1);
        if (last >= 0) {
            return Optional.of(steps.subList(last + 1, steps.size()));
        }
        boolean first =
                steps.isEmpty() ? from.equals(served) : from.equals(steps.get(0).before());
        return first ? Optional.of(steps) : Optional.empty();
    }

    /** How many things of a class were last changed before all steps that are kept; of all classes when none is named. */
    public int base(String segment) {
        Map<String, Integer> base = index().base();
        return segment.isEmpty()
                ? base.values().stream().mapToInt(Integer::intValue).sum()
                : base.getOrDefault(segment, 0);
    }

    /** The segments of all classes of which something is told. */
    public Set<String> segments() {
        Set<String> segments = new HashSet<>(index().base().keySet());
        steps().forEach(step -> segments.addAll(step.things().keySet()));
        return segments;
    }

    /**
     * These things, oldest first.
     *
     * @param union the graph of the release, which says what is said of them
     * @param segment of their class; empty for all
     * @param from how many are left out at the beginning
     * @param size how many at most
     * @throws StoreException when they cannot be read
     */
    public List<StreamMember> base(Graph union, String segment, int from, int size) {
        require(StreamFiles.BASE);
        try (Stream<String> lines = Files.lines(folder.resolve(StreamFiles.BASE))) {
            return lines.filter(line -> segment.isEmpty() || line.startsWith(segment + "/"))
                    .skip(from)
                    .limit(size)
                    .map(line -> line.split("\t", 2))
                    .map(fields -> new StreamMember(
                            fields[0],
                            Kind.CREATED,
                            fields[1],
                            StreamWriter.statements(
                                    ThingId.parse(fields[0]).orElseThrow().node(), union)))
                    .toList();
        } catch (IOException e) {
            throw StoreException.of("read what changed", folder, e);
        }
    }

    /**
     * What a step did to things, in the order of their ids.
     *
     * @param segment of their class; empty for all
     * @param from how many are left out at the beginning
     * @param size how many at most
     * @throws StoreException when they cannot be read
     */
    public List<StreamMember> members(StreamStep step, String segment, int from, int size) {
        require(StreamFiles.members(step));
        try (BufferedReader lines = StreamFiles.unpacked(folder.resolve(StreamFiles.members(step)))) {
            return lines.lines()
                    .filter(line -> segment.isEmpty() || line.startsWith("{\"id\":\"" + segment + "/"))
                    .skip(from)
                    .limit(size)
                    .map(StreamFiles::member)
                    .toList();
        } catch (IOException e) {
            throw StoreException.of("read what changed", folder, e);
        }
    }

    /**
     * Where the patch of a step is, packed by gzip, when it is what was written.
     *
     * @throws StoreException when it is not
     */
    public Path patch(StreamStep step) {
        require(StreamFiles.patch(step));
        return folder.resolve(StreamFiles.patch(step));
    }

    /** What is not as it was written is not given out. */
    private void require(String file) {
        files.problem(file).ifPresent(problem -> {
            throw StoreException.of("read what changed", folder, new IOException(problem));
        });
    }
}
