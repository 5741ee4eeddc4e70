package org.werkgraaf.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.werkgraaf.vocabulary.Language;
import org.werkgraaf.vocabulary.Languages;

/** How the words of a language become stems; {@code languages.properties} names one for each. */
enum Analysis {
    /** Snowball. */
    DUTCH(DutchAnalyzer.getDefaultStopSet(), words -> new SnowballFilter(words, "Dutch")),
    /** Snowball. */
    ENGLISH(EnglishAnalyzer.getDefaultStopSet(), words -> new SnowballFilter(words, "English")),
    /** Snowball. */
    FRENCH(FrenchAnalyzer.getDefaultStopSet(), words -> new SnowballFilter(words, "French")),
    /** The light stems of Savoy, in which an umlaut and its spelling with an e are the same. */
    GERMAN(
            GermanAnalyzer.getDefaultStopSet(),
            words -> new GermanLightStemFilter(new GermanNormalizationFilter(words))),
    /** Snowball. */
    SPANISH(SpanishAnalyzer.getDefaultStopSet(), words -> new SnowballFilter(words, "Spanish")),
    /** Words as they are written; for a language of which nothing is known. */
    PLAIN(CharArraySet.EMPTY_SET, words -> words);

    private final CharArraySet stopWords;
    private final UnaryOperator<TokenStream> stems;

    Analysis(CharArraySet stopWords, UnaryOperator<TokenStream> stems) {
        this.stopWords = stopWords;
        this.stems = stems;
    }

    /**
     * That of a language.
     *
     * @throws IllegalStateException when the registry names none that there is
     */
    static Analysis of(String lang) {
        Language language = Languages.of(lang);
        return Arrays.stream(values())
                .filter(each -> each.lowerCaseName().equals(language.analysis()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The analysis of the language '" + lang + "' is '"
                        + language.analysis() + "'; use one of "
                        + Arrays.stream(values()).map(Analysis::lowerCaseName).toList() + "."));
    }

    /** The words without those that say nothing, as stems. */
    TokenStream stems(TokenStream words) {
        return stems.apply(new StopFilter(words, stopWords));
    }

    /** The words that are left out of texts. */
    CharArraySet stopWords() {
        return stopWords;
    }

    /** The longer list of words that say nothing in a question. */
    CharArraySet stopWordsOfQuestions() {
        if (this == PLAIN) {
            return CharArraySet.EMPTY_SET;
        }
        String list = lowerCaseName() + "_stop.txt";
        try (InputStream file = SnowballFilter.class.getResourceAsStream(list)) {
            if (file == null) {
                throw new IOException("The list " + list + " is missing");
            }
            return WordlistLoader.getSnowballWordSet(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the stop words", e);
        }
    }

    private String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
