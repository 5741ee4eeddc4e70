package org.werkgraaf.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Words that people use for one another when they ask: boss, chief and employer; read, see and open. Only phrases are compared by
 * them, where other words say what is meant; the names of things keep their own.
 */
final class SameWords {
    private static final Map<String, String> FIRST = read();

    private SameWords() {}

    /** The word that stands for a word and those that say the same; the word itself when none does. */
    static String of(String word) {
        return FIRST.getOrDefault(word, word);
    }

    private static Map<String, String> read() {
        Map<String, String> first = new HashMap<>();
        try (InputStream list = SameWords.class.getResourceAsStream("same-words.txt")) {
            if (list == null) {
                throw new IOException("The list same-words.txt is missing");
            }
            for (String line : new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] words = Fields.fold(line.toLowerCase(Locale.ROOT)).split(" ");
                    for (String word : words) {
                        first.putIfAbsent(word, words[0]);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the words that say the same", e);
        }
        return Map.copyOf(first);
    }
}
