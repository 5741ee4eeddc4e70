package org.werkgraaf.entity;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders texts as readers do: numbers by their value, so that article 9 precedes article 10, letters without case or accents.
 *
 * <p>Made for one sort: it takes each text apart once and remembers the parts. Not to be shared by threads.
 */
public final class NaturalOrder implements Comparator<String> {
    private static final Pattern PART = Pattern.compile("\\d+|\\D+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final Map<String, List<Part>> known = new HashMap<>();

    @Override
    public int compare(String left, String right) {
        List<Part> a = parts(left);
        List<Part> b = parts(right);
        for (int i = 0; i < a.size() && i < b.size(); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return a.size() == b.size() ? left.compareTo(right) : a.size() - b.size();
    }

    private List<Part> parts(String text) {
        return known.computeIfAbsent(text, NaturalOrder::read);
    }

    private static List<Part> read(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(plain(text));
        while (matcher.find()) {
            parts.add(new Part(matcher.group()));
        }
        return parts;
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** Digits only, or anything but digits. */
    private record Part(String text, boolean isNumber) implements Comparable<Part> {
        Part(String text) {
            this(text, Character.isDigit(text.charAt(0)));
        }

        @Override
        public int compareTo(Part other) {
            return isNumber && other.isNumber
                    ? new BigInteger(text).compareTo(new BigInteger(other.text))
                    : text.compareTo(other.text);
        }
    }
}
