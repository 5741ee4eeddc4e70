package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.werkgraaf.assess.Outcome.ExceptionOutcome;
import org.werkgraaf.meaning.Period;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Holds a norm against what is given. One condition that holds is enough; what is law on the day counts before what will be, and
 * that before what was. An exception that nobody claimed leaves the norm standing.
 */
final class RuleCheck {
    private static final Set<Aspect> LEFT_OUT = EnumSet.of(Aspect.STATUS, Aspect.SECTOR);

    private final Given given;
    private final Rules rules;
    private final CriterionCheck criteria;

    RuleCheck(Given given, Rules rules) {
        this(given, rules, new CriterionCheck(given, rules));
    }

    RuleCheck(Given given, Rules rules, CriterionCheck criteria) {
        this.given = given;
        this.rules = rules;
        this.criteria = criteria;
    }

    /** The same norms against a situation that differs in little. */
    RuleCheck with(Situation other) {
        Given otherGiven = given.with(other);
        return new RuleCheck(otherGiven, rules, new CriterionCheck(otherGiven, rules, criteria));
    }

    /** When a condition is law, seen from the day. */
    private enum Timing {
        NOW,
        LATER,
        BEFORE
    }

    private record Tried(
            Condition condition, List<Reason> reasons, Truth holds, Timing timing, Optional<Period> period) {
        int count(Truth holds) {
            int count = 0;
            for (Reason reason : reasons) {
                count += reason.holds() == holds ? 1 : 0;
            }
            return count;
        }

        /** Whether it is about something else, or for somewhere else. */
        boolean isElsewhere() {
            for (Reason reason : reasons) {
                if (reason.holds() == Truth.NO
                        && Evaluator.SUBJECT.contains(reason.criterion().aspect())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** How the norm stands. */
    Outcome of(Rule rule) {
        List<Tried> tried = attempts(rule);
        Optional<Tried> now = best(tried, Timing.NOW);
        if (now.isPresent() && now.get().holds() != Truth.NO) {
            return withExceptions(rule, now.get(), tried);
        }
        Optional<Tried> later = best(tried, Timing.LATER);
        if (later.isPresent() && later.get().holds() != Truth.NO) {
            return outcome(rule, later.get(), State.NOT_YET, missing(later.get()), List.of());
        }
        Optional<Tried> before = best(tried, Timing.BEFORE);
        if (before.isPresent() && before.get().holds() != Truth.NO) {
            return outcome(rule, before.get(), State.NO_LONGER, Set.of(), List.of());
        }
        Tried nearest = now.or(() -> later).or(() -> before).orElseThrow();
        return outcome(rule, nearest, State.DOES_NOT_APPLY, Set.of(), List.of());
    }

    /** The state alone, which is that of {@link #of}, without the reasons. */
    State state(Rule rule) {
        Truth now = Truth.NO;
        boolean later = false;
        boolean before = false;
        for (Condition condition : rule.conditions()) {
            Truth holds = now == Truth.YES ? Truth.NO : criteria.holds(condition);
            if (holds != Truth.NO) {
                switch (timed(condition).timing()) {
                    case NOW -> now = now.or(holds);
                    case LATER -> later = true;
                    case BEFORE -> before = true;
                }
            }
        }
        if (now != Truth.NO) {
            return excepted(rule, now);
        }
        if (later) {
            return State.NOT_YET;
        }
        return before ? State.NO_LONGER : State.DOES_NOT_APPLY;
    }

    private State excepted(Rule rule, Truth holds) {
        State state = holds == Truth.YES ? State.APPLIES : State.DEPENDS;
        for (Rule exception : rule.exceptions()) {
            if (!mayHold(exception)) {
                continue;
            }
            ExceptionOutcome outcome = exception(exception);
            if (outcome.holds() == Truth.YES) {
                return State.DOES_NOT_APPLY;
            }
            if (outcome.claimed() && outcome.holds() == Truth.UNKNOWN) {
                state = State.DEPENDS;
            }
        }
        return state;
    }

    private boolean mayHold(Rule exception) {
        for (Condition condition : exception.conditions()) {
            if (criteria.holds(condition) != Truth.NO) {
                return true;
            }
        }
        return false;
    }

    private Outcome withExceptions(Rule rule, Tried best, List<Tried> tried) {
        List<ExceptionOutcome> exceptions =
                rule.exceptions().stream().map(this::exception).toList();
        Set<Missing> missing = new LinkedHashSet<>(missing(best));
        if (best.holds() == Truth.UNKNOWN) {
            tried.stream()
                    .filter(other -> other.timing() == Timing.NOW && other.holds() == Truth.UNKNOWN)
                    .forEach(other -> missing.addAll(missing(other)));
        }
        if (exceptions.stream().anyMatch(exception -> exception.holds() == Truth.YES)) {
            return outcome(rule, best, State.DOES_NOT_APPLY, Set.of(), exceptions);
        }
        List<ExceptionOutcome> claimed = exceptions.stream()
                .filter(exception -> exception.claimed() && exception.holds() == Truth.UNKNOWN)
                .toList();
        claimed.forEach(exception -> missing.addAll(exception.missing()));
        State state = best.holds() == Truth.YES && claimed.isEmpty() ? State.APPLIES : State.DEPENDS;
        return outcome(rule, best, state, state == State.DEPENDS ? missing : Set.of(), exceptions);
    }

    /** One condition that holds is enough; else those count that were claimed, before those that nobody spoke of. */
    private ExceptionOutcome exception(Rule exception) {
        List<Tried> tried = attempts(exception);
        List<Tried> claimed = tried.stream()
                .filter(one -> one.timing() == Timing.NOW && one.holds() == Truth.UNKNOWN && isClaimed(one))
                .toList();
        Optional<Tried> best = best(tried, Timing.NOW);
        if (best.isEmpty()) {
            return new ExceptionOutcome(exception.id(), Truth.NO, false, exception.id(), List.of(), Set.of());
        }
        Tried told = best.get().holds() == Truth.YES
                ? best.get()
                : best(claimed, Timing.NOW).orElse(best.get());
        Set<Missing> missing = new LinkedHashSet<>(missing(told));
        if (told.holds() == Truth.UNKNOWN) {
            claimed.forEach(one -> missing.addAll(missing(one)));
        }
        return new ExceptionOutcome(
                exception.id(), told.holds(), isClaimed(told), told.condition().laidDownIn(), told.reasons(), missing);
    }

    /**
     * Whether the asker called on the exception: by a yes to a question that it asks, or by its purpose. To deny something is no claim,
     * and to judge an open standard is one only where nothing else could be. Where nothing could be, whom it is about is enough. What turns on when a system was put into use is claimed by
     * that day alone.
     */
    private boolean isClaimed(Tried tried) {
        boolean byDay = false;
        boolean byAnything = false;
        boolean byOthers = false;
        for (Reason reason : tried.reasons()) {
            byDay |= reason.criterion().aspect() == Aspect.IN_USE_SINCE;
            if (couldClaim(reason)) {
                byAnything = true;
                byOthers |= !isStandard(reason);
            }
        }
        for (Reason reason : tried.reasons()) {
            if (reason.holds() == Truth.YES && calls(reason, byDay, byAnything, byOthers)) {
                return true;
            }
        }
        return false;
    }

    private boolean calls(Reason reason, boolean byDay, boolean byAnything, boolean byOthers) {
        Aspect aspect = reason.criterion().aspect();
        if (byDay) {
            return aspect == Aspect.IN_USE_SINCE;
        }
        if (!byAnything) {
            // Nothing in it can be called on: it says whom the rule leaves out, and who is one of them need not say so.
            return LEFT_OUT.contains(aspect);
        }
        if (byOthers && isStandard(reason)) {
            return false;
        }
        return switch (aspect) {
            case FACT -> isClaim((Criterion.Answer) reason.criterion(), reason.path());
            case PURPOSE -> reason.given().stream().anyMatch(given.situation().purposes()::contains);
            default -> false;
        };
    }

    private boolean isStandard(Reason reason) {
        return reason.criterion() instanceof Criterion.Answer answer
                && rules.terms().openStandards().contains(answer.fact());
    }

    private static boolean couldClaim(Reason reason) {
        return reason.criterion().aspect() == Aspect.PURPOSE
                || reason.criterion() instanceof Criterion.Answer answer && answer.yes();
    }

    private boolean isClaim(Criterion.Answer answer, List<ThingId> path) {
        Situation situation = given.situation();
        if (!answer.yes() || path.isEmpty()) {
            return false;
        }
        ThingId from = path.get(0);
        return Boolean.TRUE.equals(situation.facts().get(from))
                || situation.purposes().contains(from);
    }

    private List<Tried> attempts(Rule rule) {
        List<Tried> tried = new ArrayList<>(rule.conditions().size());
        for (Condition condition : rule.conditions()) {
            tried.add(attempt(condition));
        }
        return tried;
    }

    private Tried attempt(Condition condition) {
        Timed timed = timed(condition);
        List<Reason> reasons = criteria.of(condition);
        return new Tried(condition, reasons, CriterionCheck.all(reasons), timed.timing(), timed.period());
    }

    private record Timed(Timing timing, Optional<Period> period) {}

    private Timed timed(Condition condition) {
        LocalDate on = given.situation().on();
        List<Period> periods = periods(condition);
        if (periods.isEmpty()) {
            return new Timed(Timing.NOW, Optional.empty());
        }
        Period later = null;
        Period latest = periods.get(0);
        for (Period period : periods) {
            if (period.holds(on)) {
                return new Timed(Timing.NOW, Optional.of(period));
            }
            if (period.from().isAfter(on) && (later == null || period.from().isBefore(later.from()))) {
                later = period;
            }
            latest = period.from().isAfter(latest.from()) ? period : latest;
        }
        return later != null
                ? new Timed(Timing.LATER, Optional.of(later))
                : new Timed(Timing.BEFORE, Optional.of(latest));
    }

    /** A directive's norm begins with the national law that carries it out, at the latest when that is due. */
    private List<Period> periods(Condition condition) {
        Optional<ThingId> transposed = condition.directive();
        if (transposed.isEmpty()) {
            return condition.periods();
        }
        ThingId directive = transposed.get();
        Optional<LocalDate> national = given.situation()
                .jurisdiction()
                .flatMap(country -> rules.terms().transposition(directive, country))
                .flatMap(Terms.Transposition::from);
        Optional<LocalDate> from = national.or(
                () -> Optional.ofNullable(rules.terms().transposeBy().get(directive)));
        return from.isPresent() ? List.of(new Period(from.get(), null)) : condition.periods();
    }

    /** Of those of one time: the one that holds, else the one with the fewest open questions, else with the fewest failures. */
    private static Optional<Tried> best(List<Tried> tried, Timing timing) {
        if (tried.size() == 1) {
            return tried.get(0).timing() == timing ? Optional.of(tried.get(0)) : Optional.empty();
        }
        return tried.stream()
                .filter(one -> one.timing() == timing)
                .min(Comparator.comparingInt((Tried one) -> switch (one.holds()) {
                            case YES -> 0;
                            case UNKNOWN -> 1;
                            case NO -> 2;
                        })
                        .thenComparing(one -> timing == Timing.LATER
                                ? one.period().map(Period::from).orElse(LocalDate.MAX)
                                : LocalDate.MIN)
                        .thenComparing(Tried::isElsewhere)
                        .thenComparingInt(one -> one.holds() == Truth.YES ? 0 : one.count(one.holds()))
                        .thenComparing(one -> one.condition().id().toString()));
    }

    private static Set<Missing> missing(Tried tried) {
        Set<Missing> missing = new LinkedHashSet<>();
        for (Reason reason : tried.reasons()) {
            missing.addAll(reason.missing());
        }
        return missing;
    }

    private static Outcome outcome(
            Rule rule, Tried tried, State state, Set<Missing> missing, List<ExceptionOutcome> exceptions) {
        return new Outcome(
                rule.id(),
                rule.kind(),
                state,
                tried.condition().id(),
                tried.condition().laidDownIn(),
                tried.period().isPresent(),
                tried.reasons(),
                missing,
                exceptions,
                tried.period().map(Period::from),
                tried.period().map(Period::until));
    }
}
