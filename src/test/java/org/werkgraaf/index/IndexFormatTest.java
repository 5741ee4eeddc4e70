package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IndexFormatTest {
    private final SortedMap<String, byte[]> parts = IndexFormat.parts();

    @Test
    void coversCodeAndListsOfWords() {
        assertThat(parts)
                .containsKeys(
                        "index/IndexBuilder.class",
                        "index/question-words.txt",
                        "index/question-words.txt",
                        "meaning/Assessments.class",
                        "meaning/Times.class",
                        "vocabulary/Wg.class");
    }

    @Test
    void changesWhenAnyPartChanges() {
        String before = IndexFormat.digest(parts);
        assertThat(before).isEqualTo(IndexFormat.current());
        for (String part : parts.keySet()) {
            SortedMap<String, byte[]> changed = new TreeMap<>(parts);
            changed.put(
                    part,
                    (new String(parts.get(part), StandardCharsets.ISO_8859_1) + "x")
                            .getBytes(StandardCharsets.ISO_8859_1));
            assertThat(IndexFormat.digest(changed)).as(part).isNotEqualTo(before);
        }
        parts.remove("index/question-words.txt");
        assertThat(IndexFormat.digest(parts)).isNotEqualTo(before);
    }
}
