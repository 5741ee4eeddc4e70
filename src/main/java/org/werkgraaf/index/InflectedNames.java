package org.werkgraaf.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.werkgraaf.index.Question.Inflected;
import org.werkgraaf.index.Question.Span;
import org.werkgraaf.index.Question.Word;
import org.werkgraaf.vocabulary.Languages;

/** Finds the whole names that stand in a question in another form than their own: a joint controller, for joint controllers. */
final class InflectedNames {
    /** A single word in another form may mean anything. */
    private static final int WORDS_MIN = 2;

    private static final int WORDS_MAX = 5;

    private final IndexWords vocabulary;
    private final Analyzers analyzers;

    InflectedNames(IndexWords vocabulary, Analyzers analyzers) {
        this.vocabulary = vocabulary;
        this.analyzers = analyzers;
    }

    /** @param spans the names that stand in it as they are */
    List<Inflected> in(List<Word> words, List<Span> spans) {
        Set<String> plain = spans.stream().map(Span::key).collect(Collectors.toSet());
        int length = letters(words);
        List<Inflected> found = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + WORDS_MIN; to <= Math.min(words.size(), from + WORDS_MAX); to++) {
                List<Word> run = words.subList(from, to);
                if (mayBeAName(run) && !plain.contains(text(run, ""))) {
                    found.addAll(named(text(run, " "), (float) letters(run) / length));
                }
            }
        }
        return found;
    }

    /** A name neither begins nor ends with a word that says nothing, and has more than one that does. */
    private static boolean mayBeAName(List<Word> run) {
        return run.get(0).content()
                && run.get(run.size() - 1).content()
                && run.stream().filter(Word::content).count() >= WORDS_MIN;
    }

    private List<Inflected> named(String text, float share) {
        return Languages.READ.stream()
                .map(lang -> new Inflected(lang, analyzers.stemKey(lang, text), share))
                .filter(name -> !name.key().isEmpty()
                        && vocabulary.count(Fields.in(Fields.STEM_KEY, name.lang()), name.key()) > 0)
                .toList();
    }

    private static String text(List<Word> run, String between) {
        return run.stream().map(Word::text).collect(Collectors.joining(between));
    }

    private static int letters(List<Word> words) {
        return words.stream().mapToInt(word -> word.text().length()).sum();
    }
}
