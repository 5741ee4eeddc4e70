package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.werkgraaf.vocabulary.ThingId;

/**
 * How a norm stands to a situation.
 *
 * @param norm the norm
 * @param kind name of its class
 * @param state how it stands
 * @param condition the condition that decided, or that came nearest
 * @param laidDownIn the provision that sets that condition
 * @param dated whether it is known from when that condition is law
 * @param reasons each criterion of that condition
 * @param missing what would decide; empty unless it depends, or will
 * @param exceptions the exceptions that matter
 * @param from the first day of the period that counts, if known
 * @param until the last day of it, if there is one
 */
public record Outcome(
        ThingId norm,
        String kind,
        State state,
        ThingId condition,
        ThingId laidDownIn,
        boolean dated,
        List<Reason> reasons,
        Set<Missing> missing,
        List<ExceptionOutcome> exceptions,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    /** The criteria that do not hold. */
    public List<Reason> failed() {
        return reasons.stream().filter(reason -> reason.holds() == Truth.NO).toList();
    }

    /** Whether nothing stands in the way but that somebody else owes it. */
    public boolean bindsAnother() {
        return state == State.DOES_NOT_APPLY
                && failed().stream().allMatch(reason -> reason.criterion().aspect() == Aspect.ROLE)
                && exceptions.stream().noneMatch(exception -> exception.holds() == Truth.YES);
    }

    /**
     * An exception to the norm.
     *
     * @param id the exception
     * @param holds whether it does
     * @param claimed whether something that was given calls on it, or nobody need call on it
     * @param laidDownIn the provision that sets it
     * @param reasons each criterion of its condition
     * @param missing what would decide
     */
    public record ExceptionOutcome(
            ThingId id, Truth holds, boolean claimed, ThingId laidDownIn, List<Reason> reasons, Set<Missing> missing) {
        /** Whether something that was given calls on it; that it holds in the country is nothing of that kind. */
        public boolean isCalledOn() {
            return claimed
                    && reasons.stream()
                            .anyMatch(reason -> reason.holds() == Truth.YES
                                    && reason.criterion().aspect() != Aspect.TERRITORY);
        }
    }
}
