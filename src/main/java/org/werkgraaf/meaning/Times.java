package org.werkgraaf.meaning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.werkgraaf.meaning.Standing.State;

/**
 * On which days a thing holds, or since when a case is decided. That no day is known is not the same as always.
 *
 * @param periods the periods that date it, also those that were moved before they came
 * @param undated whether time touches the thing while no day is known on which it holds, or not until when
 */
public record Times(List<Period> periods, boolean undated) {
    /** Of what time does not touch, such as a technique. */
    public static final Times NONE = new Times(List.of(), false);

    /** Whether a day makes no difference to the thing. */
    public boolean isTimeless() {
        return periods.isEmpty() && !undated;
    }

    /** The periods that came or will come, the earliest first. */
    public List<Period> real() {
        return periods.stream()
                .filter(Period::isReal)
                .sorted(Comparator.comparing(Period::from))
                .toList();
    }

    /** The first day on which it holds; empty when none is known. */
    public Optional<LocalDate> from() {
        return real().stream().map(Period::from).findFirst();
    }

    /** The last day on which it holds; empty when none is known or there is no end. */
    public Optional<LocalDate> until() {
        return real().stream().allMatch(period -> period.until() != null)
                ? real().stream()
                        .flatMap(period -> Stream.ofNullable(period.until()))
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** How the thing stands on a day; empty for what time does not touch. */
    public Optional<Standing> on(LocalDate day) {
        return isTimeless() ? Optional.empty() : Optional.of(standing(day));
    }

    private Standing standing(LocalDate day) {
        if (undated) {
            return new Standing(State.UNDATED, null);
        }
        List<Period> real = real();
        if (real.isEmpty()) {
            return new Standing(State.NEVER, null);
        }
        if (real.stream().anyMatch(period -> period.holds(day))) {
            return new Standing(State.HOLDS, null);
        }
        return real.stream()
                .map(Period::from)
                .filter(from -> from.isAfter(day))
                .findFirst()
                .map(from -> new Standing(State.NOT_YET, from.toString()))
                .orElseGet(() -> new Standing(
                        State.NO_LONGER,
                        until().map(last -> last.plusDays(1).toString()).orElse(null)));
    }
}
