package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index of the published release. Each release has a folder of its own; searches go to the active one. */
public final class EntityIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EntityIndex.class);

    private final Path root;
    private final int facetValuesMax;
    private final AtomicReference<@Nullable Generation> active = new AtomicReference<>();

    /**
     * @param root folder that holds the folder of each release
     * @param facetValuesMax how many values of a facet an answer holds
     */
    public EntityIndex(Path root, int facetValuesMax) {
        this.root = root;
        this.facetValuesMax = facetValuesMax;
    }

    /**
     * Writes the index of a release beside the active one, whole or not at all. The active release's own is left as it is.
     *
     * @param graph the union of the release's graphs
     */
    public void prepare(Graph graph, String releaseId) {
        prepare(releaseId, folder -> new IndexBuilder().build(graph, releaseId, folder));
    }

    /**
     * Takes over an index that was made elsewhere.
     *
     * @param copy puts its files into an empty folder
     */
    public void adopt(String releaseId, Consumer<Path> copy) {
        prepare(releaseId, copy);
        if (!isSound(releaseId)) {
            throw new IllegalStateException("The index that came with release " + releaseId + " is not sound. Build again.");
        }
    }

    /** The folder of a release's index. */
    public Path folder(String releaseId) {
        return root.resolve(releaseId);
    }

    private void prepare(String releaseId, Consumer<Path> writer) {
        if (isActive(releaseId)) {
            return;
        }
        Path temporary = root.resolve(releaseId + ".new");
        try {
            delete(temporary);
            Files.createDirectories(temporary);
            writer.accept(temporary);
            delete(root.resolve(releaseId));
            Files.move(temporary, root.resolve(releaseId), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the index of release " + releaseId, e);
        }
    }

    /** Whether there is a sound index of that release with as many documents as it says it has. */
    public boolean isSound(String releaseId) {
        Path folder = root.resolve(releaseId);
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Generation generation = Generation.open(folder)) {
            Stamp stamp = generation.stamp();
            return stamp.release().equals(releaseId)
                    && stamp.format().equals(IndexFormat.current())
                    && stamp.total() == generation.documents();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The index of release {} is broken: {}", releaseId, e.toString());
            return false;
        }
    }

    /** Lets searches go to the index of that release and removes all others. */
    public void activate(String releaseId) {
        if (isActive(releaseId)) {
            return;
        }
        try {
            Generation next = Generation.open(root.resolve(releaseId));
            Generation previous = active.getAndSet(next);
            if (previous != null) {
                previous.close();
            }
            removeAllBut(releaseId);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the index of release " + releaseId, e);
        }
    }

    /**
     * Searches the active release.
     *
     * @throws CursorException when the request's cursor cannot be used
     */
    public SearchResult search(SearchRequest request) {
        return with(generation -> new Search(generation, request, facetValuesMax).run());
    }

    /** The entity of an id, as the index has it. */
    public Optional<Thing> find(String id) {
        return with(generation -> generation.find(id));
    }

    /** What the active index says of itself; empty before the first release. */
    public Optional<Stamp> stamp() {
        return Optional.ofNullable(active.get()).map(Generation::stamp);
    }

    private boolean isActive(String releaseId) {
        return stamp().map(stamp -> stamp.release().equals(releaseId)).orElse(false);
    }

    private <T> T with(Reader<T> reader) {
        Generation generation = acquire();
        try {
            return reader.read(generation);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the index", e);
        } finally {
            generation.release();
        }
    }

    /** A generation may be swapped between reading the reference and taking hold of it: then take the next one. */
    private Generation acquire() {
        while (true) {
            Generation generation = active.get();
            if (generation == null) {
                throw new IllegalStateException("No release is published yet");
            }
            if (generation.tryAcquire()) {
                return generation;
            }
        }
    }

    private void removeAllBut(String releaseId) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                if (!folder.getFileName().toString().equals(releaseId)) {
                    delete(folder);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        Generation last = active.getAndSet(null);
        if (last != null) {
            last.close();
        }
    }

    private interface Reader<T> {
        T read(Generation generation) throws IOException;
    }
}
