package org.werkgraaf.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is understood.
 *
 * @param words its words, at most {@link QuestionReader#WORDS_MAX}
 * @param spans names and identifiers that stand in it, whole
 * @param inflected names of more words that stand in it in another form than their own
 * @param stems the question as a whole name in stems, by language
 * @param citations terms of places in acts that it names, best first
 * @param kinds the classes that its words ask for
 * @param didYouMean the question with its unknown words replaced by the nearest known ones; absent when none is
 * @param empty whether there is nothing in it to look for
 */
record Question(
        List<Word> words,
        List<Span> spans,
        List<Inflected> inflected,
        Map<String, String> stems,
        List<String> citations,
        Set<String> kinds,
        @Nullable String didYouMean,
        boolean empty) {
    private static final int SENTENCE_MIN = 3;
    private static final int SMALL_WORDS_MIN = 2;

    /** Whether it has so many words that it rather tells than names what is looked for. */
    boolean isSentence() {
        long telling = telling();
        long small = words.stream().filter(word -> !word.content()).count();
        return !isIdentified()
                && (telling >= SENTENCE_MIN || telling > 0 && small >= SMALL_WORDS_MIN && words.size() > SENTENCE_MIN);
    }

    /** Whether it may be asked in a phrase: it is a sentence, or would be if the names of things had its words. */
    boolean mayBePhrase() {
        return isSentence() || !isIdentified() && words.size() > SENTENCE_MIN;
    }

    /** Its words that say something, but that the index has in no form; none when nothing else of it is known either. */
    List<String> unknown() {
        return telling() == 0 && spans.isEmpty()
                ? List.of()
                : words.stream()
                        .filter(word -> word.content() && !word.findable())
                        .map(Word::text)
                        .toList();
    }

    /** Whether it has an identifier, a citation, or is a whole name. */
    boolean isIdentified() {
        return !citations.isEmpty() || spans.stream().anyMatch(span -> span.share() > 0.99f);
    }

    /** Whether all of it is a citation, an address, or one name or identifier. */
    boolean isWhole(String text) {
        String key = Keys.of(PastedText.plain(text));
        return !citations.isEmpty()
                || text.contains("://")
                || spans.stream().anyMatch(span -> span.key().equals(key));
    }

    /** How many of its words say what is looked for, and not only who is at work. */
    long telling() {
        return words.stream()
                .filter(word -> word.content() && word.findable() && !word.role())
                .count();
    }

    /**
     * @param text the word in lower case, without accents
     * @param start where it stands in the question
     * @param end where it ends
     * @param content whether it says something by itself
     * @param known whether it stands in the index as it is
     * @param findable whether the index has it in any way: as it is, as a stem, in parts, glued, or as one of its readings
     * @param role whether it only names somebody at work, such as the employer
     * @param readings other words that it may stand for: nearly the same, or longer ones that begin with it
     */
    record Word(
            String text,
            int start,
            int end,
            boolean content,
            boolean known,
            boolean findable,
            boolean role,
            List<String> readings) {}

    /**
     * @param key the name or identifier as a key
     * @param share how much of the question it takes, up to 1
     */
    record Span(String key, float share) {}

    /**
     * @param key the name in stems of the language
     * @param share how much of the question it takes, up to 1
     */
    record Inflected(String lang, String key, float share) {}
}
