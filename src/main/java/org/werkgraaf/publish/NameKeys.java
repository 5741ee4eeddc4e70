package org.werkgraaf.publish;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds names that are written nearly alike without comparing each with each. */
final class NameKeys {
    private NameKeys() {}

    /** A name without what says little: capitals, accents, signs and the order of its words. */
    static String plain(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Arrays.stream(letters.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Keys of which two names share one if at most one letter of each is to be left out to make them the same. */
    static Set<String> of(String name, String language, int lengthMin) {
        String plain = plain(name);
        Set<String> keys = new HashSet<>();
        keys.add(language + ':' + plain);
        if (plain.length() >= lengthMin) {
            for (int i = 0; i < plain.length(); i++) {
                if (Character.isLetter(plain.charAt(i))) {
                    keys.add(language + ':' + plain.substring(0, i) + plain.substring(i + 1));
                }
            }
        }
        return keys;
    }

    /** Whether two names differ by no more than one letter, and not in a number. */
    static boolean alike(String one, String other) {
        String first = plain(one);
        String second = plain(other);
        return digits(first).equals(digits(second)) && distanceAtMostOne(first, second);
    }

    private static String digits(String text) {
        return text.replaceAll("\\P{N}+", " ");
    }

    private static boolean distanceAtMostOne(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int shorter = Math.min(one.length(), other.length());
        int start = 0;
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - start - end <= 1;
    }
}
