package org.werkgraaf.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.werkgraaf.store.Manifest.FileState;
import org.werkgraaf.vocabulary.Graphs;

/**
 * What is kept of a release, held against what was published.
 *
 * @param release its id
 * @param checkedAt when
 * @param files how many files were read
 * @param graphs how many graphs were read; 0 when the release is too large for that
 * @param differences what is not as it was written, each as a sentence
 * @param times when each file was changed last, as the system had it before it was read
 */
public record StoreCheck(
        String release,
        Instant checkedAt,
        int files,
        int graphs,
        List<String> differences,
        Map<String, FileTime> times) {
    /** The graphs of a larger release are not read: to compare them takes memory, and the digests of the files cover them. */
    private static final long TRIPLES_MAX = 3_000_000;

    /** Whether all is as it was written. */
    public boolean agrees() {
        return differences.isEmpty();
    }

    /**
     * This check with the times of now, when the files that were touched since hold what was written; reads those alone. TDB2 maps its
     * files, and to read such a one touches it.
     *
     * @param open the release that was checked, held until this returns
     * @return empty when something else lies there now
     */
    public Optional<StoreCheck> renewed(OpenRelease open) {
        if (open.moved().isPresent()) {
            return Optional.empty();
        }
        Map<String, FileTime> now = times(open);
        if (now.equals(times)) {
            return Optional.of(this);
        }
        Path folder = open.folder().orElseThrow();
        boolean sound = open.manifest().orElseThrow().files().entrySet().stream()
                .filter(file -> !ReleaseFolder.isDerived(file.getKey()))
                .filter(file -> !Objects.equals(now.get(file.getKey()), times.get(file.getKey())))
                .allMatch(file -> ReleaseFolder.problem(
                                folder, file.getKey(), file.getValue(), ReleaseFolder.Reading.DIGEST)
                        .isEmpty());
        return sound
                ? Optional.of(new StoreCheck(release, checkedAt, files, graphs, differences, now))
                : Optional.empty();
    }

    private static Map<String, FileTime> times(OpenRelease open) {
        Path folder = open.folder().orElseThrow();
        Map<String, FileTime> times = new HashMap<>();
        for (String file : open.manifest().orElseThrow().files().keySet()) {
            if (!ReleaseFolder.isDerived(file)) {
                try {
                    times.put(file, Files.getLastModifiedTime(folder.resolve(file)));
                } catch (IOException e) {
                    // That it cannot be read is found when it is.
                    continue;
                }
            }
        }
        return times;
    }

    /**
     * Reads every file and every graph of a release. What can be derived from them is left out: the report and the dates of changes.
     *
     * @param release open, and held until this returns
     * @param digest names what a graph says, as it was named when it was published
     */
    public static StoreCheck of(OpenRelease release, Function<Graph, String> digest) {
        Manifest manifest = release.manifest().orElseThrow();
        Path folder = release.folder().orElseThrow();
        Map<String, FileTime> times = times(release);
        List<String> differences = new ArrayList<>();
        int files = 0;
        for (Map.Entry<String, FileState> file : manifest.files().entrySet()) {
            if (!ReleaseFolder.isDerived(file.getKey())) {
                files++;
                ReleaseFolder.problem(folder, file.getKey(), file.getValue(), ReleaseFolder.Reading.DIGEST)
                        .ifPresent(differences::add);
            }
        }
        if (differences.isEmpty()) {
            // What lies there may be right, and yet not be what is read.
            release.moved().ifPresent(differences::add);
        }
        boolean readable = manifest.release().triples() <= TRIPLES_MAX;
        // TDB2 is not asked to read what is known to be broken.
        if (readable && differences.isEmpty()) {
            differences.addAll(graphs(release, digest));
        }
        return new StoreCheck(
                manifest.release().id(),
                Instant.now(),
                files,
                readable ? manifest.release().graphs().size() : 0,
                List.copyOf(differences),
                times);
    }

    private static List<String> graphs(OpenRelease open, Function<Graph, String> digest) {
        Release release = open.release().orElseThrow();
        List<String> differences = new ArrayList<>();
        try {
            open.read(snapshot -> {
                release.sortedGraphs().forEach((name, state) -> {
                    if (!digest.apply(snapshot.graph(NodeFactory.createURI(name)))
                            .equals(state.digest())) {
                        differences.add("The graph " + name + " says something else than was published.");
                    }
                });
                if (!ReleaseGraph.read(snapshot.graph(Graphs.RELEASE)).equals(open.release())) {
                    differences.add("The graph " + Graphs.RELEASE + " describes another release.");
                }
                TreeSet<String> strangers = new TreeSet<>();
                snapshot.dataset().listGraphNodes().forEachRemaining(name -> strangers.add(name.toString()));
                strangers.removeAll(release.graphs().keySet());
                strangers.remove(Graphs.RELEASE.getURI());
                strangers.forEach(name -> differences.add("The graph " + name + " was not published."));
                return release;
            });
        } catch (RuntimeException | StackOverflowError | InternalError e) {
            differences.add("The graphs cannot be read (" + e + ").");
        }
        return differences;
    }
}
