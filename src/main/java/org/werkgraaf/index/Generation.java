package org.werkgraaf.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.Languages;

/** The index of one release, open for searching. */
final class Generation implements AutoCloseable {
    private static final int CALLED_MAX = 10;

    private final Path folder;
    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final StoredThings stored;
    private final Analyzers analyzers;
    private final ReadTexts texts;
    private final QuestionReader questions;
    private final WordsQuery queries;
    private final FilterSets filters;
    private final RelationReader relations;
    private final Phrases phrases;
    private final PassageIndex passages;
    private final Map<String, FacetColumn> columns;
    private final Map<String, DocumentOrder> labelOrders = new HashMap<>();
    private final DocumentOrder idOrder;
    private final DocumentOrder dateOrder;
    private final DocumentOrder newestOrder;
    private final Stamp stamp;
    private final Map<String, Map<String, String>> labels = new ConcurrentHashMap<>();
    /** Names of facet values that are no things, by language. */
    private final Map<String, Map<String, String>> literals = new ConcurrentHashMap<>();

    private final Cache<SearchRequest, SearchResult> answers;

    private Generation(Path folder, int answersKept) throws IOException {
        this.folder = folder;
        this.answers = Caffeine.newBuilder().maximumSize(answersKept).build();
        this.directory = FSDirectory.open(folder);
        try {
            this.reader = DirectoryReader.open(directory);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
        reader.getReaderCacheHelper().addClosedListener(key -> directory.close());
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Ranking.similarity());
        this.stored = new StoredThings(searcher);
        IndexWords vocabulary = new IndexWords(reader);
        Compounds compounds = new Compounds(vocabulary::frequency);
        this.analyzers = new Analyzers(compounds);
        this.texts = new ReadTexts(analyzers);
        this.stamp = Stamp.of(reader.getIndexCommit().getUserData());
        this.questions = new QuestionReader(vocabulary, analyzers, compounds, stamp.askedBy());
        this.queries = new WordsQuery(analyzers, compounds, vocabulary);
        this.filters = new FilterSets(searcher);
        this.columns = FacetColumn.read(reader);
        this.idOrder = DocumentOrder.byId(reader);
        this.dateOrder = DocumentOrder.byDate(reader, false, idOrder);
        this.newestOrder = DocumentOrder.byDate(reader, true, idOrder);
        for (String lang : Languages.ALL) {
            labelOrders.put(lang, DocumentOrder.byLabel(reader, lang, idOrder));
        }
        this.relations = new RelationReader(filters, RelationNames.of(this));
        this.phrases = Phrases.of(reader, analyzers);
        this.passages = PassageIndex.open(folder, analyzers, answersKept);
    }

    /**
     * Opens an index.
     *
     * @param answersKept how many answers it remembers
     * @throws IOException when there is none or it is broken
     */
    static Generation open(Path folder, int answersKept) throws IOException {
        return new Generation(folder, answersKept);
    }

    @Override
    public void close() {
        try {
            reader.decRef();
            passages.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the index in " + folder, e);
        }
    }

