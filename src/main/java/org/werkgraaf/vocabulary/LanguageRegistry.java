package org.werkgraaf.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The languages that a file names.
 *
 * @param known every language by its code: those that are offered, then those that are only read
 * @param offered codes of those that readers can choose
 * @param fallback codes of those that stand in for a missing text, in order
 * @param documentation code of the language of the documentation
 */
record LanguageRegistry(
        Map<String, Language> known, List<String> offered, List<String> fallback, String documentation) {
    static final String FILE = "languages.properties";
    private static final Set<String> OF_ALL = Set.of("offered", "read", "fallback", "documentation");
    private static final Set<String> OF_ONE =
            Set.of("name", "locale", "analysis", "compounds", "content", "firstDay", "month");

    /** Reads the file that is packaged. */
    static LanguageRegistry packaged() {
        Properties lines = new Properties();
        try (InputStream file = LanguageRegistry.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The file " + FILE + " is not packaged");
            }
            lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
        return of(lines);
    }

    /**
     * Reads the lines of such a file.
     *
     * @throws IllegalArgumentException when one is wrong or missing; says which, and what to do
     */
    static LanguageRegistry of(Properties lines) {
        List<String> offered = codes(lines, "offered");
        List<String> fallback = codes(lines, "fallback");
        String documentation = text(lines, "documentation");
        Set<String> codes = new LinkedHashSet<>(offered);
        codes.addAll(codes(lines, "read"));
        refuseUnknown(lines, codes);
        if (offered.isEmpty()) {
            throw new IllegalArgumentException(FILE + ": 'offered' names no language; name one or more.");
        }
        for (String code : fallback) {
            isOffered(code, "fallback", offered);
        }
        isOffered(documentation, "documentation", offered);
        Map<String, Language> known = new LinkedHashMap<>();
        codes.forEach(code -> known.put(code, language(lines, code)));
        if (fallback.isEmpty() || language(lines, fallback.get(0)).content() == Language.Content.SOME) {
            throw new IllegalArgumentException(FILE
                    + ": 'fallback' must begin with a language in which everything has a label; move it to the front.");
        }
        return new LanguageRegistry(known, offered, fallback, documentation);
    }

    private static void isOffered(String code, String key, List<String> offered) {
        if (!offered.contains(code)) {
            throw new IllegalArgumentException(
                    FILE + ": '" + key + "' names '" + code + "', which is not offered; use one of " + offered + ".");
        }
    }

    private static void refuseUnknown(Properties lines, Set<String> codes) {
        for (String key : lines.stringPropertyNames()) {
            int dot = key.indexOf('.');
            boolean known = dot < 0
                    ? OF_ALL.contains(key)
                    : codes.contains(key.substring(0, dot)) && OF_ONE.contains(key.substring(dot + 1));
            if (!known) {
                throw new IllegalArgumentException(FILE + ": '" + key + "' is not known. Name the language under"
                        + " 'offered' or 'read', and give it " + sorted(OF_ONE) + ".");
            }
        }
    }

    private static Language language(Properties lines, String code) {
        return new Language(
                code,
                text(lines, code + ".name"),
                locale(code + ".locale", text(lines, code + ".locale")),
                text(lines, code + ".analysis"),
                flag(code + ".compounds", text(lines, code + ".compounds")),
                content(code + ".content", text(lines, code + ".content")),
                optional(lines, code + ".firstDay"),
                lines.getProperty(code + ".month", "MMMM yyyy"));
    }

    private static Locale locale(String key, String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            throw wrong(key, tag, "a language tag such as nl-NL");
        }
    }

    private static boolean flag(String key, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(key, text, "true or false");
        }
        return text.equals("true");
    }

    private static Language.Content content(String key, String text) {
        return Arrays.stream(Language.Content.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(key, text, "all, labels or some"));
    }

    private static IllegalArgumentException wrong(String key, String text, String allowed) {
        return new IllegalArgumentException(FILE + ": '" + key + "' is '" + text + "'; write " + allowed + ".");
    }

    private static List<String> codes(Properties lines, String key) {
        return Arrays.stream(lines.getProperty(key, "").strip().split("\\s+"))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    private static String text(Properties lines, String key) {
        String text = optional(lines, key);
        if (text == null) {
            throw new IllegalArgumentException(FILE + ": '" + key + "' is missing; add it.");
        }
        return text;
    }

    private static @Nullable String optional(Properties lines, String key) {
        String text = lines.getProperty(key);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }
}
