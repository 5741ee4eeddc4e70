package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From when until when something is law.
 *
 * @param from the first day, if it is known
 * @param until the last day, if there is one
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> until) {
    boolean contains(LocalDate day) {
        return !isAfter(day) && !isBefore(day);
    }

    /** Whether the period begins after the day. */
    boolean isAfter(LocalDate day) {
        return from.isPresent() && from.get().isAfter(day);
    }

    /** Whether the period ended before the day. */
    boolean isBefore(LocalDate day) {
        return until.isPresent() && until.get().isBefore(day);
    }

    /** Whether there is no day in it: dates that were moved before they came. */
    boolean isEmpty() {
        return from.isPresent() && until.isPresent() && from.get().isAfter(until.get());
    }
}
