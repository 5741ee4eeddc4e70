package org.werkgraaf.assess;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.ThingId;

/** The cases as a table that a lawyer can go through: what is given, what must be said, why, and whether it is. */
final class ScenarioTable {
    private ScenarioTable() {}

    /** The table in Markdown. */
    static String of(Scenarios scenarios) {
        Evaluator evaluator = new Evaluator(scenarios.rules());
        String rows = scenarios.all().stream()
                .map(scenario -> row(scenario, scenario.mistakes(evaluator.assess(scenarios.situation(scenario)))))
                .collect(Collectors.joining("\n"));
        return "| case | given | must be said | why | is it said |\n|---|---|---|---|---|\n" + rows + "\n";
    }

    private static String row(Scenario scenario, List<String> mistakes) {
        String said = mistakes.isEmpty() ? "yes" : "no: " + String.join("; ", mistakes);
        return Stream.of(scenario.name(), given(scenario.given()), expected(scenario), scenario.why(), said)
                .map(cell -> cell.replace("|", "\\|").replace('\n', ' '))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String given(Map<String, List<String>> given) {
        return given.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + " " + String.join(", ", one.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String expected(Scenario scenario) {
        Map<State, List<String>> states = scenario.expected().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.mapping(norm -> detailed(scenario, norm.getKey()), Collectors.toList())));
        Stream<String> said = states.entrySet().stream()
                .map(state -> state.getKey().text() + ": " + String.join(", ", state.getValue()));
        Stream<String> absent = scenario.absent().isEmpty()
                ? Stream.of()
                : Stream.of("not: "
                        + scenario.absent().stream()
                                .map(ThingId::toString)
                                .sorted()
                                .collect(Collectors.joining(", ")));
        Stream<String> only = scenario.only().stream()
                .map(one -> "of " + one.law() + " only: "
                        + (one.norms().isEmpty()
                                ? "nothing"
                                : one.norms().stream()
                                        .map(ThingId::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", "))));
        return Stream.of(said, absent, only).flatMap(parts -> parts).collect(Collectors.joining("; "));
    }

    private static String detailed(Scenario scenario, ThingId norm) {
        List<String> detail = scenario.details().getOrDefault(norm, List.of());
        return detail.isEmpty() ? norm.toString() : norm + " (" + String.join(", ", detail) + ")";
    }
}
