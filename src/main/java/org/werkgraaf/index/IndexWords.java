package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The words of an index: which there are, how often, and which are near to one that is not there. */
final class IndexWords {
    private static final int SPELLED_MIN = 5;
    /** The work grows with the length, and nobody mistypes a longer word by two letters. */
    private static final int SPELLED_MAX = 40;

    private static final int TWO_ERRORS_MIN = 10;

    private final IndexReader reader;

    IndexWords(IndexReader reader) {
        this.reader = reader;
    }

    /** In how many entities' names and definitions a word stands. */
    int frequency(String word) {
        return count(Fields.WORDS, word);
    }

    /** In how many entities a field has a term. */
    int count(String field, String term) {
        try {
            return reader.docFreq(new Term(field, term));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the words of the index", e);
        }
    }

    /** The first words that begin so. */
    List<String> startingWith(String beginning, int max) {
        return terms(Fields.WORDS, beginning, max);
    }

    /**
     * The nearest word: with one typing error, two in a long word, or one that sounds the same; none for numbers and short
     * words.
     */
    @Nullable String nearest(String word) {
        if (word.length() < SPELLED_MIN
                || word.length() > SPELLED_MAX
                || !word.chars().allMatch(Character::isLetter)) {
            return null;
        }
        for (int sameStart : new int[] {1, 0}) {
            DirectSpellChecker checker = new DirectSpellChecker();
            checker.setMinPrefix(sameStart);
            checker.setMinQueryLength(SPELLED_MIN);
            checker.setMaxEdits(word.length() < TWO_ERRORS_MIN ? 1 : 2);
            try {
                SuggestWord[] found = checker.suggestSimilar(
                        new Term(Fields.WORDS, word), 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
                if (found.length > 0) {
                    return found[0].string;
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the words of the index", e);
            }
        }
        String sound = Sounds.of(word);
        List<String> alike = terms(Fields.SOUND, sound + "\u0000", 1);
        return alike.isEmpty() ? null : alike.get(0).substring(sound.length() + 1);
    }

    /** A word as it is written, with its accents. */
    String written(String word) {
        List<String> found = terms(Fields.SURFACE, word + "\u0000", 1);
        return found.isEmpty() ? word : found.get(0).substring(word.length() + 1);
    }

    private List<String> terms(String field, String beginning, int max) {
        List<String> found = new ArrayList<>();
        try {
            Terms terms = MultiTerms.getTerms(reader, field);
            if (terms == null) {
                return found;
            }
            TermsEnum each = terms.iterator();
            if (each.seekCeil(new BytesRef(beginning)) == TermsEnum.SeekStatus.END) {
                return found;
            }
            for (BytesRef term = each.term(); term != null && found.size() < max; term = each.next()) {
                String text = term.utf8ToString();
                if (!text.startsWith(beginning)) {
                    break;
                }
                found.add(text);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the words of the index", e);
        }
    }
}
