package org.werkgraaf.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of texts that were shown lately. Reading a text into stems costs more than all the rest of showing it, and the same
 * entities are shown again and again.
 */
final class ReadTexts {
    /** About 16 MB with the words; the packaged content has some three million characters. */
    private static final long CHARACTERS_MAX = 4_000_000;

    private static final Pattern VALUES = Pattern.compile("[^" + Highlights.BETWEEN_VALUES + "]+");

    private final Analyzers analyzers;
    private final Interner<String> stems = Interner.newWeakInterner();
    private final Cache<Text, Words> read = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_MAX)
            .weigher((Text text, Words words) -> 20 + text.text().length())
            .build();

    ReadTexts(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /**
     * The words of a text as a field has them.
     *
     * @param text its values, with a {@link Highlights#BETWEEN_VALUES} between two
     */
    Words words(String field, String text) {
        return read.get(new Text(field, text), this::read);
    }

    private Words read(Text text) {
        List<Analyzers.Token> tokens = VALUES.matcher(text.text())
                .results()
                .flatMap(value -> analyzers.tokens(text.field(), value.group()).stream()
                        .map(token -> new Analyzers.Token(
                                stems.intern(token.text()),
                                value.start() + token.start(),
                                value.start() + token.end())))
                .toList();
        return new Words(
                tokens.stream().map(Analyzers.Token::text).toArray(String[]::new),
                tokens.stream().mapToInt(Analyzers.Token::start).toArray(),
                tokens.stream().mapToInt(Analyzers.Token::end).toArray());
    }

    private record Text(String field, String text) {}

    /** Words with their places in a text, in order. */
    static final class Words {
        private final String[] texts;
        private final int[] starts;
        private final int[] ends;

        private Words(String[] texts, int[] starts, int[] ends) {
            this.texts = texts;
            this.starts = starts;
            this.ends = ends;
        }

        int count() {
            return texts.length;
        }

        String text(int at) {
            return texts[at];
        }

        int start(int at) {
            return starts[at];
        }

        int end(int at) {
            return ends[at];
        }
    }
}
