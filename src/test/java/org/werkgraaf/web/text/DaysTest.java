package org.werkgraaf.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The day of readers, whatever the clock's zone. */
class DaysTest {
    @Test
    void aDayBeginsAtMidnightInBrussels() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-29T23:15:00Z"), ZoneOffset.UTC);
        assertThat(Days.today(clock)).isEqualTo(LocalDate.of(2026, 11, 30));
    }
}
