package org.werkgraaf.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoTest {
    private final Echo echo = new Echo();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Werkstress|Zo ontstaat werkstress.",
                "Werkstress|Opjagen geeft werkstressklachten.",
                "camera|Boven de kassa hing een bewakingscamera.",
                "Enquête|Die enquetes waren niet anoniem.",
                "Discrimination fondée sur l'âge|Une discrimination liée aux années.",
                "AVG|De AVG geldt ook op het werk.",
                "e-mail|Zij las de e-mail van haar mensen."
            })
    void hearsANameThroughAccentsEndingsAndCompounds(String name, String text) {
        assertThat(echo.echoes(name, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Werkstress|Het toezicht begon in 2019.",
                "AVG|De gravgraver.",
                "Loss of autonomy|Supervision began in 2019."
            })
    void hearsNothingWhereNothingIsSaid(String name, String text) {
        assertThat(echo.echoes(name, text)).isFalse();
    }

    @Test
    void hearsNoShortNameInsideAWord() {
        assertThat(echo.echoes("AI", "The claim was repaired.")).isFalse();
        assertThat(echo.echoes("AI", "It used AI.")).isTrue();
    }
}
