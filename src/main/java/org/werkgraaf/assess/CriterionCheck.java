package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ThingId;

/** Holds single criteria against what is given. */
final class CriterionCheck {
    /** The shortest way first; of two as short, that to the first value by id. */
    private static final Comparator<List<ThingId>> NEARER = Comparator.<List<ThingId>>comparingInt(List::size)
            .thenComparing(path -> path.get(path.size() - 1).toString());

    private final Given given;
    private final Rules rules;
    /** Each risk class is worked out once for a check. */
    private final Map<ThingId, Outcome> classes = new HashMap<>();

    /** By the number of what is asked. */
    private final @Nullable Verdict[] known;

    /** Conditions that fail, by what they fail. */
    private final Map<Aspect, BitSet> failing = new EnumMap<>(Aspect.class);

    private final @Nullable CriterionCheck like;
    private final Set<Aspect> differs;
    /** The same by the number of the aspect, as nothing is asked more often. */
    private final boolean[] anew = new boolean[Aspect.values().length];

    /** The questions that are answered otherwise, or by something else. */
    private final Set<ThingId> otherwise;

    private final boolean sameDay;

    CriterionCheck(Given given, Rules rules) {
        this.given = given;
        this.rules = rules;
        this.known = new Verdict[rules.questions()];
        this.like = null;
        this.differs = Set.of();
        this.otherwise = Set.of();
        this.sameDay = true;
    }

    /** @param like the check of a situation that differs in little, of which the rest is taken over */
    CriterionCheck(Given given, Rules rules, CriterionCheck like) {
        this.given = given;
        this.rules = rules;
        this.known = new Verdict[rules.questions()];
        this.like = like;
        Difference difference = Difference.of(like.given, given, rules);
        this.differs = difference.aspects();
        this.otherwise = given.answeredOtherwise(like.given);
        this.sameDay = difference.sameDay();
        differs.forEach(aspect -> anew[aspect.ordinal()] = true);
    }

    /** Each criterion of a condition with whether it holds and why, in its order. */
    List<Reason> reasons(Plan.Step step) {
        Reason[] reasons = new Reason[step.asks().size()];
        for (int i = 0; i < reasons.length; i++) {
            Plan.Ask ask = step.asks().get(i);
            reasons[i] = verdict(ask).of(ask.criterion());
        }
        return List.of(reasons);
    }

    /** Whether a condition holds; one criterion that fails is enough to know, and what differs is the likeliest to. */
    Truth holds(Plan.Step step) {
        for (Plan.Ask ask : step.asks()) {
            if (anew[ask.aspect().ordinal()] && verdict(ask).holds() == Truth.NO) {
                return Truth.NO;
            }
        }
        Truth holds = Truth.YES;
        for (Plan.Ask ask : step.asks()) {
            holds = holds.and(verdict(ask).holds());
            if (holds == Truth.NO) {
                break;
            }
        }
        return holds;
    }

    /** The norms that may stand otherwise than in the situation of which this one differs; none known when it is of another day. */
    Optional<BitSet> turned() {
        return like == null || !sameDay
                ? Optional.empty()
                : Optional.of(rules.asked().turned(differs, like, this));
    }

    /** The conditions that fail by something about which the other does not differ; a set of its own. */
    BitSet failing(Set<Aspect> differs, Asked asked) {
        BitSet all = new BitSet();
        for (Aspect aspect : Aspect.values()) {
            if (!differs.contains(aspect)) {
                all.or(failing.computeIfAbsent(aspect, key -> failing(key, asked)));
            }
        }
        return all;
    }

    /** As far as it was looked at. */
    private BitSet failing(Aspect aspect, Asked asked) {
        BitSet found = new BitSet();
        for (Plan.Ask ask : asked.about(aspect)) {
            Verdict verdict = known[ask.number()];
            if (verdict != null && verdict.holds() == Truth.NO) {
                found.or(asked.conditionsAsking(ask));
            }
        }
        return found;
    }

