package org.werkgraaf.web.ask;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What countries are called in the languages of the Union, so that people may name their own as they do at home. */
public final class CountryNames {
    private static final List<String> LANGUAGES = List.of(
            "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl",
            "pl", "pt", "ro", "sk", "sl", "sv");
    private static final Map<String, String> CODES = codes();
    /** The longest names of a country that people use in a question. */
    private static final int WORDS_MAX = 3;

    private CountryNames() {}

    /** The code of a country in small letters, by its name in any of the languages; empty when none or several are called so. */
    static Optional<String> code(String name) {
        return Optional.ofNullable(CODES.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** The codes of the countries that a text names, in small letters. */
    public static Set<String> codesIn(String text) {
        return new TreeSet<>(namesIn(text).values());
    }

    /** The names of countries that stand in a text, as they are written there, with their codes in small letters. */
    static Map<String, String> namesIn(String text) {
        String[] words = text.strip().split("[^\\p{L}\\p{N}'’-]+");
        Map<String, String> found = new LinkedHashMap<>();
        for (int from = 0; from < words.length; from++) {
            for (int to = from + 1; to <= Math.min(words.length, from + WORDS_MAX); to++) {
                String name = String.join(" ", Arrays.copyOfRange(words, from, to));
                code(name).ifPresent(code -> found.put(name, code));
            }
        }
        return found;
    }

    /** What a country is called, by its code; in the languages of Java, which are more than those of readers. */
    static String name(String code, Locale locale) {
        return new Locale.Builder()
                .setRegion(code.toUpperCase(Locale.ROOT))
                .build()
                .getDisplayCountry(locale);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (String country : Locale.getISOCountries()) {
            Locale locale = new Locale.Builder().setRegion(country).build();
            for (String language : LANGUAGES) {
                String name = locale.getDisplayCountry(Locale.forLanguageTag(language))
                        .toLowerCase(Locale.ROOT);
                String code = country.toLowerCase(Locale.ROOT);
                String before = codes.putIfAbsent(name, code);
                if (before != null && !before.equals(code)) {
                    ambiguous.add(name);
                }
            }
        }
        codes.keySet().removeAll(ambiguous);
        return codes;
    }
}
