package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns what somebody typed into a query; nothing in it is syntax. */
final class WordsQuery {
    private static final int WORDS_MAX = 32;
    private static final float TIE = 0.15f;
    private static final Analyzer ANALYZER = Analyzers.perField();

    private WordsQuery() {}

    /** A query for the words: each is looked for in every field and language, most of them must be there. */
    static Query of(String text) {
        List<String> words = words(text);
        String key = Fields.key(text);
        if (key.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int needed = 0;
        for (String word : words) {
            boolean stop = Analyzers.isStopWord(word);
            Query anywhere = anywhere(word);
            all.add(stop && words.size() > 1 ? new BoostQuery(anywhere, 0.2f) : anywhere, Occur.SHOULD);
            needed += stop ? 0 : 1;
        }
        all.setMinimumNumberShouldMatch(needed <= 2 ? Math.max(needed, 1) : (int) Math.ceil(needed * 0.6));
        return new BooleanQuery.Builder()
                .add(
                        new DisjunctionMaxQuery(
                                List.of(
                                        all.build(),
                                        new BoostQuery(
                                                new ConstantScoreQuery(new TermQuery(new Term(Fields.KEY, key))),
                                                Fields.KEY_WEIGHT)),
                                1f),
                        Occur.MUST)
                .add(FeatureField.newLogQuery(Fields.FEATURES, Fields.LINKS, 0.5f, 1f), Occur.SHOULD)
                .build();
    }

    /** The words of a text as written but for case and accents, each once. */
    private static List<String> words(String text) {
        return analyze(Fields.NAMES, text).stream().limit(WORDS_MAX).toList();
    }

    private static Query anywhere(String word) {
        List<Query> places = new ArrayList<>();
        places.add(new BoostQuery(new TermQuery(new Term(Fields.NAMES, word)), Fields.NAMES_WEIGHT));
        for (String lang : Languages.ALL) {
            Fields.WEIGHTS.forEach((field, weight) -> {
                String name = Fields.in(field, lang);
                for (String stem : analyze(name, word)) {
                    places.add(new BoostQuery(new TermQuery(new Term(name, stem)), weight));
                }
            });
        }
        return new DisjunctionMaxQuery(places, TIE);
    }

    private static Set<String> analyze(String field, String text) {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = ANALYZER.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the words of a question", e);
        }
        return words;
    }
}
