package org.werkgraaf.assess;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Which undecided norms bear on what was asked. A data breach may happen to whoever logs keys; a reader who asks about keys is not
 * helped by all that may happen besides, and must know that it is there.
 */
final class Bearing {
    private static final Set<Aspect> SUBJECT =
            EnumSet.of(Aspect.TECHNIQUE, Aspect.DATA, Aspect.PURPOSE, Aspect.DECISION, Aspect.SECTOR);
    /** What it is used for. */
    private static final Set<Aspect> USE = EnumSet.of(Aspect.PURPOSE, Aspect.DECISION);
    /** What is asked of everybody. */
    private static final Set<Aspect> PLAIN = EnumSet.of(Aspect.TERRITORY, Aspect.STATUS, Aspect.PERSONS, Aspect.ROLE);

    private static final Set<Missing> ALWAYS_ASKED = Stream.concat(
                    SituationReader.SHORT_FACTS.values().stream().map(Missing::of),
                    PLAIN.stream().map(Missing::of))
            .collect(Collectors.toUnmodifiableSet());

    private static final ThingId AI = SituationReader.SHORT_FACTS.getOrDefault("ai", Rules.TRANSPOSED);

    private Bearing() {}

    /**
     * The norms that turn only on what nothing given touches: none of their criteria is met by a technique, data, purpose, decision,
     * sector, role or answer of the asker, and what they turn on is no question of fact that a norm which is touched turns on as well.
     */
    static Set<ThingId> aside(Situation situation, List<Outcome> outcomes) {
        List<Outcome> open = outcomes.stream()
                .filter(outcome -> outcome.state() == State.DEPENDS || outcome.state() == State.NOT_YET)
                .filter(outcome -> !outcome.missing().isEmpty())
                .toList();
        Set<ThingId> touched = open.stream()
                .filter(outcome -> isTouched(outcome, situation))
                .map(Outcome::norm)
                .collect(Collectors.toSet());
        Set<Missing> asked = new HashSet<>(ALWAYS_ASKED);
        open.stream()
                .filter(outcome -> outcome.state() == State.DEPENDS && touched.contains(outcome.norm()))
                .flatMap(outcome -> nearest(outcome).stream())
                // That a rule asks what is decided makes no other rule, on another decision, one on the subject.
                .filter(missing -> missing.fact().isPresent())
                .forEach(asked::add);
        return open.stream()
                .filter(outcome -> !touched.contains(outcome.norm()) && !asked.containsAll(nearest(outcome)))
                .map(Outcome::norm)
                .collect(Collectors.toSet());
    }

    /** Whether it is asked of everybody, such as whether there is a works council. */
    static boolean isPlain(Missing missing) {
        return ALWAYS_ASKED.contains(missing);
    }

    /** What the condition turns on that comes nearest, of a risk class as well; else what any does. */
    static Set<Missing> nearest(Outcome outcome) {
        Set<Missing> own = new LinkedHashSet<>();
        outcome.reasons().forEach(reason -> own.addAll(nearest(reason)));
        return own.isEmpty() ? outcome.missing() : own;
    }

    private static Set<Missing> nearest(Reason reason) {
        Set<Missing> inside = new LinkedHashSet<>();
        reason.inside().forEach(each -> inside.addAll(each.missing()));
        return inside.isEmpty() || reason.holds() != Truth.UNKNOWN ? reason.missing() : inside;
    }

    private static boolean isTouched(Outcome outcome, Situation situation) {
        return outcome.exceptions().stream().anyMatch(Outcome.ExceptionOutcome::isCalledOn)
                || mayBeOfTheClass(outcome.reasons(), situation)
                || isTouched(outcome.reasons(), situation, mayBeOnOther(outcome.reasons(), situation));
    }

    /**
     * Whether the asker said that it is AI, and what it is for or decides would make it of the risk class that the norm is on. Whoever says
     * so must hear it; of who does not, any technique might be AI.
     */
    private static boolean mayBeOfTheClass(List<Reason> reasons, Situation situation) {
        return Boolean.TRUE.equals(situation.facts().get(AI))
                && reasons.stream()
                        .filter(reason -> reason.criterion().aspect() == Aspect.RISK_CLASS)
                        .anyMatch(reason -> reason.holds() == Truth.UNKNOWN
                                && reason.inside().stream()
                                        .anyMatch(inside -> inside.holds() == Truth.UNKNOWN
                                                && USE.contains(
                                                        inside.criterion().aspect())));
    }

    /** Whether it is on data or a technique that what was given may, but need not, be: an answer such as covert says nothing of that. */
    private static boolean mayBeOnOther(List<Reason> reasons, Situation situation) {
        return !situation.techniques().isEmpty()
                && reasons.stream()
                        .anyMatch(reason -> reason.holds() == Truth.UNKNOWN
                                && (reason.criterion().aspect() == Aspect.DATA
                                        || reason.criterion().aspect() == Aspect.TECHNIQUE));
    }

    private static boolean isTouched(List<Reason> reasons, Situation situation, boolean byTermsAlone) {
        for (Reason reason : reasons) {
            boolean counts = !byTermsAlone || !(reason.criterion() instanceof Criterion.Answer);
            if (counts && reason.holds() == Truth.YES && isOn(reason, situation)
                    || isTouched(reason.inside(), situation, byTermsAlone)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOn(Reason reason, Situation situation) {
        Aspect aspect = reason.criterion().aspect();
        if (reason.criterion() instanceof Criterion.Answer answer) {
            return answer.yes()
                    && !answer.fact().equals(AI)
                    && !reason.path().isEmpty()
                    && !situation.status().equals(Optional.of(reason.path().get(0)));
        }
        return reason.criterion() instanceof Criterion.OneOf
                && (SUBJECT.contains(aspect) || aspect == Aspect.ROLE && isOfTheRoleItself(reason, situation));
    }

    /** Whether it is on the very role of the asker: that a platform is a controller as everybody is touches nothing. */
    private static boolean isOfTheRoleItself(Reason reason, Situation situation) {
        return !situation.role().equals(Situation.EMPLOYER) && reason.path().size() == 1;
    }
}
