package org.werkgraaf.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.json.JsonMapper;

/** The index of the passages of one release, open for searching. */
final class PassageIndex implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Ends with the id, so that the order is total. */
    private static final Sort ORDER = new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.STRING));

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final PassageQuery queries;
    private final String release;
    private final Cache<Passage.Request, Passage.Found> answers;

    private PassageIndex(DirectoryReader reader, Analyzers analyzers, int answersKept) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Ranking.ofPassages());
        this.queries = new PassageQuery(analyzers, reader);
        this.release = reader.getIndexCommit().getUserData().getOrDefault(Stamp.RELEASE, "");
        this.answers = Caffeine.newBuilder().maximumSize(answersKept).build();
    }

    /**
     * Opens the passages of an index.
     *
     * @param folder that of the index of things
     */
    static PassageIndex open(Path folder, Analyzers analyzers, int answersKept) throws IOException {
        Directory directory = FSDirectory.open(folder.resolve(PassageWriter.FOLDER));
        try {
            DirectoryReader reader = DirectoryReader.open(directory);
            reader.getReaderCacheHelper().addClosedListener(key -> directory.close());
            return new PassageIndex(reader, analyzers, answersKept);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        reader.decRef();
    }

    int documents() {
        return reader.numDocs();
    }

    /** The passages that answer a question; none for a question that names one thing, or is a single word. */
    Passage.Found find(Question question, Passage.Request request) throws IOException {
        Passage.Found known = answers.getIfPresent(request);
        if (known == null) {
            Query query = queries.of(question, request.sources()).orElse(null);
            known = query == null || request.max() == 0
                    ? new Passage.Found(0, List.of(), release)
                    : found(query, request);
            answers.put(request, known);
        }
        return known;
    }

    private Passage.Found found(Query query, Passage.Request request) throws IOException {
        TopDocs best = searcher.search(query, request.max(), ORDER);
        Map<String, List<Passage>> bySource = new LinkedHashMap<>();
        for (ScoreDoc each : best.scoreDocs) {
            Passage passage = passage(each.doc);
            bySource.computeIfAbsent(passage.place().source(), source -> new ArrayList<>())
                    .add(passage);
        }
        return new Passage.Found(
                searcher.count(query),
                bySource.entrySet().stream()
                        .map(source -> new Passage.OfSource(
                                source.getKey(), source.getValue().get(0).sourceLabels(), source.getValue()))
                        .toList(),
                release);
    }

    /** Whether a passage has a document that was made from the same. */
    boolean has(PassageText text) throws IOException {
        TopDocs found = searcher.search(
                new TermQuery(new Term(Fields.ID, text.passage().place().passage())), 1);
        if (found.scoreDocs.length == 0) {
            return false;
        }
        BytesRef digest = searcher.storedFields()
                .document(found.scoreDocs[0].doc, Set.of(Fields.DIGEST))
                .getBinaryValue(Fields.DIGEST);
        return Arrays.equals(
                Arrays.copyOfRange(digest.bytes, digest.offset, digest.offset + digest.length), text.digest());
    }

    private Passage passage(int document) throws IOException {
        BytesRef stored =
                searcher.storedFields().document(document, Set.of(Fields.THING)).getBinaryValue(Fields.THING);
        return JSON.readValue(stored.bytes, stored.offset, stored.length, Passage.class);
    }
}
