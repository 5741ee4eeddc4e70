package org.werkgraaf.index;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is understood.
 *
 * @param words its words, at most {@link QuestionReader#WORDS_MAX}
 * @param spans names and identifiers that stand in it, whole
 * @param stems the question as a whole name in stems, by language
 * @param citations terms of places in acts that it names, best first
 * @param didYouMean the question with its unknown words replaced by the nearest known ones; absent when none is
 * @param empty whether there is nothing in it to look for
 */
record Question(
        List<Word> words, List<Span> spans, Map<String, String> stems, List<String> citations, @Nullable String didYouMean, boolean empty) {
    /**
     * @param text the word in lower case, without accents
     * @param start where it stands in the question
     * @param end where it ends
     * @param content whether it says something by itself
     * @param readings other words that it may stand for: nearly the same, or longer ones that begin with it
     */
    record Word(String text, int start, int end, boolean content, List<String> readings) {}

    /**
     * @param key the name or identifier as a key
     * @param share how much of the question it takes, up to 1
     */
    record Span(String key, float share) {}
}
