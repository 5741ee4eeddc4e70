package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.werkgraaf.vocabulary.Languages;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an index of passages beside that of things. It is an index of its own, so that the words of passages change neither what is
 * counted of things nor how rare a word is among them.
 */
final class PassageWriter {
    /** Folder within that of the index of things. */
    static final String FOLDER = "passages";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Analyzers analyzers;

    PassageWriter(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /** @param folder that of the index of things */
    void write(Graph graph, String releaseId, Path folder) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzers.perField())
                .setIndexSort(new Sort(new SortField(Fields.ID, SortField.Type.STRING)))
                .setSimilarity(Ranking.ofPassages());
        try (Directory directory = FSDirectory.open(folder.resolve(FOLDER));
                IndexWriter writer = new IndexWriter(directory, config)) {
            new PassageReader(graph).forEach(text -> add(writer, text));
            writer.setLiveCommitData(Map.of(Stamp.RELEASE, releaseId, Stamp.FORMAT, IndexFormat.current())
                    .entrySet());
            writer.forceMerge(1);
            writer.commit();
        }
    }

    private static void add(IndexWriter writer, PassageText text) {
        try {
            writer.addDocument(document(text));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot index " + text.passage().place().passage(), e);
        }
    }

    private static Document document(PassageText text) {
        Passage passage = text.passage();
        Document document = new Document();
        document.add(new StringField(Fields.ID, passage.place().passage(), Field.Store.NO));
        document.add(
                new SortedDocValuesField(Fields.ID, new BytesRef(passage.place().passage())));
        document.add(new StringField(Fields.OF_SOURCE, passage.place().source(), Field.Store.NO));
        document.add(new StoredField(Fields.THING, JSON.writeValueAsBytes(passage)));
        document.add(new StoredField(Fields.DIGEST, text.digest()));
        text.sourceNames().forEach(name -> document.add(Fields.words(Fields.SOURCE_NAMES, name, Field.Store.NO)));
        for (String lang : Languages.ALL) {
            add(document, Fields.PASSAGE, lang, passage.paraphrases());
            add(document, Fields.HEADING, lang, passage.place().sections());
            text.about()
                    .getOrDefault(lang, List.of())
                    .forEach(name -> document.add(Fields.words(Fields.in(Fields.ABOUT, lang), name, Field.Store.NO)));
        }
        return document;
    }

    private static void add(Document document, String field, String lang, Map<String, String> texts) {
        String text = texts.get(lang);
        if (text != null) {
            document.add(Fields.words(Fields.in(field, lang), text, Field.Store.NO));
        }
    }
}
