package org.werkgraaf.assess;

import java.time.LocalDate;
import org.werkgraaf.assess.DaysInForce.Timing;

/**
 * A condition of a norm, held against what is given.
 *
 * @param inTheWay how many of its criteria are open, where it is not decided, or fail
 * @param isElsewhere whether it is about something else, or for somewhere else
 */
record Tried(Plan.Step step, Truth holds, int inTheWay, boolean isElsewhere, DaysInForce.Seen seen) {
    Timing timing() {
        return seen.timing();
    }

    /** Of laws that ask as much, the older is the general one. */
    LocalDate lawSince() {
        return seen.from().orElse(LocalDate.MAX);
    }

    int rank() {
        return switch (holds) {
            case YES -> 0;
            case UNKNOWN -> 1;
            case NO -> 2;
        };
    }
}
