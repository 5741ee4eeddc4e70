package org.werkgraaf.web.thing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.web.text.PageText;

/** Finds words in what a page shows, as a browser does: parts of words too, without regard to case and accents. */
final class WordFilter {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final List<String> words;
    private final PageText text;

    WordFilter(String words, PageText text) {
        this.words = Arrays.stream(fold(words).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        this.text = text;
    }

    /** Whether each word stands in the passage or the heading above it. */
    boolean passes(Place place) {
        return in(text.pick(place.paraphrases(), "") + " " + text.pick(place.sections(), ""));
    }

    /** Whether each word stands in the statement, or in one of the passages behind it. */
    boolean passes(Relation relation, Value value) {
        return in(text.pick(relation.labels(), relation.name()) + " " + text.name(value.labels(), value.text()))
                || value.said().stream().anyMatch(this::passes);
    }

    private boolean in(String shown) {
        String folded = fold(shown);
        return words.stream().allMatch(folded::contains);
    }

    private static String fold(String given) {
        return MARKS.matcher(Normalizer.normalize(given, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
