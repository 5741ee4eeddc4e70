package org.werkgraaf.web.reconcile;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Says how much two names are alike, from 0 to 1. */
final class Likeness {
    private static final Pattern LEFT_OUT = Pattern.compile("[\\p{M}\\p{Cf}]+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** A name that holds the other among more words is at most so much like it. */
    private static final double WITHIN = 0.9;

    private Likeness() {}

    /** A name in lower case, without accents and signs, its words parted by a space. */
    static String plain(String name) {
        String folded = LEFT_OUT.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        return BETWEEN.matcher(folded.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /**
     * How much two plain names have in common: 1 when they are the same but for spaces, else the share of pairs of letters
     * (Dice), or more when one stands whole in the other.
     */
    static double of(String one, String other) {
        String left = one.replace(" ", "");
        String right = other.replace(" ", "");
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        if (left.equals(right)) {
            return 1;
        }
        double within = (" " + other + " ").contains(" " + one + " ")
                ? WITHIN * (0.5 + 0.5 * left.length() / right.length())
                : 0;
        return Math.max(within, dice(left, right));
    }

    private static double dice(String one, String other) {
        if (one.length() < 2 || other.length() < 2) {
            return 0;
        }
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i < one.length() - 1; i++) {
            pairs.merge(one.substring(i, i + 2), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 0; i < other.length() - 1; i++) {
            String pair = other.substring(i, i + 2);
            int left = pairs.getOrDefault(pair, 0);
            if (left > 0) {
                pairs.put(pair, left - 1);
                common++;
            }
        }
        return 2.0 * common / (one.length() + other.length() - 2);
    }
}