    /** Whether what is asked holds; worked out once for all that ask the same. */
    Verdict verdict(Plan.Ask ask) {
        if (like != null && isAsBefore(ask)) {
            return like.verdict(ask);
        }
        if (ask.number() < 0) {
            return check(ask.criterion());
        }
        Verdict before = known[ask.number()];
        if (before != null) {
            return before;
        }
        Verdict found = check(ask.criterion());
        known[ask.number()] = found;
        return found;
    }

    /** Whether nothing differs on which it turns; of the questions of fact only few are answered otherwise. */
    private boolean isAsBefore(Plan.Ask ask) {
        return !anew[ask.aspect().ordinal()]
                || ask.criterion() instanceof Criterion.Answer answer && !otherwise.contains(answer.fact());
    }

    private Verdict check(Criterion criterion) {
        if (criterion instanceof Criterion.OneOf one) {
            return one.aspect() == Aspect.RISK_CLASS ? riskClass(one) : oneOf(one);
        }
        if (criterion instanceof Criterion.NoneOf none) {
            return noneOf(none);
        }
        if (criterion instanceof Criterion.Persons persons) {
            return persons(persons);
        }
        if (criterion instanceof Criterion.InUse use) {
            return inUse(use);
        }
        if (criterion instanceof Criterion.Answer answer) {
            return answer(answer);
        }
        return transposed((Criterion.Transposed) criterion);
    }

    private Verdict oneOf(Criterion.OneOf criterion) {
        Aspect aspect = criterion.aspect();
        Optional<List<ThingId>> path = path(aspect, criterion.values());
        if (path.isPresent()) {
            return verdict(criterion, Truth.YES, path.get());
        }
        Optional<ThingId> settling = settles(criterion);
        if (settling.isPresent()) {
            return unknown(criterion, Missing.of(settling.get()));
        }
        boolean open = isOpen(criterion) || given.mayBe(aspect, criterion.values());
        return open ? unknown(criterion, Missing.of(aspect)) : verdict(criterion, Truth.NO, List.of());
    }

    /** The question that decides whether somebody has another status, or the platform another role, than was given. */
    private Optional<ThingId> settles(Criterion.OneOf criterion) {
        return switch (criterion.aspect()) {
            case STATUS -> given.settles(criterion.values());
            case ROLE -> given.settlesRole(criterion.values());
            default -> Optional.empty();
        };
    }

    /** Whether silence about it says nothing. */
    private boolean isOpen(Criterion.OneOf criterion) {
        Situation situation = given.situation();
        if (criterion.aspect() == Aspect.DECISION) {
            return !situation.saysWhatIsDecided();
        }
        if (!situation.values(criterion.aspect()).isEmpty()) {
            return false;
        }
        if (criterion.aspect() == Aspect.TECHNIQUE && !situation.data().isEmpty()) {
            return criterion.values().stream().anyMatch(given::takesWhatWasGiven);
        }
        return true;
    }

    private Verdict noneOf(Criterion.NoneOf criterion) {
        Aspect aspect = criterion.aspect();
        Optional<List<ThingId>> path = path(aspect, criterion.values());
        if (path.isPresent()) {
            return verdict(criterion, Truth.NO, path.get());
        }
        // Who names the broader one, such as employee, had the narrower to choose from, and did not mean it.
        Optional<ThingId> settling = aspect == Aspect.STATUS ? given.settles(Set.of(Given.EMPLOYEE)) : Optional.empty();
        if (settling.isPresent() && !criterion.values().contains(Given.EMPLOYEE)) {
            return unknown(criterion, Missing.of(settling.get()));
        }
        boolean open = given.situation().values(aspect).isEmpty();
        return open ? unknown(criterion, Missing.of(aspect)) : verdict(criterion, Truth.YES, List.of());
    }

    private Optional<List<ThingId>> path(Aspect aspect, Set<ThingId> values) {
        List<ThingId> shortest = null;
        for (ThingId value : values) {
            List<ThingId> path = given.path(aspect, value).orElse(null);
            if (path != null && (shortest == null || NEARER.compare(path, shortest) < 0)) {
                shortest = path;
            }
        }
        return Optional.ofNullable(shortest);
    }

