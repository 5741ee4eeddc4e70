package org.werkgraaf.assess;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.ThingId;

/**
 * A case with what the check must say of it.
 *
 * @param name file and title
 * @param given the parameters
 * @param expected norms with the state they must have
 * @param details of a norm: what must be missing, must fail, or the day of the change, as text
 * @param absent norms that must not apply, depend or be announced
 * @param why the reason, with the provision
 */
record Scenario(
        String name,
        Map<String, List<String>> given,
        Map<ThingId, State> expected,
        Map<ThingId, String> details,
        Set<ThingId> absent,
        String why) {

    /** What the outcomes have wrong; empty when all is as it must be. */
    List<String> mistakes(Assessment assessment) {
        return Stream.concat(
                        expected.keySet().stream().flatMap(norm -> mistake(norm, find(assessment, norm)).stream()),
                        absent.stream().flatMap(norm -> shown(norm, find(assessment, norm)).stream()))
                .toList();
    }

    Optional<String> mistake(ThingId norm, Optional<Outcome> found) {
        State state = expected.get(norm);
        String got = found.map(outcome -> outcome.state().text()).orElse("not on the subject");
        if (found.isEmpty() && state == State.DOES_NOT_APPLY && !details.containsKey(norm)) {
            return Optional.empty();
        }
        if (!got.equals(state.text())) {
            return Optional.of(norm + " should be " + state.text() + ", is " + got
                    + found.map(Scenario::because).orElse(""));
        }
        return Optional.ofNullable(details.get(norm))
                .filter(detail -> !details(found.orElseThrow()).contains(detail))
                .map(detail -> norm + " is " + got + " as it should, but for " + details(found.orElseThrow())
                        + ", not for " + detail);
    }

    Optional<String> shown(ThingId norm, Optional<Outcome> found) {
        return found.filter(outcome -> outcome.state() != State.DOES_NOT_APPLY && outcome.state() != State.NO_LONGER)
                .map(outcome ->
                        norm + " should not be there, but " + outcome.state().text() + because(outcome));
    }

    private static Optional<Outcome> find(Assessment assessment, ThingId norm) {
        return assessment.outcomes().stream()
                .filter(outcome -> outcome.norm().equals(norm))
                .findFirst();
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

    private static String because(Outcome outcome) {
        return " (" + String.join(", ", details(outcome)) + ")";
    }
}
