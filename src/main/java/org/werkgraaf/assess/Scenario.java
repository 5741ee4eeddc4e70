package org.werkgraaf.assess;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.werkgraaf.assess.ScenarioMistake.Kind;
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
 * @param unreadable why it cannot be read; empty when it can
 */
record Scenario(
        String name,
        Map<String, List<String>> given,
        Map<ThingId, State> expected,
        Map<ThingId, List<String>> details,
        Set<ThingId> absent,
        Optional<Boolean> covered,
        List<Only> only,
        String why,
        Optional<String> unreadable) {

    /** A case that cannot be read, with why. */
    static Scenario unreadable(String name, String why) {
        return new Scenario(
                name, Map.of(), Map.of(), Map.of(), Set.of(), Optional.empty(), List.of(), "", Optional.of(why));
    }

    /**
     * All that may be shown of a law.
     *
     * @param law its name in the file
     * @param covers whether a provision belongs to it
     * @param norms what may be shown of it
     */
    record Only(String law, Predicate<ThingId> covers, Set<ThingId> norms) {}

    /** What the outcomes have wrong; empty when all is as it must be. */
    List<ScenarioMistake> mistakes(Assessment assessment) {
        Stream<ScenarioMistake> others =
                assessment.outcomes().stream().flatMap(outcome -> superfluous(outcome).stream());
        Stream<ScenarioMistake> named = Stream.concat(expected.keySet().stream(), absent.stream())
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

    private Optional<ScenarioMistake> named(ThingId norm, Optional<Outcome> found) {
        if (expected.containsKey(norm)) {
            return mistake(norm, found);
        }
        return absent.contains(norm)
                ? found.filter(Scenario::isShown)
                        .map(outcome -> mistake(Kind.NOT_ABSENT, norm, Optional.empty(), found, List.of()))
                : Optional.empty();
    }

    private Optional<ScenarioMistake> mistake(ThingId norm, Optional<Outcome> found) {
        Optional<State> must = Optional.ofNullable(expected.get(norm));
        if (found.isEmpty() && must.equals(Optional.of(State.DOES_NOT_APPLY)) && !details.containsKey(norm)) {
            return Optional.empty();
        }
        if (!found.map(Outcome::state).equals(must)) {
            return Optional.of(mistake(Kind.STATE, norm, must, found, List.of()));
        }
        return Optional.ofNullable(details.get(norm))
                .filter(detail -> !details(found.orElseThrow()).containsAll(detail))
                .map(detail -> mistake(Kind.GROUNDS, norm, must, found, detail));
    }

    private Optional<ScenarioMistake> superfluous(Outcome outcome) {
        if (!isShown(outcome)) {
            return Optional.empty();
        }
        return only.stream()
                .filter(one ->
                        one.covers().test(outcome.laidDownIn()) && !one.norms().contains(outcome.norm()))
                .findFirst()
                .map(one -> mistake(
                        Kind.NOT_AMONG, outcome.norm(), Optional.empty(), Optional.of(outcome), List.of(one.law())));
    }

    private static ScenarioMistake mistake(
            Kind kind, ThingId norm, Optional<State> must, Optional<Outcome> found, List<String> grounds) {
        return new ScenarioMistake(
                kind,
                Optional.of(norm),
                must,
                found.map(Outcome::state),
                grounds,
                found.map(outcome -> List.copyOf(details(outcome))).orElse(List.of()));
    }

    private static boolean isShown(Outcome outcome) {
        return outcome.state() != State.DOES_NOT_APPLY && outcome.state() != State.NO_LONGER;
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
}