    private Verdict riskClass(Criterion.OneOf criterion) {
        Truth holds = Truth.NO;
        Set<Missing> missing = new LinkedHashSet<>();
        List<Reason> inside = new ArrayList<>();
        for (ThingId value : criterion.values()) {
            Optional<Plan> rule = rules.riskClassPlan(value);
            if (rule.isEmpty()) {
                continue;
            }
            Outcome outcome = classOf(rule.get());
            Truth here = fits(outcome);
            if (holds != Truth.YES && (here == Truth.YES || inside.isEmpty())) {
                inside = new ArrayList<>(outcome.reasons());
            }
            holds = holds.or(here);
            missing.addAll(outcome.missing());
        }
        Set<ThingId> shown = holds == Truth.YES ? criterion.values() : Set.of();
        return new Verdict(holds, shown, List.of(), holds == Truth.UNKNOWN ? missing : Set.of(), List.copyOf(inside));
    }

    private Outcome classOf(Plan plan) {
        ThingId id = plan.rule().id();
        Outcome before = classes.get(id);
        if (before != null) {
            return before;
        }
        Outcome found = new RuleCheck(given, rules, this).of(plan);
        classes.put(id, found);
        return found;
    }

    /** A class that is not law yet fits as far as its criteria say: when the norm is law is for the norm's own days to say. */
    private static Truth fits(Outcome outcome) {
        return switch (outcome.state()) {
            case APPLIES -> Truth.YES;
            case DEPENDS -> Truth.UNKNOWN;
            case NOT_YET -> outcome.missing().isEmpty() ? Truth.YES : Truth.UNKNOWN;
            case NO_LONGER, DOES_NOT_APPLY -> Truth.NO;
        };
    }

    private Verdict persons(Criterion.Persons criterion) {
        if (given.situation().persons().isEmpty()) {
            return unknown(criterion, Missing.of(Aspect.PERSONS));
        }
        int number = given.situation().persons().getAsInt();
        boolean enough =
                criterion.least().isEmpty() || number >= criterion.least().getAsInt();
        boolean few = criterion.below().isEmpty() || number < criterion.below().getAsInt();
        return verdict(criterion, Truth.of(enough && few), List.of());
    }

    private Verdict inUse(Criterion.InUse criterion) {
        if (given.situation().inUseSince().isEmpty()) {
            return unknown(criterion, Missing.of(Aspect.IN_USE_SINCE));
        }
        LocalDate day = given.situation().inUseSince().get();
        boolean late =
                criterion.since().isEmpty() || !day.isBefore(criterion.since().get());
        boolean early =
                criterion.before().isEmpty() || day.isBefore(criterion.before().get());
        return verdict(criterion, Truth.of(late && early), List.of());
    }

    private Verdict answer(Criterion.Answer criterion) {
        Optional<Given.Known> known = given.fact(criterion.fact());
        return known.isPresent()
                ? verdict(
                        criterion,
                        Truth.of(known.get().yes() == criterion.yes()),
                        known.get().path())
                : unknown(criterion, Missing.of(criterion.fact()));
    }

    private Verdict transposed(Criterion.Transposed criterion) {
        Situation situation = given.situation();
        if (situation.jurisdiction().isEmpty()) {
            return unknown(criterion, Missing.of(Aspect.TERRITORY));
        }
        Optional<ThingId> by = rules.terms()
                .transposition(criterion.directive(), situation.jurisdiction().get())
                .flatMap(Terms.Transposition::by);
        if (by.isPresent()) {
            return verdict(criterion, Truth.YES, List.of(by.get()));
        }
        Optional<Given.Known> known = given.fact(Rules.TRANSPOSED);
        return known.isPresent()
                ? verdict(criterion, Truth.of(known.get().yes()), known.get().path())
                : unknown(criterion, Missing.of(Rules.TRANSPOSED));
    }

    private Verdict verdict(Criterion criterion, Truth holds, List<ThingId> path) {
        Set<ThingId> shown = path.isEmpty() ? given.situation().values(criterion.aspect()) : Set.of(path.get(0));
        return new Verdict(holds, shown, path, Set.of(), List.of());
    }

    private Verdict unknown(Criterion criterion, Missing missing) {
        return new Verdict(
                Truth.UNKNOWN, given.situation().values(criterion.aspect()), List.of(), Set.of(missing), List.of());
    }
}
