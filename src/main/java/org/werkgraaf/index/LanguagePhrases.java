package org.werkgraaf.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** The phrases of one language, taken apart and weighed when the index is opened: a question only adds up. */
final class LanguagePhrases {
    /** One word that a question shares with a phrase may mean anything. */
    private static final int WORDS_MIN = 2;
    /** How much of a phrase must stand in the question, its rare words counting for more. */
    private static final double OF_PHRASE_MIN = 0.5;
    /** How much of the question the phrase must cover. */
    private static final double OF_QUESTION_MIN = 0.2;
    /** Shorter parts of a glued word mean too much. */
    private static final int PART_MIN = 4;

    private final List<String> phrases;
    /** What each phrase weighs, by its place. */
    private final double[] weights;

    private final Map<String, Stem> stems;
    private final double unknown;
    private final boolean compounds;

    private LanguagePhrases(
            List<String> phrases, Map<String, List<Integer>> byStem, String between, boolean compounds) {
        this.phrases = List.copyOf(phrases);
        this.compounds = compounds;
        this.unknown = rarity(0);
        this.stems = new HashMap<>();
        byStem.forEach((stem, at) -> stems.put(
                stem,
                new Stem(
                        rarity(at.size()),
                        at.stream().mapToInt(Integer::intValue).toArray())));
        this.weights = phrases.stream()
                .mapToDouble(phrase -> weight(List.of(phrase.split(between))))
                .toArray();
    }

    /** @param between what stands between the stems of a phrase in the index */
    static LanguagePhrases of(Terms terms, String between, boolean compounds) throws IOException {
        List<String> phrases = new ArrayList<>();
        Map<String, List<Integer>> byStem = new HashMap<>();
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            String phrase = term.utf8ToString();
            for (String stem : phrase.split(between)) {
                byStem.computeIfAbsent(stem, any -> new ArrayList<>()).add(phrases.size());
            }
            phrases.add(phrase);
        }
        return new LanguagePhrases(phrases, byStem, between, compounds);
    }

    /** The phrases that have a stem. */
    List<BytesRef> with(String stem) {
        Stem known = stems.get(stem);
        List<BytesRef> with = new ArrayList<>();
        if (known != null) {
            for (int at : known.phrases()) {
                with.add(new BytesRef(phrases.get(at)));
            }
        }
        return with;
    }

    /** How well each phrase of which the question has enough answers it, up to 1. */
    Map<String, Double> in(Set<String> asked) {
        Set<String> question = known(asked);
        double all = weight(question);
        Map<Integer, Shared> shared = new HashMap<>();
        for (String each : question) {
            Stem stem = stems.get(each);
            if (stem != null) {
                for (int at : stem.phrases()) {
                    shared.merge(at, new Shared(1, stem.weight()), Shared::plus);
                }
            }
        }
        Map<String, Double> shares = new HashMap<>();
        shared.forEach((at, words) -> {
            double ofPhrase = words.weight() / weights[at];
            double ofQuestion = words.weight() / all;
            if (words.count() >= WORDS_MIN && ofPhrase >= OF_PHRASE_MIN && ofQuestion >= OF_QUESTION_MIN) {
                shares.put(phrases.get(at), ofPhrase * ofPhrase * Math.sqrt(ofQuestion));
            }
        });
        return shares;
    }

    /** The question with the parts of its glued words that no phrase has whole. */
    private Set<String> known(Set<String> question) {
        if (!compounds) {
            return question;
        }
        Set<String> known = new LinkedHashSet<>();
        for (String word : question) {
            List<String> parts = stems.containsKey(word) ? List.of() : parts(word);
            known.addAll(parts.isEmpty() ? List.of(word) : parts);
        }
        return known;
    }

    private List<String> parts(String word) {
        List<String> parts = new ArrayList<>();
        for (int length = word.length() - 1; length >= PART_MIN; length--) {
            String end = SameWords.of(word.substring(word.length() - length));
            if (stems.containsKey(end)) {
                parts.add(end);
                break;
            }
        }
        for (int length = word.length() - PART_MIN; length >= PART_MIN; length--) {
            String begin = SameWords.of(word.substring(0, length));
            if (stems.containsKey(begin)) {
                parts.add(begin);
                break;
            }
        }
        return parts;
    }

    /** A rare word tells more. */
    private double rarity(int having) {
        return Math.log(1 + phrases.size() / (0.5 + having));
    }

    private double weight(Iterable<String> words) {
        double weight = 0;
        for (String word : words) {
            Stem stem = stems.get(word);
            weight += stem == null ? unknown : stem.weight();
        }
        return weight;
    }

    /** @param phrases the places of the phrases that have it */
    private record Stem(double weight, int[] phrases) {}

    private record Shared(int count, double weight) {
        Shared plus(Shared other) {
            return new Shared(count + other.count, weight + other.weight);
        }
    }
}
