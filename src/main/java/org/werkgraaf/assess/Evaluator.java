package org.werkgraaf.assess;

import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.werkgraaf.vocabulary.ThingId;

/** Holds all norms of a release against a situation: facts and conditions in, outcomes and reasons out. */
public final class Evaluator {
    /** A norm about something else, or for somewhere else, is no answer. */
    static final Set<Aspect> SUBJECT = EnumSet.of(Aspect.TERRITORY, Aspect.TECHNIQUE, Aspect.DATA);

    private static final int FAILURES_SHOWN = 2;

    private final Rules rules;

    /**
     * What an answer was worked out from, so that what would change it need not begin anew.
     *
     * @param check the check with all that it found
     * @param candidates the numbers of the norms that were looked at
     */
    record Basis(RuleCheck check, BitSet candidates) {}

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
        BitSet candidates = rules.candidates(given);
        List<Outcome> outcomes = candidates.stream()
                .mapToObj(norm -> check.of(rules.plan(norm)))
                .filter(Evaluator::isOnSubject)
                .sorted(Comparator.comparing(outcome -> outcome.norm().toString()))
                .toList();
        Set<ThingId> aside = Bearing.aside(situation, outcomes);
        return new Assessment(situation, outcomes, aside, questions(outcomes, aside), new Basis(check, candidates));
    }

    /**
     * What would be otherwise if the number of persons, the day, the role, the status or an answer were otherwise.
     *
     * @param open whether the questions that were not answered are told of as well
     */
    public List<Alternative> changes(Assessment answer, boolean open) {
        return new Alternatives(rules, answer).find(open);
    }

    /** Answers that contradict what was given besides, such as "not covert" of covert cameras. */
    public Set<ThingId> contradicted(Situation situation) {
        return new Given(situation, rules.terms()).contradicted();
    }

    static boolean isOnSubject(Outcome outcome) {
        if (outcome.state() != State.DOES_NOT_APPLY) {
            return true;
        }
        int failed = 0;
        for (Reason reason : outcome.reasons()) {
            if (reason.holds() == Truth.NO) {
                failed++;
                if (failed > FAILURES_SHOWN
                        || SUBJECT.contains(reason.criterion().aspect())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What was not given; first what alone would decide most norms. What only another condition, or a norm aside, turns on comes last. */
    private static List<Missing> questions(List<Outcome> outcomes, Set<ThingId> aside) {
        Map<Missing, Double> weights = new LinkedHashMap<>();
        List<Outcome> open = outcomes.stream()
                .filter(outcome -> outcome.state() == State.DEPENDS)
                .sorted(Comparator.comparing(outcome -> aside.contains(outcome.norm())))
                .toList();
        open.stream().filter(outcome -> !aside.contains(outcome.norm())).forEach(outcome -> {
            Set<Missing> deciding = Bearing.nearest(outcome);
            deciding.forEach(missing -> weights.merge(missing, 1.0 / deciding.size(), Double::sum));
        });
        open.forEach(outcome -> outcome.missing().forEach(missing -> weights.putIfAbsent(missing, 0.0)));
        return weights.entrySet().stream()
                .sorted(Map.Entry.<Missing, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
