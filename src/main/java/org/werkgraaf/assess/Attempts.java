package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.assess.DaysInForce.Timing;

/** Holds the conditions of a norm against what is given, one by one, and says which of them tells most. */
final class Attempts {
    private static final Comparator<Tried> NEAREST = Comparator.comparing(Tried::isElsewhere)
            .thenComparingInt(Tried::inTheWay)
            .thenComparing(Tried::lawSince)
            .thenComparing(
                    one -> one.holds() == Truth.NO ? 0 : -one.step().asks().size())
            .thenComparing(one -> one.step().condition().id().toString());
    private static final Comparator<Tried> NEARER =
            Comparator.comparingInt(Tried::rank).thenComparing(NEAREST);
    private static final Comparator<Tried> SOONER =
            Comparator.comparingInt(Tried::rank).thenComparing(Tried::lawSince).thenComparing(NEAREST);

    private final CriterionCheck criteria;
    private final DaysInForce days;

    Attempts(CriterionCheck criteria, DaysInForce days) {
        this.criteria = criteria;
        this.days = days;
    }

    /** Every condition, by the law of a day. */
    List<Tried> of(Plan plan, LocalDate on) {
        List<Tried> tried = new ArrayList<>(plan.steps().size());
        for (Plan.Step step : plan.steps()) {
            tried.add(attempt(step, on));
        }
        return tried;
    }

    private Tried attempt(Plan.Step step, LocalDate on) {
        Truth holds = Truth.YES;
        int failed = 0;
        int open = 0;
        boolean elsewhere = false;
        List<Plan.Ask> asks = step.asks();
        for (int i = 0, n = asks.size(); i < n; i++) {
            Plan.Ask ask = asks.get(i);
            Truth here = criteria.verdict(ask).holds();
            if (here == Truth.NO) {
                failed++;
                elsewhere |= Evaluator.SUBJECT.contains(ask.aspect());
            } else if (here == Truth.UNKNOWN) {
                open++;
            }
            holds = holds.and(here);
        }
        int inTheWay = switch (holds) {
            case YES -> 0;
            case UNKNOWN -> open;
            case NO -> failed;
        };
        return new Tried(step, holds, inTheWay, elsewhere, days.of(step, on));
    }

    /**
     * Of those of one time: the one that holds, the older first, else the one with the fewest open questions, else failures; of two alike
     * the one that asks more, as it says more of the case.
     */
    static @Nullable Tried best(List<Tried> tried, Timing timing) {
        Tried best = null;
        for (Tried one : tried) {
            if (one.timing() == timing
                    && (best == null || (timing == Timing.LATER ? SOONER : NEARER).compare(one, best) < 0)) {
                best = one;
            }
        }
        return best;
    }

    /**
     * What the conditions turn on that are law on the day and undecided. One that leaves open all that another does, and more, says nothing
     * new: where it holds, the other holds as well.
     */
    Set<Missing> open(List<Tried> tried) {
        List<Tried> open = tried.stream()
                .filter(one -> one.timing() == Timing.NOW && one.holds() == Truth.UNKNOWN)
                .toList();
        List<BitSet> asks = open.stream().map(this::undecided).toList();
        Set<Missing> missing = new LinkedHashSet<>();
        for (int one = 0; one < open.size(); one++) {
            BitSet here = asks.get(one);
            if (asks.stream().noneMatch(other -> isLess(other, here))) {
                missing.addAll(missing(open.get(one)));
            }
        }
        return missing;
    }

    /** The numbers of what is asked and not decided. */
    private BitSet undecided(Tried tried) {
        BitSet numbers = new BitSet();
        for (Plan.Ask ask : tried.step().asks()) {
            if (criteria.verdict(ask).holds() == Truth.UNKNOWN) {
                numbers.set(ask.number() + 1);
            }
        }
        return numbers;
    }

    /** Whether one leaves open some of what the other does and nothing else; of what has no number nobody knows. */
    private static boolean isLess(BitSet one, BitSet other) {
        BitSet rest = (BitSet) one.clone();
        rest.andNot(other);
        return rest.isEmpty() && one.cardinality() < other.cardinality() && !one.get(0);
    }

    /** What it turns on; a set of its own, to which more can be added. */
    Set<Missing> missing(Tried tried) {
        Set<Missing> missing = new LinkedHashSet<>();
        for (Plan.Ask ask : tried.step().asks()) {
            missing.addAll(criteria.verdict(ask).missing());
        }
        return missing;
    }
}
