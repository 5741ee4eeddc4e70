package org.werkgraaf.index;

import java.util.regex.Pattern;

/** What a word sounds like to a Dutch ear, roughly: {@code autoritijd} and {@code autoriteit} are the same. */
final class Sounds {
    private static final String[][] SAME = {
        {"ph", "f"},
        {"th", "t"},
        {"ei", "ij"},
        {"y", "i"},
        {"ou", "au"},
        {"ck", "k"},
        {"qu", "k"},
        {"x", "ks"},
        {"ch", "g"},
        {"c([eiy])", "s$1"},
        {"c", "k"},
        {"z", "s"},
        {"v", "f"},
        {"ie", "i"},
        {"ij", "i"},
        {"d$", "t"},
        {"dt$", "t"},
        {"b$", "p"}
    };
    private static final Pattern[] PATTERNS = new Pattern[SAME.length];
    private static final Pattern TWICE = Pattern.compile("(\\p{L})\\1");

    static {
        for (int i = 0; i < SAME.length; i++) {
            PATTERNS[i] = Pattern.compile(SAME[i][0]);
        }
    }

    private Sounds() {}

    /** The sound of a word in lower case without accents. */
    static String of(String word) {
        String sound = word;
        for (int i = 0; i < SAME.length; i++) {
            sound = PATTERNS[i].matcher(sound).replaceAll(SAME[i][1]);
        }
        return TWICE.matcher(sound).replaceAll("$1");
    }
}
