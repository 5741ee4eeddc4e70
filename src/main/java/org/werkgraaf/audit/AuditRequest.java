package org.werkgraaf.audit;

import java.util.List;
import java.util.Optional;
import org.werkgraaf.vocabulary.Languages;

/**
 * Which statements to draw.
 *
 * @param sample how many
 * @param seed the same seed draws the same statements of the same release
 * @param lang language of names, paraphrases and places
 * @param verification slug of how far they were checked; all when absent
 * @param law whether only statements on law are drawn: on instruments, provisions, norms, their conditions and versions
 */
public record AuditRequest(int sample, long seed, String lang, Optional<String> verification, boolean law) {
    static final int SAMPLE_MAX = 1000;

    private static final int SAMPLE = 60;
    private static final String FORM = "Write: audit --sample <1 to " + SAMPLE_MAX
            + "> --seed <number> [--lang nl|en|fr] [--verification <status>] [--law].";

    /**
     * Reads the words behind the command; those that it does not know are left to others.
     *
     * @throws IllegalArgumentException when a value is missing or is not what it should be; the message says what to write
     */
    public static AuditRequest of(List<String> words) {
        int sample = (int) number(value(words, "--sample"), SAMPLE);
        if (sample < 1 || sample > SAMPLE_MAX) {
            throw new IllegalArgumentException("A sample of " + sample + " cannot be drawn. " + FORM);
        }
        String lang = value(words, "--lang").orElse(Languages.DOCUMENTATION);
        if (!Languages.ALL.contains(lang)) {
            throw new IllegalArgumentException("There is no language '" + lang + "'. " + FORM);
        }
        return new AuditRequest(
                sample,
                number(value(words, "--seed"), 1),
                lang,
                value(words, "--verification"),
                words.contains("--law"));
    }

    private static Optional<String> value(List<String> words, String name) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(name + "=")) {
                return Optional.of(words.get(i).substring(name.length() + 1));
            }
            if (words.get(i).equals(name)) {
                if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
                    throw new IllegalArgumentException("There is no value behind " + name + ". " + FORM);
                }
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static long number(Optional<String> text, long otherwise) {
        try {
            return text.map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text.orElse("") + "' is no whole number. " + FORM);
        }
    }
}
