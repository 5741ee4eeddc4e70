package org.werkgraaf.assess;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.ThingId;

/**
 * A case with what the check must say of it.
 *
 * @param name file and title
 * @param given the parameters
 * @param expected norms with the state they must have
 * @param details of a norm: what must be missing, must fail, the day of the change, or the provision
 * @param absent norms that must not apply, depend or be announced
 * @param covered whether the answer must say that the law of the country is in the graph, at least in part; empty when not said
 * @param only of a law no other norms may apply, depend or be announced than these
 * @param why the reason, with the provision
 */
record Scenario(
        String name,
        Map<String, List<String>> given,
        Map<ThingId, State> expected,
        Map<ThingId, List<String>> details,
        Set<ThingId> absent,
        Optional<Boolean> covered,
        List<Only> only,
        String why) {

    /**
     * All that may be shown of a law.
     *
     * @param law its name in the file
     * @param covers whether a provision belongs to it
     * @param norms what may be shown of it
     */
    record Only(String law, Predicate<ThingId> covers, Set<ThingId> norms) {}

    /** What the outcomes have wrong; empty when all is as it must be. */
    List<String> mistakes(Assessment assessment) {
        Stream<String> others = assessment.outcomes().stream().flatMap(outcome -> superfluous(outcome).stream());
        Stream<String> named = Stream.concat(expected.keySet().stream(), absent.stream())
                .distinct()
                .flatMap(norm -> named(norm, find(assessment, norm)).stream());
        return Stream.concat(named, others).toList();
    }

    /** Whether the case says anything of the norm. */
    boolean concerns(Rule norm) {
        return expected.containsKey(norm.id())
                || absent.contains(norm.id())
                || only.stream()
                        .anyMatch(one -> norm.conditions().stream()
                                .anyMatch(condition -> one.covers().test(condition.laidDownIn())));
    }

    /** Whether the norm stands as the case says. */
    boolean isRight(Outcome outcome) {
        return named(outcome.norm(), Optional.of(outcome)).isEmpty()
                && superfluous(outcome).isEmpty();
    }

    private Optional<String> named(ThingId norm, Optional<Outcome> found) {
        if (expected.containsKey(norm)) {
            return mistake(norm, found);
        }
        return absent.contains(norm)
                ? found.filter(Scenario::isShown).map(outcome -> norm + " should not be there, but " + state(outcome))
                : Optional.empty();
    }

    private Optional<String> mistake(ThingId norm, Optional<Outcome> found) {
        State state = expected.get(norm);
        String got = found.map(outcome -> outcome.state().text()).orElse("not on the subject");
        if (found.isEmpty() && state == State.DOES_NOT_APPLY && !details.containsKey(norm)) {
            return Optional.empty();
        }
        if (!got.equals(state.text())) {
            return Optional.of(norm + " should be " + state.text() + ", is "
                    + found.map(Scenario::state).orElse(got));
        }
        return Optional.ofNullable(details.get(norm))
                .filter(detail -> !details(found.orElseThrow()).containsAll(detail))
                .map(detail -> norm + " is " + got + " as it should, but for " + details(found.orElseThrow())
                        + ", not for " + detail);
    }

    private Optional<String> superfluous(Outcome outcome) {
        if (!isShown(outcome)) {
            return Optional.empty();
        }
        return only.stream()
                .filter(one ->
                        one.covers().test(outcome.laidDownIn()) && !one.norms().contains(outcome.norm()))
                .findFirst()
                .map(one ->
                        outcome.norm() + " is not among what may be there of " + one.law() + ", but " + state(outcome));
    }

    private static boolean isShown(Outcome outcome) {
        return outcome.state() != State.DOES_NOT_APPLY && outcome.state() != State.NO_LONGER;
    }

    private static Optional<Outcome> find(Assessment assessment, ThingId norm) {
        return assessment.outcomes().stream()
                .filter(outcome -> outcome.norm().equals(norm))
                .findFirst();
    }

    private static String state(Outcome outcome) {
        return outcome.state().text() + " (" + String.join(", ", details(outcome)) + ")";
    }

    /** What decided, in the words of a scenario. */
    private static Set<String> details(Outcome outcome) {
        Set<String> details = new TreeSet<>();
        outcome.missing()
                .forEach(missing -> details.add(missing.fact()
                        .map(ThingId::slug)
                        .orElse(missing.aspect().parameter())));
        outcome.failed()
                .forEach(reason -> details.add(
                        reason.criterion() instanceof Criterion.Answer answer
                                ? answer.fact().slug()
                                : reason.criterion().aspect().parameter()));
        outcome.exceptions().stream()
                .filter(exception -> exception.holds() == Truth.YES)
                .forEach(exception -> details.add(exception.id().slug()));
        outcome.from().ifPresent(day -> details.add(day.toString()));
        outcome.until().ifPresent(day -> details.add(day.toString()));
        details.add(outcome.laidDownIn().slug());
        return details;
    }
}
