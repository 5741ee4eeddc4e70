package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.werkgraaf.vocabulary.Languages;

/**
 * Makes the query for the passages that answer a question: those with half of its words, of which one at least in what they say, in
 * their heading, or in what they are about, and not only in the name of their source.
 */
final class PassageQuery {
    private static final int WORDS_MIN = 2;
    private static final float NEEDED = 0.5f;
    private static final float HEADING = 1.3f;
    private static final float ABOUT = 0.4f;
    private static final float SOURCE_NAME = 0.8f;
    private static final float TIE = 0.2f;

    private final Analyzers analyzers;
    private final IndexReader reader;

    PassageQuery(Analyzers analyzers, IndexReader reader) {
        this.analyzers = analyzers;
        this.reader = reader;
    }

    /**
     * The query; empty for a question that names one thing, or of which too few words are known.
     *
     * @param sources ids of the sources in which is looked; all when there is none
     */
    Optional<Query> of(Question question, Set<String> sources) {
        if (question.isIdentified()) {
            return Optional.empty();
        }
        BooleanQuery.Builder said = new BooleanQuery.Builder();
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        int known = 0;
        for (Question.Word word : question.words()) {
            List<Query> places = word.content() && !word.role() ? places(word) : List.of();
            List<Query> named = word.content() ? sourceNames(word) : List.of();
            if (!places.isEmpty() || !named.isEmpty()) {
                known++;
                places.forEach(place -> said.add(place, Occur.SHOULD));
                words.add(
                        new DisjunctionMaxQuery(
                                Stream.concat(places.stream(), named.stream()).toList(), TIE),
                        Occur.SHOULD);
            }
        }
        BooleanQuery anywhere = said.build();
        if (known < WORDS_MIN || anywhere.clauses().isEmpty()) {
            return Optional.empty();
        }
        words.setMinimumNumberShouldMatch(Math.max(WORDS_MIN, (int) Math.ceil(known * NEEDED)));
        BooleanQuery.Builder query =
                new BooleanQuery.Builder().add(words.build(), Occur.MUST).add(anywhere, Occur.FILTER);
        if (!sources.isEmpty()) {
            query.add(
                    new TermInSetQuery(
                            Fields.OF_SOURCE,
                            sources.stream().map(BytesRef::new).toList()),
                    Occur.FILTER);
        }
        return Optional.of(query.build());
    }

    /** Where passages have a word or what it may stand for. */
    private List<Query> places(Question.Word word) {
        List<Query> places = new ArrayList<>();
        for (String text : forms(word)) {
            for (String lang : Languages.ALL) {
                Set<String> stems = new LinkedHashSet<>();
                analyzers.tokens(Fields.in(Fields.NAME, lang), text).forEach(token -> stems.add(token.text()));
                for (String stem : stems) {
                    add(places, Fields.in(Fields.PASSAGE, lang), stem, 1);
                    add(places, Fields.in(Fields.HEADING, lang), stem, HEADING);
                    add(places, Fields.in(Fields.ABOUT, lang), stem, ABOUT);
                }
            }
        }
        return places;
    }

    private List<Query> sourceNames(Question.Word word) {
        List<Query> names = new ArrayList<>();
        forms(word).forEach(text -> add(names, Fields.SOURCE_NAMES, text, SOURCE_NAME));
        return names;
    }

    private static List<String> forms(Question.Word word) {
        return word.readings().size() == 1
                ? List.of(word.text(), word.readings().get(0))
                : List.of(word.text());
    }

    private void add(List<Query> places, String field, String text, float weight) {
        Term term = new Term(field, text);
        try {
            if (reader.docFreq(term) > 0) {
                places.add(new BoostQuery(new TermQuery(term), weight));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the words of the index", e);
        }
    }
}
