package org.werkgraaf.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompoundsTest {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("personeel", 40),
            Map.entry("systeem", 100),
            Map.entry("volg", 3),
            Map.entry("volgsysteem", 2),
            Map.entry("vingerafdruk", 20),
            Map.entry("scan", 9),
            Map.entry("gezicht", 8),
            Map.entry("herkenning", 30),
            Map.entry("werk", 300),
            Map.entry("gps", 12),
            Map.entry("tracker", 4),
            Map.entry("arbeit", 5),
            Map.entry("recht", 50));

    private final Compounds compounds = new Compounds(word -> WORDS.getOrDefault(word, 0));

    @ParameterizedTest
    @CsvSource({
        "personeelsvolgsysteem, personeel volgsysteem",
        "personeelvolgsysteem, personeel volgsysteem",
        "volgsysteem, volg systeem",
        "vingerafdrukscan, vingerafdruk scan",
        "gezichtsherkenning, gezicht herkenning",
        "gpstracker, gps tracker",
        "arbeitsrecht, arbeit recht"
    })
    void takesGluedWordsApart(String word, String parts) {
        assertThat(compounds.split(word)).containsExactly(parts.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"werkgever", "systeem", "herkenning", "vingerafdrukken", "7611", "x"})
    void leavesOtherWordsWhole(String word) {
        assertThat(compounds.split(word)).isEmpty();
    }

    @Test
    void findsPartsWithinParts() {
        assertThat(compounds.parts("personeelsvolgsysteem"))
                .containsExactlyInAnyOrder("personeel", "volgsysteem", "volg", "systeem");
    }

    @Test
    void isQuickWithAWordThatSplitsInManyWays() {
        Compounds all = new Compounds(word -> 9);
        assertThat(all.split("abcdefghij".repeat(6))).isNotEmpty();
        assertThat(all.split("abcdefghij".repeat(7))).isEqualTo(List.of());
    }
}
