package org.werkgraaf.web.ask;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What countries are called in the languages of the Union, so that people may name their own as they do at home. */
final class CountryNames {
    private static final List<String> LANGUAGES = List.of(
            "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl",
            "pl", "pt", "ro", "sk", "sl", "sv");
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /** The code of a country in small letters, by its name in any of the languages; empty when none or several are called so. */
    static Optional<String> code(String name) {
        return Optional.ofNullable(CODES.get(name.strip().toLowerCase(Locale.ROOT)));
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
