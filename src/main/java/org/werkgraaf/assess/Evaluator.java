package org.werkgraaf.assess;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.werkgraaf.vocabulary.ThingId;

/** Holds all norms of a release against a situation: facts and conditions in, outcomes and reasons out. */
public final class Evaluator {
    /** A norm about something else, or for somewhere else, is no answer. */
    static final Set<Aspect> SUBJECT = EnumSet.of(Aspect.TERRITORY, Aspect.TECHNIQUE, Aspect.DATA);

    private static final int FAILURES_SHOWN = 2;

    private final Rules rules;

    /** @param rules the norms of the release */
    public Evaluator(Rules rules) {
        this.rules = rules;
    }

    /**
     * The norms on the subject, each with how it stands and why; those that do not apply only when little is in the way.
     *
     * @param situation what is known
     */
    public Assessment assess(Situation situation) {
        Given given = new Given(situation, rules.terms());
        RuleCheck check = new RuleCheck(given, rules);
        List<Outcome> outcomes = rules.candidates(given)
                .map(check::of)
                .filter(Evaluator::isOnSubject)
                .sorted(Comparator.comparing(outcome -> outcome.norm().toString()))
                .toList();
        return new Assessment(situation, outcomes, questions(outcomes));
    }

    /**
     * What would be otherwise if the number of persons, the day, the role, the status or an answer were otherwise.
     *
     * @param open whether the questions that were not answered are told of as well
     */
    public List<Alternative> changes(Assessment answer, boolean open) {
        Set<Rule> candidates = rules.candidates(new Given(answer.situation(), rules.terms()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Alternatives(rules, answer, candidates).find(open);
    }

    /** Answers that contradict what was given besides, such as "not covert" of covert cameras. */
    public Set<ThingId> contradicted(Situation situation) {
        return new Given(situation, rules.terms()).contradicted();
    }

    static boolean isOnSubject(Outcome outcome) {
        List<Reason> failed = outcome.failed();
        return outcome.state() != State.DOES_NOT_APPLY
                || (failed.size() <= FAILURES_SHOWN
                        && failed.stream()
                                .noneMatch(reason ->
                                        SUBJECT.contains(reason.criterion().aspect())));
    }

    /** What was not given; first what alone would decide most norms. What only another condition turns on comes last. */
    private static List<Missing> questions(List<Outcome> outcomes) {
        Map<Missing, Double> weights = new LinkedHashMap<>();
        List<Outcome> open = outcomes.stream()
                .filter(outcome -> outcome.state() == State.DEPENDS)
                .toList();
        open.forEach(outcome -> {
            Set<Missing> nearest = outcome.reasons().stream()
                    .flatMap(reason -> reason.missing().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Set<Missing> deciding = nearest.isEmpty() ? outcome.missing() : nearest;
            deciding.forEach(missing -> weights.merge(missing, 1.0 / deciding.size(), Double::sum));
        });
        open.forEach(outcome -> outcome.missing().forEach(missing -> weights.putIfAbsent(missing, 0.0)));
        return weights.entrySet().stream()
                .sorted(Map.Entry.<Missing, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
