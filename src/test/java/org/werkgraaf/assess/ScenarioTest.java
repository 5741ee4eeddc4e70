package org.werkgraaf.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the check must say of cases that a lawyer can read, and that each criterion of each norm matters to one of them. */
class ScenarioTest {
    /** The share of criteria that no scenario tests: it goes down with each scenario that is added, never up. */
    private static final Path UNTESTED_MAX = Path.of("queries/scenarios/untested-max");

    private static final Scenarios SCENARIOS = new Scenarios();

    @TestFactory
    Stream<DynamicTest> saysWhatItMust() {
        Evaluator evaluator = new Evaluator(SCENARIOS.rules());
        return SCENARIOS.all().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(),
                        () -> assertThat(scenario.mistakes(evaluator.assess(SCENARIOS.situation(scenario))))
                                .as(scenario.why())
                                .isEmpty()));
    }

    @Test
    void eachCriterionMatters() throws IOException {
        List<String> untested = new ArrayList<>();
        int criteria = 0;
        for (Rule norm : SCENARIOS.rules().norms()) {
            for (Condition condition : norm.conditions()) {
                for (Criterion criterion : condition.criteria()) {
                    criteria++;
                    if (!matters(norm, condition, criterion)) {
                        untested.add(norm.id() + " " + condition.id() + " " + criterion);
                    }
                }
            }
        }
        Path report = Path.of("target/scenarios-untested.txt");
        Files.createDirectories(report.getParent());
        Files.write(report, untested);
        System.out.printf(
                "Scenarios: %d; criteria: %d, of which no scenario tests %d (%s)%n",
                SCENARIOS.all().size(), criteria, untested.size(), report);
        assertThat((double) untested.size() / Math.max(1, criteria))
                .as("share of criteria that no scenario tests, listed in " + report)
                .isLessThanOrEqualTo(
                        Double.parseDouble(Files.readString(UNTESTED_MAX).strip()));
    }

    /** Whether a scenario that is right goes wrong without the criterion. */
    private static boolean matters(Rule norm, Condition condition, Criterion criterion) {
        Rule without = new Rule(
                norm.id(),
                norm.kind(),
                norm.conditions().stream()
                        .map(one -> one.equals(condition)
                                ? new Condition(
                                        one.id(),
                                        one.laidDownIn(),
                                        one.periods(),
                                        one.criteria().stream()
                                                .filter(each -> !each.equals(criterion))
                                                .toList())
                                : one)
                        .toList(),
                norm.exceptions());
        return SCENARIOS.all().stream()
                .filter(scenario -> scenario.expected().containsKey(norm.id())
                        || scenario.absent().contains(norm.id()))
                .anyMatch(scenario -> !isRight(scenario, without));
    }

    private static boolean isRight(Scenario scenario, Rule norm) {
        Outcome outcome = new RuleCheck(
                        new Given(
                                SCENARIOS.situation(scenario), SCENARIOS.rules().terms()),
                        SCENARIOS.rules())
                .of(norm);
        Optional<Outcome> found = Optional.of(outcome);
        return scenario.expected().containsKey(norm.id())
                ? scenario.mistake(norm.id(), found).isEmpty()
                : scenario.shown(norm.id(), found).isEmpty();
    }
}