    Path folder() {
        return folder;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** The entities in its documents. */
    StoredThings stored() {
        return stored;
    }

    /** How text becomes words in this index. */
    Analyzers analyzers() {
        return analyzers;
    }

    /** The words of texts in this index. */
    ReadTexts texts() {
        return texts;
    }

    /** Reads a question of a reader of that language with the words that this index has. */
    Question read(String text, String lang) {
        return questions.read(text, lang);
    }

    /** The query for a question; loose when one of its words is enough. */
    Query query(Question question, boolean loose) throws IOException {
        Query words = queries.of(question, loose);
        List<Query> lifts = new ArrayList<>();
        if (question.isSentence()) {
            lifts.addAll(Anchors.of(this, question, words));
            lifts.addAll(relations.named(question));
        } else {
            lifts.addAll(relations.lifts(question));
        }
        Query lifted = lifts.isEmpty() ? words : queries.lifted(words, lifts);
        Query asked = question.mayBePhrase() ? queries.asked(lifted, phrases.of(question)) : lifted;
        return question.isSentence() ? Norms.with(this, asked) : asked;
    }

    /** The phrases in which people ask for things. */
    Phrases phrases() {
        return phrases;
    }

    /** Entities of which a name begins so, each once, with that name; names of the language first. */
    List<Completion.Found> complete(String typed, String lang, int max) throws IOException {
        return Completion.find(searcher, typed, lang, max);
    }

    /** What questions name by its relation to other things. */
    RelationReader relations() {
        return relations;
    }

    Stamp stamp() {
        return stamp;
    }

    /** The answer to a search; it never changes while this index is open, so that the last ones are kept. */
    SearchResult answer(SearchRequest request, int facetValuesMax) throws IOException {
        SearchResult known = answers.getIfPresent(request);
        if (known == null) {
            known = new Search(this, request, facetValuesMax).run();
            answers.put(request, known);
        }
        return known;
    }

    /** The passages that answer a question. */
    Passage.Found passages(Passage.Request request) throws IOException {
        return passages.find(read(request.words(), request.lang()), request);
    }

    PassageIndex passages() {
        return passages;
    }

    /** The searches whose answers it remembers, from the first hit on. */
    List<SearchRequest> asked() {
        return answers.asMap().keySet().stream()
                .filter(request -> request.cursor() == null)
                .toList();
    }

    /** The documents of each filter. */
    FilterSets filters() {
        return filters;
    }

    /** The values of a facet: those for which things count, or only those that they are about. */
    FacetColumn column(Facet facet, boolean direct) {
        return Objects.requireNonNull(columns.get(facet.dimension(direct)));
    }

    /** All documents in an order; by relevance they are all alike and come by id. */
    DocumentOrder order(Sorting sort, String lang) {
        return switch (sort) {
            case RELEVANCE -> idOrder;
            case DATE -> dateOrder;
            case DATE_DESCENDING -> newestOrder;
            case LABEL -> labelOrders.getOrDefault(lang, idOrder);
        };
    }

    /** A completion with its entity. */
    Completed.Name completed(Completion.Found found, String lang) throws IOException {
        Thing thing = stored.thing(found.document());
        Map<String, String> types = stamp.labels().getOrDefault(thing.type(), Map.of());
        return new Completed.Name(
                thing.id(),
                found.name(),
                found.lang(),
                thing.label(lang),
                thing.type(),
                Languages.pick(types, lang, thing.type()));
    }

    /** How many documents there are of each class and label language, counted in the index itself. */
    IndexCensus census() throws IOException {
        Map<String, Long> types = new TreeMap<>();
        for (String type : stamp.counts().keySet()) {
            types.put(type, (long) searcher.count(new TermQuery(new Term(Fields.TYPE, type))));
        }
        types.put(ClassNames.PASSAGE, (long) passages.documents());
        Map<String, Long> languages = new TreeMap<>();
        for (String lang : Languages.ALL) {
            languages.put(lang, (long) searcher.count(new TermQuery(new Term(Fields.LANGUAGE, lang))));
        }
        return new IndexCensus(stamp.release(), types, languages);
    }

    /** What a value of a facet is called in a language; the value itself when it has no name. */
    String label(Facet facet, String value, String lang) throws IOException {
        return Languages.pick(labels(facet, value), lang, value);
    }

    /** What a value of a facet is called, by language; empty when it has no name. */
    Map<String, String> labels(Facet facet, String value) throws IOException {
        return facet == Facet.TYPE ? stamp.labels().getOrDefault(value, Map.of()) : labels(value);
    }

    /** The thing that has a name, among those that are values of some facets. */
    Optional<Thing> called(String key, Set<Facet> facets) throws IOException {
        for (ScoreDoc each : searcher.search(new TermQuery(new Term(Fields.KEY, key)), CALLED_MAX).scoreDocs) {
            Thing thing = stored.thing(each.doc);
            if (facets.stream()
                    .anyMatch(facet -> facet.parameter()
                            .equals(thing.id().substring(0, thing.id().indexOf('/'))))) {
                return Optional.of(thing);
            }
        }
        return Optional.empty();
    }

    /** Remembers what a facet value that is no thing is called. */
    void name(String value, Map<String, String> names) {
        literals.putIfAbsent(value, names);
    }

    int documents() {
        return reader.numDocs();
    }

    /** The labels of an id; empty when there is no such entity. Kept, as facets ask for the same few again and again. */
    Map<String, String> labels(String id) throws IOException {
        Map<String, String> known = labels.get(id);
        if (known == null) {
            known = stored.find(id).map(Thing::labels).orElseGet(() -> literals.getOrDefault(id, Map.of()));
            if (labels.size() < 100_000) {
                labels.put(id, known);
            }
        }
        return known;
    }
}
