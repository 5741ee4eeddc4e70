package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.werkgraaf.vocabulary.Languages;

class AnalysisTest {
    @ParameterizedTest
    @CsvSource({
        "DUTCH, de werknemer, werknemers",
        "ENGLISH, the camera, cameras",
        "FRENCH, la caméra, caméras",
        "GERMAN, der arbeiter, arbeitern",
        "SPANISH, la cámara, cámaras"
    })
    void bringsFormsOfAWordTogetherWithoutWordsThatSayNothing(String analysis, String one, String other)
            throws IOException {
        List<String> stems = stems(Analysis.valueOf(analysis), one);

        assertThat(stems).hasSize(1).isEqualTo(stems(Analysis.valueOf(analysis), other));
    }

    @Test
    void leavesWordsOfAnUnknownLanguageAsTheyAre() throws IOException {
        assertThat(stems(Analysis.PLAIN, "la kamera kameras")).containsExactly("la", "kamera", "kameras");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DUTCH", "ENGLISH", "FRENCH", "GERMAN", "SPANISH"})
    void knowsMoreWordsThatSayNothingInAQuestion(String analysis) {
        assertThat(Analysis.valueOf(analysis).stopWordsOfQuestions()).hasSizeGreaterThan(100);
    }

    @Test
    void isThereForEveryLanguage() {
        assertThat(Languages.READ)
                .allSatisfy(lang -> assertThat(Analysis.of(lang)).isNotEqualTo(Analysis.PLAIN));
    }

    private static List<String> stems(Analysis analysis, String text) throws IOException {
        StandardTokenizer tokenizer = new StandardTokenizer();
        tokenizer.setReader(new StringReader(text));
        List<String> stems = new ArrayList<>();
        try (TokenStream words = analysis.stems(new LowerCaseFilter(tokenizer))) {
            CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                stems.add(term.toString());
            }
            words.end();
        }
        return stems;
    }
}
