package org.werkgraaf.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names and identifiers reduced to their letters and digits, so that it does not matter how they are written:
 * {@code ECLI:NL:X:1} and {@code ecli nl x 1} are {@code eclinlx1}.
 */
final class Keys {
    /** Longest key that is kept, in characters. */
    static final int LENGTH_MAX = 300;

    private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{N}]+");
    /** Words for "number", which people write or leave out. */
    private static final Set<String> NUMBER_WORDS = Set.of("nr", "no", "n", "nrs", "num", "nummer", "number", "numero");
    /** How addresses of official texts may end: which version of the text. */
    private static final Set<String> VERSIONS =
            Set.of("oj", "moniteur", "eng", "nld", "fra", "html", "pdf", "0", "ttl", "json");

    /** The number by which Dutch judgments were cited before they had an ECLI, which ends with it. */
    private static final Pattern LJN = Pattern.compile("[a-z]{2}\\d{4}");

    private Keys() {}

    /** The key of a whole text; empty when it has no letter or digit. */
    static String of(String text) {
        return String.join("", pieces(text));
    }

    /** The letters and digits of a text in groups, in lower case, without accents and without words for "number". */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(
                Fields.fold(text.replace("№", " no ").replace('°', ' ').replace('º', ' ')));
        String held = null;
        while (matcher.find()) {
            String piece = matcher.group();
            if (held != null && !Character.isDigit(piece.charAt(0))) {
                pieces.add(held);
            }
            held = null;
            if (NUMBER_WORDS.contains(piece) && !pieces.isEmpty()) {
                held = piece;
            } else {
                pieces.add(piece);
            }
        }
        if (held != null) {
            pieces.add(held);
        }
        return pieces;
    }

    /** The keys under which an identifier is found: whole, and what is left when it is quoted without its beginning. */
    static Set<String> ofIdentifier(String identifier) {
        Set<String> keys = new LinkedHashSet<>();
        List<String> pieces = pieces(identifier);
        keys.add(String.join("", pieces));
        int end = pieces.size();
        while (end > 2 && VERSIONS.contains(pieces.get(end - 1))) {
            end--;
        }
        for (int from = 0; from <= end - 2; from++) {
            List<String> rest = pieces.subList(from, end);
            if (rest.stream().filter(Keys::isNumbered).count() >= 1
                    && String.join("", rest).length() >= 6) {
                keys.add(String.join("", rest));
            }
        }
        String last = end > 1 ? pieces.get(end - 1) : "";
        if (LJN.matcher(last).matches()) {
            keys.add(last);
        }
        keys.removeIf(key -> key.isEmpty() || key.length() > LENGTH_MAX);
        return keys;
    }

    private static boolean isNumbered(String piece) {
        return piece.chars().anyMatch(Character::isDigit);
    }
}
