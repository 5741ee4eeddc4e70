package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.werkgraaf.vocabulary.Languages;

/**
 * The phrases in which people ask for things, read when an index is opened. A phrase counts as a whole, by how much of it a question
 * has and how much of the question it covers: its general words tell nothing by themselves, and are no names.
 */
final class Phrases {
    private static final float LIFT = 60f;
    private static final int PHRASES_MAX = 20;
    private static final String BETWEEN = " ";

    private final Analyzers analyzers;
    private final Map<String, LanguagePhrases> languages = new LinkedHashMap<>();

    private Phrases(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    static Phrases of(IndexReader reader, Analyzers analyzers) throws IOException {
        Phrases phrases = new Phrases(analyzers);
        for (String lang : Languages.READ) {
            Terms terms = MultiTerms.getTerms(reader, Fields.in(Fields.PHRASE, lang));
            if (terms != null) {
                phrases.languages.put(
                        lang,
                        LanguagePhrases.of(terms, BETWEEN, Languages.of(lang).compounds()));
            }
        }
        return phrases;
    }

    /**
     * A phrase as the index has it: its stems in one, without general words, and words that say the same as one; empty when it has
     * no other than general ones.
     */
    static String term(Analyzers analyzers, String lang, String phrase) {
        return String.join(BETWEEN, stems(analyzers, lang, phrase));
    }

    private static Set<String> stems(Analyzers analyzers, String lang, String text) {
        return analyzers.tokens(Fields.WORDS, text).stream()
                .map(Analyzers.Token::text)
                .filter(word -> !StopWords.inQuestion(word))
                .map(word -> stem(analyzers, lang, word))
                .filter(stem -> !stem.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String stem(Analyzers analyzers, String lang, String word) {
        return analyzers.stemKey(lang, SameWords.of(word));
    }

    /** Clauses for the things that are asked for in phrases with a word, one per language; none when no phrase has it. */
    List<Query> with(String word) {
        List<Query> with = new ArrayList<>();
        languages.forEach((lang, phrases) -> {
            List<BytesRef> having = phrases.with(stem(analyzers, lang, word));
            if (!having.isEmpty()) {
                with.add(new TermInSetQuery(Fields.in(Fields.PHRASE, lang), having));
            }
        });
        return with;
    }

    /** Clauses for the things that are asked for in the phrases that answer a question best; none when none does. */
    List<Query> of(Question question) {
        List<Query> best = new ArrayList<>();
        Map<Term, Double> found = new HashMap<>();
        languages.forEach((lang, phrases) -> phrases.in(stems(question, lang))
                .forEach((phrase, share) -> found.put(new Term(Fields.in(Fields.PHRASE, lang), phrase), share)));
        found.entrySet().stream()
                .sorted(Map.Entry.<Term, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(PHRASES_MAX)
                .forEach(each -> best.add(new BoostQuery(
                        new ConstantScoreQuery(new TermQuery(each.getKey())),
                        LIFT * each.getValue().floatValue())));
        return best;
    }

    private Set<String> stems(Question question, String lang) {
        Set<String> stems = new LinkedHashSet<>();
        question.words().stream().filter(Question.Word::content).forEach(word -> {
            stems.add(stem(analyzers, lang, word.text()));
            word.readings().forEach(reading -> stems.add(stem(analyzers, lang, reading)));
        });
        stems.remove("");
        return stems;
    }
}
