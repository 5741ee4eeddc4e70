package org.werkgraaf.entity;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders texts as readers do: numbers by their value, so that article 9 precedes article 10, letters without case or accents. */
public final class NaturalOrder implements Comparator<String> {
    /** The only one that is needed. */
    public static final NaturalOrder INSTANCE = new NaturalOrder();

    private static final Pattern PARTS = Pattern.compile("\\d+|\\D+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private NaturalOrder() {}

    @Override
    public int compare(String left, String right) {
        Matcher a = PARTS.matcher(plain(left));
        Matcher b = PARTS.matcher(plain(right));
        while (true) {
            boolean more = a.find();
            if (!b.find()) {
                return more ? 1 : left.compareTo(right);
            }
            if (!more) {
                return -1;
            }
            int order = part(a.group(), b.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int part(String left, String right) {
        boolean numbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
        return numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
