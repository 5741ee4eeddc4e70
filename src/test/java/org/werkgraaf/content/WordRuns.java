package org.werkgraaf.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Runs of a number of words of texts, by which copied wording is found whatever its case and punctuation. */
final class WordRuns {
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern BROKEN_WORD = Pattern.compile("[-\u00ad\u2010\u2011]\\s*\\n\\s*");

    private final int words;
    private final Set<String> runs = new HashSet<>();

    WordRuns(int words) {
        this.words = words;
    }

    /** Takes up a printed text, with words that are broken off at a line's end both joined and with their hyphen. */
    void addPrinted(String text) {
        runs.addAll(of(BROKEN_WORD.matcher(text).replaceAll("")));
        runs.addAll(of(BROKEN_WORD.matcher(text).replaceAll("-")));
    }

    void removeAll(Collection<String> texts) {
        texts.forEach(text -> runs.removeAll(of(text)));
    }

    /** The runs of a text that were taken up. */
    List<String> sharedWith(String text) {
        return of(text).stream().filter(runs::contains).toList();
    }

    private List<String> of(String text) {
        String plain = ACCENT.matcher(Normalizer.normalize(text.replace("\u00ad", ""), Normalizer.Form.NFKD))
                .replaceAll("");
        List<String> found = WORD.matcher(plain.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        List<String> result = new ArrayList<>();
        for (int i = 0; i + words <= found.size(); i++) {
            result.add(String.join(" ", found.subList(i, i + words)));
        }
        return result;
    }
}
