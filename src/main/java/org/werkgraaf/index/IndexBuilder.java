package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.werkgraaf.presentation.Presentation;

/** Writes a new index from a graph: one document per entity and, beside them, one per passage, stamped with the release. */
final class IndexBuilder {
    private static final FacetsConfig FACETS = Fields.facets();

    private final Graph graph;
    private final Analyzers analyzers;
    private final Presentation presentation;
    private final ThingDocuments documents;

    /** @param graph the union of all graphs */
    IndexBuilder(Graph graph) {
        this.graph = graph;
        this.presentation = Presentation.of(graph);
        this.analyzers = new Analyzers(new Compounds(Lexicon.of(graph)::frequency));
        this.documents = new ThingDocuments(analyzers, presentation);
    }

    /**
     * @param releaseId the release that it belongs to
     * @param folder where the index is written; must not hold one
     */
    void build(String releaseId, Path folder) {
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config())) {
            Map<String, Long> counts = write(writer);
            writer.setLiveCommitData(
                    new StampTexts(graph, presentation).of(releaseId, counts).entrySet());
            writer.forceMerge(1);
            writer.commit();
            new PassageWriter(analyzers).write(graph, releaseId, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the index to " + folder, e);
        }
    }

    private Map<String, Long> write(IndexWriter writer) {
        Map<String, Long> counts = new TreeMap<>();
        DocumentQueue queue = new DocumentQueue(text -> add(writer, text));
        try {
            new ThingReader(graph, presentation).forEach(text -> {
                counts.merge(text.thing().type(), 1L, Long::sum);
                queue.add(text);
            });
            queue.finish();
        } finally {
            queue.stop();
        }
        return counts;
    }

    /** The packaged content fits in one buffer, and so in one segment that need not be merged. */
    private IndexWriterConfig config() {
        // Documents that weigh the same come in the order of their numbers: by id, not by where the graph had them.
        return new IndexWriterConfig(analyzers.perField())
                .setIndexSort(new Sort(new SortField(Fields.ID, SortField.Type.STRING)))
                .setSimilarity(Ranking.similarity())
                .setRAMBufferSizeMB(256);
    }

    private void add(IndexWriter writer, ThingText text) {
        try {
            writer.addDocument(FACETS.build(documents.of(text)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot index " + text.thing().id(), e);
        }
    }
}
