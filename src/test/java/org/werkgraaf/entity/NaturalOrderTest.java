package org.werkgraaf.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void putsProvisionsInTheOrderOfTheirAct() {
        List<String> inOrder = List.of(
                "4",
                "4(1)",
                "4(4)",
                "4(11)",
                "4a",
                "5(1)(a)",
                "5(1)(b)",
                "5(2)",
                "9",
                "10",
                "27 lid 1",
                "27 lid 6",
                "Annex III",
                "Annex III, point 1",
                "Annex III, point 4(a)",
                "L1121-1",
                "L1221-6");
        List<String> shuffled = new ArrayList<>(inOrder);
        Collections.reverse(shuffled);
        shuffled.sort(new NaturalOrder());
        assertThat(shuffled).isEqualTo(inOrder);
    }

    @Test
    void ignoresCaseAndAccents() {
        List<String> words = new ArrayList<>(List.of("zzp", "Échelle", "echo", "Éclat"));
        words.sort(new NaturalOrder());
        assertThat(words).containsExactly("Échelle", "echo", "Éclat", "zzp");
    }
}
