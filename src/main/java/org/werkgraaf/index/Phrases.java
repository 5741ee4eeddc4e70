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
import org.apache.lucene.index.TermsEnum;
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
    private static final float LIFT = 40f;
    /** One word that a question shares with a phrase may mean anything. */
    private static final int WORDS_MIN = 2;
    /** How much of a phrase must stand in the question, its rare words counting for more. */
    private static final double OF_PHRASE_MIN = 0.5;
    /** How much of the question the phrase must cover. */
    private static final double OF_QUESTION_MIN = 0.2;

    private static final int PHRASES_MAX = 20;
    private static final String BETWEEN = " ";

    private final Analyzers analyzers;
    private final Map<String, OfLanguage> languages = new LinkedHashMap<>();

    private Phrases(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    static Phrases of(IndexReader reader, Analyzers analyzers) throws IOException {
        Phrases phrases = new Phrases(analyzers);
        for (String lang : Languages.READ) {
            Terms terms = MultiTerms.getTerms(reader, Fields.in(Fields.PHRASE, lang));
            if (terms != null) {
                phrases.languages.put(lang, OfLanguage.of(terms));
            }
        }
        return phrases;
    }

    /** A phrase as the index has it: its stems in one, without general words; empty when it has no other. */
    static String term(Analyzers analyzers, String lang, String phrase) {
        return String.join(BETWEEN, stems(analyzers, lang, phrase));
    }

    private static Set<String> stems(Analyzers analyzers, String lang, String text) {
        return analyzers.tokens(Fields.WORDS, text).stream()
                .map(Analyzers.Token::text)
                .filter(word -> !StopWords.inQuestion(word))
                .map(word -> analyzers.stemKey(lang, word))
                .filter(stem -> !stem.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Clauses for the things that are asked for in phrases with a word, one per language; none when no phrase has it. */
    List<Query> with(String word) {
        List<Query> with = new ArrayList<>();
        languages.forEach((lang, phrases) -> {
            List<BytesRef> having = phrases.with(analyzers.stemKey(lang, word));
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
            stems.add(analyzers.stemKey(lang, word.text()));
            word.readings().forEach(reading -> stems.add(analyzers.stemKey(lang, reading)));
        });
        stems.remove("");
        return stems;
    }

    /** The phrases of one language. */
    private static final class OfLanguage {
        private final List<String> phrases = new ArrayList<>();
        private final Map<String, List<Integer>> byStem = new HashMap<>();

        static OfLanguage of(Terms terms) throws IOException {
            OfLanguage phrases = new OfLanguage();
            TermsEnum each = terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                String phrase = term.utf8ToString();
                for (String stem : phrase.split(BETWEEN)) {
                    phrases.byStem
                            .computeIfAbsent(stem, any -> new ArrayList<>())
                            .add(phrases.phrases.size());
                }
                phrases.phrases.add(phrase);
            }
            return phrases;
        }

        List<BytesRef> with(String stem) {
            return byStem.getOrDefault(stem, List.of()).stream()
                    .map(at -> new BytesRef(phrases.get(at)))
                    .toList();
        }

        /** A rare word tells more. */
        private double weight(String stem) {
            return Math.log(1
                    + phrases.size()
                            / (0.5 + byStem.getOrDefault(stem, List.of()).size()));
        }

        private double weight(Iterable<String> stems) {
            double weight = 0;
            for (String stem : stems) {
                weight += weight(stem);
            }
            return weight;
        }

        /** How well each phrase of which the question has enough answers it, up to 1. */
        Map<String, Double> in(Set<String> question) {
            double all = weight(question);
            Map<Integer, Set<String>> shared = new HashMap<>();
            for (String stem : question) {
                byStem.getOrDefault(stem, List.of())
                        .forEach(at -> shared.computeIfAbsent(at, any -> new LinkedHashSet<>())
                                .add(stem));
            }
            Map<String, Double> shares = new HashMap<>();
            shared.forEach((at, stems) -> {
                String phrase = phrases.get(at);
                double weight = weight(stems);
                double ofPhrase = weight / weight(List.of(phrase.split(BETWEEN)));
                double ofQuestion = weight / all;
                if (stems.size() >= WORDS_MIN && ofPhrase >= OF_PHRASE_MIN && ofQuestion >= OF_QUESTION_MIN) {
                    shares.put(phrase, ofPhrase * ofPhrase * Math.sqrt(ofQuestion));
                }
            });
            return shares;
        }
    }
}
