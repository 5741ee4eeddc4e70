package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.werkgraaf.assess.DaysInForce.Timing;
import org.werkgraaf.assess.Outcome.ExceptionOutcome;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Holds a norm against what is given. One condition that holds is enough; what is law on the day counts before what will be, and
 * that before what was. An exception that nobody claimed leaves the norm standing.
 */
final class RuleCheck {
    private final Given given;
    private final Rules rules;
    private final CriterionCheck criteria;
    private final DaysInForce days;
    private final Attempts attempts;
    private final ExceptionScope scope;

    RuleCheck(Given given, Rules rules) {
        this(given, rules, new CriterionCheck(given, rules));
    }

    RuleCheck(Given given, Rules rules, CriterionCheck criteria) {
        this(given, rules, criteria, new DaysInForce(given.situation(), rules.terms()));
    }

    private RuleCheck(Given given, Rules rules, CriterionCheck criteria, DaysInForce days) {
        this.given = given;
        this.rules = rules;
        this.criteria = criteria;
        this.days = days;
        this.attempts = new Attempts(criteria, days);
        this.scope = new ExceptionScope(given, criteria);
    }

    /** The same norms against a situation that differs in little. */
    RuleCheck with(Situation other) {
        Given otherGiven = given.with(other);
        return new RuleCheck(
                otherGiven,
                rules,
                new CriterionCheck(otherGiven, rules, criteria),
                days.areOf(other) ? days : new DaysInForce(other, rules.terms()));
    }

    /** How the norm stands. */
    Outcome of(Plan plan) {
        List<Tried> tried = attempts.of(plan, given.situation().on());
        Tried now = Attempts.best(tried, Timing.NOW);
        if (now != null && now.holds() != Truth.NO) {
            return withExceptions(plan, now, tried);
        }
        Tried later = Attempts.best(tried, Timing.LATER);
        if (later != null && later.holds() != Truth.NO) {
            return ahead(plan, later);
        }
        Tried before = Attempts.best(tried, Timing.BEFORE);
        if (before != null && before.holds() != Truth.NO) {
            return outcome(plan, before, State.NO_LONGER, Set.of(), List.of());
        }
        Tried nearest = now != null ? now : later != null ? later : Objects.requireNonNull(before);
        return outcome(plan, nearest, State.DOES_NOT_APPLY, Set.of(), List.of());
    }

    /** The state alone, which is that of {@link #of}, without the reasons. */
    State state(Plan plan) {
        Truth now = Truth.NO;
        boolean later = false;
        boolean before = false;
        for (Plan.Step step : plan.steps()) {
            Truth holds = now == Truth.YES ? Truth.NO : criteria.holds(step);
            if (holds != Truth.NO) {
                switch (days.of(step).timing()) {
                    case NOW -> now = now.or(holds);
                    case LATER -> later = true;
                    case BEFORE -> before = true;
                }
            }
        }
        if (now != Truth.NO) {
            State state = excepted(plan, now);
            return state == State.DOES_NOT_APPLY ? of(plan).state() : state;
        }
        if (later) {
            return plan.exceptions().isEmpty() ? State.NOT_YET : of(plan).state();
        }
        return before ? State.NO_LONGER : State.DOES_NOT_APPLY;
    }

    /** The norms that may stand otherwise than in the situation that this one was made from; none known when it is of another day. */
    Optional<BitSet> turned() {
        return criteria.turned();
    }

    private State excepted(Plan plan, Truth holds) {
        State state = holds == Truth.YES ? State.APPLIES : State.DEPENDS;
        for (Plan exception : plan.exceptions()) {
            for (Plan.Step step : exception.steps()) {
                Truth excepts = scope.holds(plan, step);
                if (excepts == Truth.NO || days.of(step).timing() != Timing.NOW) {
                    continue;
                }
                if (excepts == Truth.YES) {
                    return State.DOES_NOT_APPLY;
                }
                if (isClaimed(step)) {
                    state = State.DEPENDS;
                }
            }
        }
        return state;
    }

    /**
     * What will be law; not when an exception without an end spares it from its first day on. What is open of an exception that was called
     * on is told as it will be then.
     */
    private Outcome ahead(Plan plan, Tried later) {
        LocalDate first = later.seen().from().orElseThrow();
        Optional<LocalDate> free = unexcepted(plan, first).filter(day -> isLawOn(later, day));
        if (free.isEmpty()) {
            return outcome(plan, later, State.DOES_NOT_APPLY, Set.of(), exceptions(plan, first));
        }
        List<ExceptionOutcome> exceptions = exceptions(plan, free.get());
        Set<Missing> missing = attempts.missing(later);
        exceptions.stream()
                .filter(exception -> exception.claimed() && exception.holds() == Truth.UNKNOWN)
                .forEach(exception -> missing.addAll(exception.missing()));
        return outcome(plan, later, State.NOT_YET, missing, exceptions, free);
    }

    private List<ExceptionOutcome> exceptions(Plan plan, LocalDate on) {
        if (plan.exceptions().isEmpty()) {
            return List.of();
        }
        List<ExceptionOutcome> outcomes = new ArrayList<>(plan.exceptions().size());
        for (Plan exception : plan.exceptions()) {
            outcomes.add(exception(plan, exception, on));
        }
        return List.copyOf(outcomes);
    }

    private static boolean isLawOn(Tried tried, LocalDate day) {
        return tried.seen().until().filter(until -> until.isBefore(day)).isEmpty();
    }

