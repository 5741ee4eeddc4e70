package org.werkgraaf.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/**
 * Takes glued words apart: {@code personeelsvolgsysteem} holds {@code personeel}, {@code volgsysteem}, {@code volg} and
 * {@code systeem}.
 *
 * <p>A word is split where its parts are words of the graph itself and cover it whole, but for the letters that Dutch and
 * German put between them; of several ways, the one whose parts are most common (geometric mean, after Koehn and Knight,
 * 2003) is taken.
 */
final class Compounds {
    private static final int WORD_MIN = 7;
    private static final int WORD_MAX = 60;
    private static final int PART_MIN = 3;
    private static final int PARTS_MAX = 4;
    /** Nothing, s, en, and so on. */
    private static final List<String> LINKS = List.of("|s|en|e|n|er|es".split("\\|"));

    /** Words of which the parts are remembered; texts use the same few thousand again and again. */
    private static final int REMEMBERED_MAX = 50_000;

    private final ToIntFunction<String> frequency;
    private final Map<String, List<String>> remembered = new ConcurrentHashMap<>();

    /** @param frequency how often a word occurs by itself; 0 for one that does not */
    Compounds(ToIntFunction<String> frequency) {
        this.frequency = frequency;
    }

    /** The words in a word, also those within its parts; none when it is no compound. */
    List<String> parts(String word) {
        if (word.length() < WORD_MIN) {
            return List.of();
        }
        List<String> known = remembered.get(word);
        if (known != null) {
            return known;
        }
        Set<String> parts = new LinkedHashSet<>();
        collect(word, parts);
        List<String> found = List.copyOf(parts);
        if (remembered.size() < REMEMBERED_MAX && word.length() <= WORD_MAX) {
            remembered.put(word, found);
        }
        return found;
    }

    /** The words that together are the word; none when it is no compound. */
    List<String> split(String word) {
        if (word.length() < WORD_MIN || word.length() > WORD_MAX || !isLetters(word)) {
            return List.of();
        }
        Best best = new Best();
        search(word, 0, new ArrayList<>(), 0, best);
        return best.parts;
    }

    private void collect(String word, Set<String> into) {
        for (String part : split(word)) {
            if (into.add(part)) {
                collect(part, into);
            }
        }
    }

    private void search(String word, int from, List<String> parts, double logs, Best best) {
        if (from == word.length()) {
            if (parts.size() > 1) {
                best.offer(parts, logs / parts.size());
            }
            return;
        }
        if (parts.size() == PARTS_MAX) {
            return;
        }
        for (int to = from + PART_MIN; to <= word.length(); to++) {
            String part = word.substring(from, to);
            int often = from == 0 && to == word.length() || StopWords.inQuestion(part) ? 0 : frequency.applyAsInt(part);
            if (often < (part.length() == PART_MIN ? 5 : 1)) {
                continue;
            }
            parts.add(part);
            for (String link : LINKS) {
                int next = to + link.length();
                if (word.startsWith(link, to) && (next < word.length() || link.isEmpty())) {
                    search(word, next, parts, logs + Math.log(often + 0.5) - (link.isEmpty() ? 0 : 0.1), best);
                }
            }
            parts.remove(parts.size() - 1);
        }
    }

    private static boolean isLetters(String word) {
        return word.chars().allMatch(Character::isLetter);
    }

    /** The best way found so far; fewer parts win by what a part must bring. */
    private static final class Best {
        private List<String> parts = List.of();
        private double score = Double.NEGATIVE_INFINITY;

        void offer(List<String> candidate, double mean) {
            double value = mean - candidate.size();
            if (value > score) {
                score = value;
                parts = List.copyOf(candidate);
            }
        }
    }
}
