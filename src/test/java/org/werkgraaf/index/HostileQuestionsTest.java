package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.werkgraaf.PackagedServiceTest;
import org.werkgraaf.vocabulary.Languages;

/** Whatever is typed is taken as words. */
@PackagedServiceTest
class HostileQuestionsTest {
    private static final int QUESTIONS = 2000;
    private static final int QUESTIONS_AT_NIGHT = 20_000;
    private static final List<String> PARTS = List.of(
            "\"",
            "'",
            "*",
            "?",
            "~",
            "~2",
            "^2",
            "field:",
            "label_nl:x",
            "(",
            ")",
            "((((",
            "]",
            "[a TO b]",
            "{",
            "}",
            "AND",
            "OR",
            "NOT",
            "&&",
            "||",
            "!",
            "\\",
            "\\u0000",
            "/",
            "/.*/",
            "+",
            "-",
            ":",
            "::",
            "<script>",
            "</em>",
            "<em>",
            "\u0000",
            "\u0001",
            "\u001e",
            "\u001f",
            "\u007f",
            "\n",
            "\t",
            "\u200b",
            "\u202e",
            "\ufeff",
            "\ud83e",
            "é",
            "e\u0301",
            "ß",
            "İ",
            "ﬁ",
            "漢字",
            "العربية",
            "🤖",
            "👩‍💻",
            "a",
            "art.",
            "art. 22",
            "art. 6 lid 1 sub f",
            "§",
            "n°",
            "7:611",
            "1:",
            "ECLI:",
            "ECLI:NL:",
            "32016R0679",
            "http://",
            "https://x/%",
            "%zz",
            "%00",
            "SELECT",
            "?s ?p ?o",
            "--",
            ";",
            "DROP",
            "$facets",
            "@",
            "#",
            "^^xsd:date",
            "de",
            "het",
            "the",
            "vingerafdruk",
            "gezichtsherkening",
            "9".repeat(40),
            "x".repeat(300),
            "ij".repeat(60),
            "AVG",
            "1/0",
            "NaN",
            "null");

    @Autowired
    private EntityIndex index;

    @Test
    void takesRandomQuestionsAsWords() {
        takesAsWords(QUESTIONS);
    }

    @Test
    @Tag("nightly")
    void takesTwentyThousandRandomQuestionsAsWords() {
        takesAsWords(QUESTIONS_AT_NIGHT);
    }

    private void takesAsWords(int questions) {
        long seed = System.nanoTime();
        System.out.println("Hostile questions seed " + seed);
        Queue<String> failed = new ConcurrentLinkedQueue<>();
        IntStream.range(0, questions).parallel().forEach(i -> {
            String words = words(new Random(seed + i));
            try {
                ask(
                        words,
                        Languages.ALL.get(i % 3),
                        i % 7 == 0 ? Map.of(Facet.TYPE, java.util.Set.of(words)) : Map.of());
            } catch (RuntimeException | StackOverflowError e) {
                failed.add("question " + i + " '" + words + "': " + e);
            }
        });
        assertThat(failed).isEmpty();
    }

    @Test
    void takesVeryLongQuestions() {
        for (String part : PARTS) {
            ask(part.repeat(10_000 / part.length() + 1).substring(0, 10_000), "nl", Map.of());
        }
    }

    @Test
    void completesWhateverIsTyped() {
        Random random = new Random(20261122);
        for (int i = 0; i < 1_000; i++) {
            assertThat(index.complete(words(random), "fr", 8).names()).hasSizeLessThanOrEqualTo(8);
        }
    }

    private void ask(String words, String lang, Map<Facet, java.util.Set<String>> filters) {
        SearchResult result = index.search(
                new SearchRequest(words, lang, filters, null, null, null, SearchRequest.Sorting.RELEVANCE, 2, null));
        assertThat(result.hits()).hasSizeLessThanOrEqualTo(2);
        result.hits()
                .forEach(hit -> hit.matched()
                        .forEach(match -> assertThat(
                                        match.highlight().replace("<em>", "").replace("</em>", ""))
                                .doesNotContain("<", ">")));
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int j = random.nextInt(8); j >= 0; j--) {
            words.append(PARTS.get(random.nextInt(PARTS.size()))).append(random.nextBoolean() ? " " : "");
            if (random.nextInt(5) == 0) {
                words.appendCodePoint(random.nextInt(0x3000));
            }
        }
        return words.toString();
    }
}
