package org.werkgraaf.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that tell which kind of thing a question is after: "how many" asks for a figure. */
final class KindWords {
    private static final Map<String, String> KINDS = read();

    private KindWords() {}

    /** The classes that words, in lower case and without accents, ask for. */
    static Set<String> of(List<String> words) {
        Set<String> kinds = new LinkedHashSet<>();
        words.forEach(word -> {
            String kind = KINDS.get(word);
            if (kind != null) {
                kinds.add(kind);
            }
        });
        return kinds;
    }

    private static Map<String, String> read() {
        Map<String, String> kinds = new HashMap<>();
        try (InputStream file = KindWords.class.getResourceAsStream("kind-words.txt")) {
            if (file == null) {
                throw new IOException("The list kind-words.txt is missing");
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(" +"))
                    .forEach(parts -> {
                        for (int i = 1; i < parts.length; i++) {
                            kinds.put(Fields.fold(parts[i]), parts[0]);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the words for kinds", e);
        }
        return kinds;
    }
}
