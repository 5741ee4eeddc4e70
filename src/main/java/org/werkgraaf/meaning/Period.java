package org.werkgraaf.meaning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A period in which something holds.
 *
 * @param from the first day
 * @param until the last day; absent while no end is known
 */
public record Period(LocalDate from, @Nullable LocalDate until) {
    /** A date that was moved before it came never was. */
    public boolean isReal() {
        return until == null || !until.isBefore(from);
    }

    /** Whether it covers the day. */
    public boolean holds(LocalDate day) {
        return !from.isAfter(day) && (until == null || !until.isBefore(day));
    }
}
