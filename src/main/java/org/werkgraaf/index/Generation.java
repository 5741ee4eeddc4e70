package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The index of one release, open for searching; closed when the last user lets go of it. */
final class Generation implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final @Nullable SortedSetDocValuesReaderState facets;
    private final Stamp stamp;
    private final Map<String, Map<String, String>> labels = new ConcurrentHashMap<>();

    private Generation(Path folder) throws IOException {
        this.folder = folder;
        this.directory = FSDirectory.open(folder);
        try {
            this.reader = DirectoryReader.open(directory);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
        reader.getReaderCacheHelper().addClosedListener(key -> directory.close());
        this.searcher = new IndexSearcher(reader);
        this.stamp = Stamp.of(reader.getIndexCommit().getUserData());
        this.facets = reader.numDocs() == 0
                ? null
                : new DefaultSortedSetDocValuesReaderState(reader, Fields.facets());
    }

    /**
     * Opens an index.
     *
     * @throws IOException when there is none or it is broken
     */
    static Generation open(Path folder) throws IOException {
        return new Generation(folder);
    }

    /** Takes hold of it, unless it is being closed. */
    boolean tryAcquire() {
        return reader.tryIncRef();
    }

    /** Lets go of it. */
    void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the index in " + folder, e);
        }
    }

    @Override
    public void close() {
        release();
    }

    Path folder() {
        return folder;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    Stamp stamp() {
        return stamp;
    }

    /** Facet counting; absent when the index is empty. */
    Optional<SortedSetDocValuesReaderState> facets() {
        return Optional.ofNullable(facets);
    }

    int documents() {
        return reader.numDocs();
    }

    /** The entity in a document. */
    Thing thing(int document) throws IOException {
        return JSON.readValue(
                searcher.storedFields()
                        .document(document, java.util.Set.of(Fields.THING))
                        .getBinaryValue(Fields.THING)
                        .bytes,
                Thing.class);
    }

    /** The entity of that id. */
    Optional<Thing> find(String id) throws IOException {
        TopDocs found = searcher.search(new TermQuery(new Term(Fields.ID, id)), 1);
        return found.scoreDocs.length == 0 ? Optional.empty() : Optional.of(thing(found.scoreDocs[0].doc));
    }

    /** The labels of an id; empty when there is no such entity. Kept, as facets ask for the same few again and again. */
    Map<String, String> labels(String id) throws IOException {
        Map<String, String> known = labels.get(id);
        if (known == null) {
            known = find(id).map(Thing::labels).orElse(Map.of());
            if (labels.size() < 100_000) {
                labels.put(id, known);
            }
        }
        return known;
    }
}
