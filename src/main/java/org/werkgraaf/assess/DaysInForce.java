package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.meaning.Period;
import org.werkgraaf.vocabulary.ThingId;

/** When conditions are law, seen from the day and the country of a situation. */
final class DaysInForce {
    private static final Seen UNDATED = new Seen(Timing.NOW, null);

    private final Situation situation;
    private final Terms terms;
    /** When norms of a directive hold here, by the directive; none for one without a day. */
    private final Map<ThingId, List<Period>> carriedOut = new HashMap<>();

    DaysInForce(Situation situation, Terms terms) {
        this.situation = situation;
        this.terms = terms;
    }

    /** When a condition is law. */
    enum Timing {
        NOW,
        LATER,
        BEFORE
    }

    /**
     * A condition, seen from the day.
     *
     * @param timing when it is law; now when no date is known
     * @param period the period that counts; none when no date is known
     */
    record Seen(Timing timing, @Nullable Period period) {
        /** The first day of the period that counts. */
        Optional<LocalDate> from() {
            return Optional.ofNullable(period).map(Period::from);
        }

        /** The last day of it, if there is one. */
        Optional<LocalDate> until() {
            return Optional.ofNullable(period).map(Period::until);
        }
    }

    /** Whether it says the same of another situation. */
    boolean areOf(Situation other) {
        return situation.on().equals(other.on()) && situation.jurisdiction().equals(other.jurisdiction());
    }

    /** By the period that holds on the day of the situation, else the next to come, else the latest. */
    Seen of(Plan.Step step) {
        return of(step, situation.on());
    }

    /** The same, seen from another day. */
    Seen of(Plan.Step step, LocalDate on) {
        Period later = null;
        Period latest = null;
        for (Period period : periods(step)) {
            if (period.holds(on)) {
                return new Seen(Timing.NOW, period);
            }
            if (period.from().isAfter(on) && (later == null || period.from().isBefore(later.from()))) {
                later = period;
            }
            latest = latest == null || period.from().isAfter(latest.from()) ? period : latest;
        }
        if (latest == null) {
            return UNDATED;
        }
        return later != null ? new Seen(Timing.LATER, later) : new Seen(Timing.BEFORE, latest);
    }

    private List<Period> periods(Plan.Step step) {
        if (step.directive().isEmpty()) {
            return step.condition().periods();
        }
        List<Period> periods = carriedOut.computeIfAbsent(step.directive().get(), this::carriedOut);
        return periods.isEmpty() ? step.condition().periods() : periods;
    }

    /** A directive's norm begins with the national law that carries it out, at the latest when that is due. */
    private List<Period> carriedOut(ThingId directive) {
        Optional<LocalDate> national = situation
                .jurisdiction()
                .flatMap(country -> terms.transposition(directive, country))
                .flatMap(Terms.Transposition::from);
        return national.or(() -> Optional.ofNullable(terms.transposeBy().get(directive))).stream()
                .map(from -> new Period(from, null))
                .toList();
    }
}
