package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.store.Draft;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.ReleaseFolder;

/** The index of the published release: it is made with a release and served with it. */
public final class EntityIndex {
    private static final Logger LOG = LoggerFactory.getLogger(EntityIndex.class);

    private final GraphStore store;
    private final int facetValuesMax;
    private final int answersKept;

    /**
     * @param store serves the index with the graph
     * @param facetValuesMax how many values of a facet an answer holds
     * @param answersKept how many answers are remembered as long as their release is served
     */
    public EntityIndex(GraphStore store, int facetValuesMax, int answersKept) {
        this.store = store;
        this.facetValuesMax = facetValuesMax;
        this.answersKept = answersKept;
    }

    /**
     * Writes the index of a release that is being made.
     *
     * @param graph the union of the release's graphs
     */
    public void build(Draft draft, Graph graph, String releaseId) {
        new IndexBuilder(graph).build(releaseId, draft.makeFolder(ReleaseFolder.INDEX));
    }

    /**
     * Opens the index of a release that is being made, asks it what the active one remembers, so that nobody waits for it to read what
     * it shows most, and writes down since when each thing is as it is.
     *
     * @param before folder of the release before, if there was one
     * @return what is to be attached to the release before it is served, or else closed
     */
    public OpenIndex open(Draft draft, Instant publishedAt, Optional<Path> before) {
        Generation opened = generation(draft.folder());
        try (Lease lease = store.lease()) {
            lease.release().part(OpenIndex.class).ifPresent(served -> warm(opened, served.generation()));
            Changes changes = before.map(EntityIndex::changes)
                    .orElse(Changes.none())
                    .next(opened.stored().contents(), publishedAt);
            draft.write(ReleaseFolder.CHANGES, changes.toBytes());
            return new OpenIndex(opened, changes);
        } catch (IOException e) {
            opened.close();
            throw new UncheckedIOException("Cannot read the index in " + draft.folder(), e);
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    private void warm(Generation opened, Generation served) {
        for (SearchRequest request : served.asked()) {
            try {
                opened.answer(request, facetValuesMax);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the index", e);
            }
        }
    }

    /** Opens the index of a release that was published before. */
    public OpenIndex open(OpenRelease release) {
        Path folder = release.folder().orElseThrow();
        Generation opened = generation(folder);
        try {
            Instant publishedAt = release.release().orElseThrow().publishedAt();
            return new OpenIndex(opened, changes(folder).next(opened.stored().contents(), publishedAt));
        } catch (IOException e) {
            opened.close();
            throw new UncheckedIOException("Cannot read the index in " + folder, e);
        }
    }

    /** The dates that a release kept; none, with a warning, when they are not what was written: all things count as new then. */
    private static Changes changes(Path folder) {
        Optional<String> problem = ReleaseFolder.problem(folder, ReleaseFolder.CHANGES);
        problem.ifPresent(what -> LOG.warn(
                "Since when things are as they are is not known any more, and all count as new: in {}, {}",
                folder,
                what));
        return problem.isPresent()
                ? Changes.none()
                : Changes.before(Optional.of(folder.resolve(ReleaseFolder.CHANGES)));
    }

    private Generation generation(Path release) {
        try {
            return Generation.open(release.resolve(ReleaseFolder.INDEX), answersKept);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the index in " + release, e);
        }
    }

    /** Why the index in the folder of a release cannot be served; empty when it can. */
    public static Optional<String> problem(Path release, String releaseId) {
        return Soundness.problem(release.resolve(ReleaseFolder.INDEX), releaseId);
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
     * Looks whether the active release knows the values of filters that somebody gave.
     *
     * @throws FilterValueException for the first value that is neither on anything nor a thing itself
     */
    public void check(Map<Facet, Set<String>> filters) {
        with(generation -> {
            new FilterValues(generation).check(filters);
            return filters;
        });
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
     * Searches the passages of the active release for what things were searched for. None are found for a search with dates or
     * filters other than sources, which passages do not have; for one in another order; for words that were taken for filters; and
     * for the pages behind the first.
     *
     * @param search what was asked
     * @param result what things it found
     * @param max how many passages
     */
    public Passage.Found passages(SearchRequest search, SearchResult result, int max) {
        boolean comparable = search.sort() == SearchRequest.Sorting.RELEVANCE
                && Set.of(Facet.SOURCE).containsAll(search.filters().keySet())
                && !search.hasDates();
        if (!comparable || search.cursor() != null || result.understood() != null || max < 1) {
            return Passage.Found.NONE;
        }
        Set<String> sources = search.filters().getOrDefault(Facet.SOURCE, Set.of());
        Passage.Found found = with(
                generation -> generation.passages(new Passage.Request(search.words(), search.lang(), sources, max)));
        return found.release().equals(result.release()) ? found : Passage.Found.NONE;
    }

    /**
     * Says of things that were found which words of the question they lack.
     *
     * @param words the question
     * @param lang language of its reader
     * @param ids of the things
     * @return the words by the id of the thing that lacks them
     */
    public Map<String, List<String>> lacking(String words, String lang, List<String> ids) {
        return with(generation -> new Lacking(generation, lang).of(words, ids));
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
        return with(generation -> generation.stored().find(id));
    }

    /** What a value of a facet is called in a language; the value itself when it has no name. */
    public String label(Facet facet, String value, String lang) {
        return with(generation -> generation.label(facet, value, lang));
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
        return part().map(OpenIndex::changes).flatMap(changes -> changes.of(id));
    }

    /** Since when each entity of the active release is as it is, by id. */
    public Map<String, Change> changes() {
        return part().map(OpenIndex::changes).map(Changes::all).orElse(Map.of());
    }

    /** What the active index says of itself; empty before the first release. */
    public Optional<Stamp> stamp() {
        return part().map(OpenIndex::generation).map(Generation::stamp);
    }

    private Optional<OpenIndex> part() {
        return store.part(OpenIndex.class);
    }

    private <T> T with(Reader<T> reader) {
        try (Lease lease = store.lease()) {
            Generation generation = lease.release()
                    .part(OpenIndex.class)
                    .map(OpenIndex::generation)
                    .orElseThrow(() -> new IllegalStateException("No release is published yet"));
            return reader.read(generation);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the index", e);
        }
    }

    private interface Reader<T> {
        T read(Generation generation) throws IOException;
    }
}
