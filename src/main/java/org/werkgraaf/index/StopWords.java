package org.werkgraaf.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.werkgraaf.vocabulary.Languages;

/** Words that say nothing by themselves. */
final class StopWords {
    private static final CharArraySet OF_QUESTIONS = ofQuestions();
    private static final CharArraySet WITHOUT_ACCENTS = withoutAccents(OF_QUESTIONS);

    private StopWords() {}

    /** Whether a word of a question, in lower case, says nothing of what is looked for. */
    static boolean inQuestion(String word) {
        return OF_QUESTIONS.contains(word) || WITHOUT_ACCENTS.contains(word);
    }

    /** Whether a word only looks like one that says nothing, which has accents: Uber is no über. */
    static boolean isMaybeName(String word) {
        return WITHOUT_ACCENTS.contains(word) && !OF_QUESTIONS.contains(word);
    }

    private static CharArraySet ofQuestions() {
        CharArraySet words = new CharArraySet(1200, true);
        Languages.READ.stream().map(Analysis::of).forEach(analysis -> {
            words.addAll(analysis.stopWords());
            words.addAll(analysis.stopWordsOfQuestions());
        });
        try {
            for (Object line : WordlistLoader.getWordSet(open(StopWords.class, "question-words.txt"), "#")) {
                words.addAll(List.of(new String((char[]) line).split(" ")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the stop words", e);
        }
        return words;
    }

    private static CharArraySet withoutAccents(CharArraySet words) {
        CharArraySet folded = new CharArraySet(words.size(), true);
        for (Object word : words) {
            folded.add(Fields.fold(new String((char[]) word)));
        }
        return folded;
    }

    private static Reader open(Class<?> beside, String name) throws IOException {
        InputStream list = beside.getResourceAsStream(name);
        if (list == null) {
            throw new IOException("The list " + name + " is missing");
        }
        return new InputStreamReader(list, StandardCharsets.UTF_8);
    }
}
