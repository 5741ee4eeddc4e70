package org.werkgraaf.assess;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.werkgraaf.assess.DaysInForce.Timing;
import org.werkgraaf.vocabulary.ThingId;

/**
 * How far an exception reaches. A norm holds as soon as one of the things that were given brings it about; an exception spares it only
 * when it takes in each of these: one for the fingerprint does not lift the ban for data on health beside it.
 */
final class ExceptionScope {
    private static final Set<Aspect> LISTED =
            EnumSet.of(Aspect.TECHNIQUE, Aspect.DATA, Aspect.PURPOSE, Aspect.DECISION);

    private final Given given;
    private final CriterionCheck criteria;
    /** Of which more than one thing was given; of one alone an exception takes in all or nothing. */
    private final Set<Aspect> several = EnumSet.noneOf(Aspect.class);

    ExceptionScope(Given given, CriterionCheck criteria) {
        this.given = given;
        this.criteria = criteria;
        for (Aspect aspect : LISTED) {
            if (given.told(aspect).size() > 1) {
                several.add(aspect);
            }
        }
    }

    /** Whether the condition of an exception holds for all of what brings the norm about. */
    Truth holds(Plan norm, Plan.Step step) {
        Truth holds = criteria.holds(step);
        return holds == Truth.NO || beyond(norm, step).isEmpty() ? holds : Truth.NO;
    }

    /** The same of a condition that was tried. */
    Tried of(Plan norm, Tried tried) {
        if (tried.holds() == Truth.NO) {
            return tried;
        }
        int beyond = beyond(norm, tried.step()).size();
        return beyond == 0 ? tried : new Tried(tried.step(), Truth.NO, beyond, tried.isElsewhere(), tried.seen());
    }

    /** Where none is known to hold, those of the law of the country, if it has any that may: a statute works out what the law of the Union leaves to it. */
    List<Tried> ofTheCountry(List<Tried> tried) {
        if (tried.stream().anyMatch(one -> one.timing() == Timing.NOW && one.holds() == Truth.YES)) {
            return tried;
        }
        Set<ThingId> country = given.situation().values(Aspect.TERRITORY);
        List<Tried> own = tried.stream()
                .filter(one -> one.timing() == Timing.NOW && one.holds() == Truth.UNKNOWN)
                .filter(one -> one.step().asks().stream()
                        .anyMatch(ask -> ask.criterion() instanceof Criterion.OneOf place
                                && place.aspect() == Aspect.TERRITORY
                                && place.values().stream().anyMatch(country::contains)))
                .toList();
        return own.isEmpty() ? tried : own;
    }

    /** Each criterion of the condition; one that some of what was given falls outside of does not hold, by that. */
    List<Reason> reasons(Plan norm, Plan.Step step) {
        List<Plan.Ask> beyond = beyond(norm, step);
        List<Reason> reasons = criteria.reasons(step);
        if (beyond.isEmpty()) {
            return reasons;
        }
        List<Reason> told = new ArrayList<>();
        for (Reason reason : reasons) {
            boolean fails = reason.holds() != Truth.NO
                    && beyond.stream().anyMatch(ask -> ask.criterion().equals(reason.criterion()));
            told.add(
                    fails && reason.criterion() instanceof Criterion.OneOf one
                            ? new Reason(one, Truth.NO, outside(norm, one), List.of(), Set.of(), List.of())
                            : reason);
        }
        return List.copyOf(told);
    }

    private List<Plan.Ask> beyond(Plan norm, Plan.Step step) {
        if (several.isEmpty()) {
            return List.of();
        }
        return step.asks().stream()
                .filter(ask -> several.contains(ask.aspect())
                        && ask.criterion() instanceof Criterion.OneOf one
                        && !outside(norm, one).isEmpty())
                .toList();
    }

    /** What was given, and brings the norm about, that the criterion does not take in. */
    private Set<ThingId> outside(Plan norm, Criterion.OneOf criterion) {
        Set<ThingId> outside = new LinkedHashSet<>(bringing(norm, criterion.aspect(), given.told(criterion.aspect())));
        outside.removeIf(one -> given.mayBeOneOf(one, criterion.values()));
        return outside;
    }

    /** Those for which the norm holds, where it asks that aspect at all. */
    private Set<ThingId> bringing(Plan norm, Aspect aspect, Set<ThingId> told) {
        List<Criterion.OneOf> asked = norm.steps().stream()
                .flatMap(step -> step.asks().stream())
                .filter(ask -> ask.aspect() == aspect)
                .flatMap(ask -> ask.criterion() instanceof Criterion.OneOf one ? Stream.of(one) : Stream.empty())
                .toList();
        if (asked.isEmpty()) {
            return told;
        }
        Set<ThingId> bringing = new LinkedHashSet<>(told);
        bringing.removeIf(one -> asked.stream().noneMatch(criterion -> given.mayBeOneOf(one, criterion.values())));
        return bringing;
    }
}
