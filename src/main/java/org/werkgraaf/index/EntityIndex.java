package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;

/** The index of the published release. Each release has a folder of its own; searches go to the active one. */
public final class EntityIndex implements AutoCloseable {
    private final Path root;
    private final int facetValuesMax;
    private final int answersKept;
    private final AtomicReference<@Nullable Generation> active = new AtomicReference<>();
    /** The index of the release that is being published, open and warm. */
    private final AtomicReference<@Nullable Generation> next = new AtomicReference<>();

    private volatile Changes changes = Changes.none();

    /**
     * @param root folder that holds the folder of each release
     * @param facetValuesMax how many values of a facet an answer holds
     * @param answersKept how many answers are remembered as long as their release is active
     */
    public EntityIndex(Path root, int facetValuesMax, int answersKept) {
        this.root = root;
        this.facetValuesMax = facetValuesMax;
        this.answersKept = answersKept;
    }

    /**
     * Writes the index of a release beside the active one, whole or not at all. The active release's own is left as it is.
     *
     * @param graph the union of the release's graphs
     */
    public void prepare(Graph graph, String releaseId) {
        prepare(releaseId, folder -> new IndexBuilder(graph).build(releaseId, folder));
    }

    /**
     * Takes over an index that was made elsewhere.
     *
     * @param copy puts its files into an empty folder
     */
    public void adopt(String releaseId, Consumer<Path> copy) {
        prepare(releaseId, copy);
        problem(releaseId).ifPresent(problem -> {
            throw new IllegalStateException("The index that came with release " + releaseId + " cannot be served: "
                    + problem + " Build again.");
        });
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
            keep(null);
            delete(temporary);
            Files.createDirectories(temporary);
            writer.accept(temporary);
            delete(root.resolve(releaseId));
            Files.move(temporary, root.resolve(releaseId), StandardCopyOption.ATOMIC_MOVE);
            keep(warm(releaseId));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the index of release " + releaseId, e);
        }
    }

    /** Opens an index and asks it what the active one remembers, so that nobody waits for it to read what it shows most. */
    private @Nullable Generation warm(String releaseId) throws IOException {
        Generation previous = active.get();
        if (previous == null) {
            return null;
        }
        Generation opened = Generation.open(root.resolve(releaseId), answersKept);
        for (SearchRequest request : previous.asked()) {
            opened.answer(request, facetValuesMax);
        }
        return opened;
    }

    private void keep(@Nullable Generation opened) {
        Generation dropped = next.getAndSet(opened);
        if (dropped != null) {
            dropped.close();
        }
    }

    private Generation opened(String releaseId) throws IOException {
        Generation waiting = next.getAndSet(null);
        if (waiting != null && waiting.stamp().release().equals(releaseId)) {
            return waiting;
        }
        if (waiting != null) {
            waiting.close();
        }
        return Generation.open(root.resolve(releaseId), answersKept);
    }

    /** Why the index of that release cannot be served; empty when it can. */
    public Optional<String> problem(String releaseId) {
        return Soundness.problem(root.resolve(releaseId), releaseId);
    }

    /** What stands in the active index. */
    public IndexCensus census() {
        return with(Generation::census);
    }

    /**
     * Holds every document of the active index against the graph.
     *
     * @param graph the union of the graphs of the same release
     */
    public DeepCheck deepCheck(Graph graph) {
        return with(generation -> DeepCheck.of(generation, graph));
    }

    /**
     * Lets searches go to the index of that release and removes all others.
     *
     * @param publishedAt when the release came out
     */
    public void activate(String releaseId, Instant publishedAt) {
        if (isActive(releaseId)) {
            return;
        }
        try {
            Generation opened = opened(releaseId);
            changes = Changes.next(root, opened.contents(), publishedAt);
            Generation previous = active.getAndSet(opened);
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
        return with(generation -> generation.answer(request, facetValuesMax));
    }

    /**
     * Completes what somebody types.
     *
     * @param typed the beginning of a name or of a word in it, in any language
     * @param lang language of the labels in the answer
     * @param max how many entities at most
     */
    public Completed complete(String typed, String lang, int max) {
        return with(generation -> {
            List<Completed.Name> names = new ArrayList<>();
            for (Completion.Found found : generation.complete(typed, lang, max)) {
                names.add(generation.completed(found, lang));
            }
            return new Completed(generation.stamp().release(), names);
        });
    }

    /** The entity of an id, as the index has it. */
    public Optional<Thing> find(String id) {
        return with(generation -> generation.find(id));
    }

    /** Says in short what a search found: how many things, which on this page, and what the graph holds of each of them. */
    public String digest(SearchResult result) {
        return ContentDigest.of(Stream.concat(
                Stream.of("total " + result.total()),
                result.hits().stream()
                        .map(hit -> hit.thing().id() + " "
                                + change(hit.thing().id()).map(Change::digest).orElse(""))));
    }

    /** Says in short what some texts are, in whatever order they come. */
    public static String digest(Stream<String> texts) {
        return ContentDigest.of(texts);
    }

    /** Since when an entity is as it is; empty when the active release has none of that id. */
    public Optional<Change> change(String id) {
        return changes.of(id);
    }

    /** Since when each entity of the active release is as it is, by id. */
    public Map<String, Change> changes() {
        return changes.all();
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
                if (Files.isDirectory(folder)
                        && !folder.getFileName().toString().equals(releaseId)) {
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
        keep(null);
        Generation last = active.getAndSet(null);
        if (last != null) {
            last.close();
        }
    }

    private interface Reader<T> {
        T read(Generation generation) throws IOException;
    }
}