    /** The first day from a day on, that day as well, on which no exception takes the norm away; none when one has no end. */
    private Optional<LocalDate> unexcepted(Plan plan, LocalDate from) {
        LocalDate day = from;
        for (Plan exception : plan.exceptions()) {
            for (Plan.Step step : exception.steps()) {
                DaysInForce.Seen seen = days.of(step, day);
                if (seen.timing() == Timing.NOW && scope.holds(plan, step) == Truth.YES) {
                    return seen.until().isEmpty()
                            ? Optional.empty()
                            : unexcepted(plan, seen.until().get().plusDays(1));
                }
            }
        }
        return Optional.of(day);
    }

    /** Whether an exception that somebody called on may take the norm away on the day. */
    private boolean mayBeExcepted(Plan plan, LocalDate day) {
        return plan.exceptions().stream()
                .flatMap(exception -> exception.steps().stream())
                .anyMatch(step -> days.of(step, day).timing() == Timing.NOW
                        && scope.holds(plan, step) == Truth.UNKNOWN
                        && isClaimed(step));
    }

    private Outcome withExceptions(Plan plan, Tried best, List<Tried> tried) {
        LocalDate on = given.situation().on();
        List<ExceptionOutcome> exceptions = exceptions(plan, on);
        Set<Missing> missing = attempts.missing(best);
        if (best.holds() == Truth.UNKNOWN) {
            missing.addAll(attempts.open(tried));
        }
        boolean claimed = false;
        for (ExceptionOutcome exception : exceptions) {
            if (exception.holds() == Truth.YES) {
                Optional<LocalDate> free =
                        unexcepted(plan, on).filter(day -> isLawOn(best, day) && !mayBeExcepted(plan, day));
                return free.isPresent()
                        ? outcome(
                                plan,
                                best,
                                State.NOT_YET,
                                best.holds() == Truth.YES ? Set.of() : missing,
                                exceptions,
                                free)
                        : outcome(plan, best, State.DOES_NOT_APPLY, Set.of(), exceptions);
            }
            if (exception.claimed() && exception.holds() == Truth.UNKNOWN) {
                claimed = true;
                missing.addAll(exception.missing());
            }
        }
        State state = best.holds() == Truth.YES && !claimed ? State.APPLIES : State.DEPENDS;
        return outcome(plan, best, state, state == State.DEPENDS ? missing : Set.of(), exceptions);
    }

    /** One condition that holds is enough; else those count that were claimed, before those that nobody spoke of. */
    private ExceptionOutcome exception(Plan norm, Plan exception, LocalDate on) {
        ThingId id = exception.rule().id();
        List<Tried> tried = attempts.of(exception, on).stream()
                .map(one -> scope.of(norm, one))
                .toList();
        Tried best = Attempts.best(scope.ofTheCountry(tried), Timing.NOW);
        if (best == null) {
            return new ExceptionOutcome(id, Truth.NO, false, id, List.of(), Set.of());
        }
        List<Tried> claimed = tried.stream()
                .filter(one -> one.timing() == Timing.NOW && one.holds() == Truth.UNKNOWN && isClaimed(one.step()))
                .toList();
        Tried called = Attempts.best(claimed, Timing.NOW);
        Tried told = best.holds() == Truth.YES || called == null ? best : called;
        Set<Missing> missing = attempts.missing(told);
        if (told.holds() == Truth.UNKNOWN) {
            claimed.forEach(one -> missing.addAll(attempts.missing(one)));
        }
        Plan.Step step = told.step();
        return new ExceptionOutcome(
                id, told.holds(), isClaimed(step), step.condition().laidDownIn(), scope.reasons(norm, step), missing);
    }

    /**
     * Whether the rule turns on the exception: the asker called on it, by a yes to a question that it asks, or by its purpose; or nobody
     * need. To deny something is no claim.
     */
    private boolean isClaimed(Plan.Step step) {
        if (step.isLimit()) {
            return true;
        }
        for (Plan.Ask ask : step.claims()) {
            Verdict verdict = criteria.verdict(ask);
            if (verdict.holds() == Truth.YES && calls(ask, verdict)) {
                return true;
            }
        }
        return false;
    }

    private boolean calls(Plan.Ask ask, Verdict verdict) {
        return switch (ask.aspect()) {
            case FACT -> isAnswered(verdict.path());
            case PURPOSE -> verdict.given().stream().anyMatch(given.situation().purposes()::contains);
            default -> true;
        };
    }

    private boolean isAnswered(List<ThingId> path) {
        Situation situation = given.situation();
        if (path.isEmpty()) {
            return false;
        }
        ThingId from = path.get(0);
        return Boolean.TRUE.equals(situation.facts().get(from))
                || situation.purposes().contains(from);
    }

    private Outcome outcome(
            Plan plan, Tried tried, State state, Set<Missing> missing, List<ExceptionOutcome> exceptions) {
        return outcome(plan, tried, state, missing, exceptions, tried.seen().from());
    }

    private Outcome outcome(
            Plan plan,
            Tried tried,
            State state,
            Set<Missing> missing,
            List<ExceptionOutcome> exceptions,
            Optional<LocalDate> from) {
        Condition condition = tried.step().condition();
        return new Outcome(
                plan.rule().id(),
                plan.rule().kind(),
                state,
                condition.id(),
                condition.laidDownIn(),
                tried.seen().from().isPresent(),
                criteria.reasons(tried.step()),
                missing,
                exceptions,
                from,
                tried.seen().until());
    }
}
