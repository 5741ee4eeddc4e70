package org.werkgraaf.assess;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.ThingId;

/** Holds all norms of a release against a situation: facts and conditions in, outcomes and reasons out. */
public final class Evaluator {
    /** A norm about something else, or for somewhere else, is no answer. */
    static final Set<Aspect> SUBJECT = EnumSet.of(Aspect.TERRITORY, Aspect.TECHNIQUE, Aspect.DATA);

    private static final Set<Aspect> SUBJECT_ASKED =
            EnumSet.of(Aspect.TECHNIQUE, Aspect.DATA, Aspect.PURPOSE, Aspect.DECISION);

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
     * The norms on the subject by id, each with how it stands and why; those that do not apply only when little is in the way.
     *
     * @param situation what is known
     */
    public Assessment assess(Situation situation) {
        Given given = new Given(situation, rules.terms());
        RuleCheck check = new RuleCheck(given, rules);
        BitSet candidates = rules.candidates(given);
        List<Outcome> outcomes = new ArrayList<>();
        for (int norm = candidates.nextSetBit(0); norm >= 0; norm = candidates.nextSetBit(norm + 1)) {
            Outcome outcome = check.of(rules.plan(norm));
            if (isOnSubject(outcome)) {
                outcomes.add(outcome);
            }
        }
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

    /** Answers that contradict what was given besides, such as "not covert" of covert cameras, each with what that is. */
    public Map<ThingId, List<ThingId>> contradicted(Situation situation) {
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

    /**
     * What was not given; first what alone would decide most. A norm on what was asked counts for more than one of the country, and that
     * for more than one that holds everywhere of everything; a ban for more than a duty, law for more than what will be law, and a plain fact for
     * more than a question of law. What somebody is in law, such as whether a platform worker has a contract of employment, comes before all
     * else, as it says which law there is. What only another condition, or a norm aside, turns on comes last.
     */
    private List<Missing> questions(List<Outcome> outcomes, Set<ThingId> aside) {
        Map<Missing, Double> weights = new LinkedHashMap<>();
        List<Outcome> open = outcomes.stream()
                .filter(outcome -> outcome.state() == State.DEPENDS)
                .sorted(Comparator.comparing(outcome -> aside.contains(outcome.norm())))
                .toList();
        open.forEach(outcome -> outcome.missing().forEach(missing -> weights.putIfAbsent(missing, 0.0)));
        outcomes.stream().filter(outcome -> !aside.contains(outcome.norm())).forEach(outcome -> {
            Set<Missing> deciding = Bearing.nearest(outcome);
            deciding.forEach(missing -> weights.computeIfPresent(
                    missing, (key, sum) -> sum + weight(outcome) * ease(missing) / deciding.size()));
        });
        return weights.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Missing, Double>, Boolean>comparing(
                                entry -> entry.getValue() == 0 || !settlesStatus(entry.getKey()))
                        .thenComparing(
                                Map.Entry.<Missing, Double>comparingByValue().reversed()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean settlesStatus(Missing missing) {
        return missing.fact().filter(rules.terms().statuses()::containsKey).isPresent();
    }

    /** Who is concerned, how many there are, what it is for, whether there is a council: that a reader knows without reading the law. */
    private static double ease(Missing missing) {
        return Bearing.isPlain(missing) || SUBJECT_ASKED.contains(missing.aspect()) ? 3 : 1;
    }

    private static double weight(Outcome outcome) {
        double ahead = outcome.state() == State.NOT_YET ? 0.25 : 1;
        if (isMet(outcome, SUBJECT_ASKED)) {
            return ahead * (outcome.kind().equals(ClassNames.PROHIBITION) ? 8 : 4);
        }
        return ahead * (isOfTheCountry(outcome) ? 2 : 1);
    }

    private static boolean isMet(Outcome outcome, Set<Aspect> aspects) {
        return outcome.reasons().stream()
                .anyMatch(reason -> reason.holds() == Truth.YES
                        && aspects.contains(reason.criterion().aspect()));
    }

    private static boolean isOfTheCountry(Outcome outcome) {
        return outcome.reasons().stream()
                .anyMatch(reason -> reason.criterion().aspect() == Aspect.TERRITORY
                        && reason.holds() == Truth.YES
                        && reason.path().size() == 1);
    }
}
