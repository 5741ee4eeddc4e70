package org.werkgraaf.assess;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.ThingId;

/** The cases as a table that a lawyer can go through: what is given, what must be said, why, and whether it is. */
final class ScenarioTable {
    private static final String HEAD = "| case | given | must be said | why | is it said |\n|---|---|---|---|---|\n";

    private ScenarioTable() {}

    /** A table for each file, in Markdown. */
    static String of(Scenarios scenarios) {
        Map<String, List<String>> files = scenarios.all().stream()
                .collect(Collectors.groupingBy(
                        scenario -> file(scenario.name()),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                scenario -> row(scenario, scenarios.mistakes(scenario)), Collectors.toList())));
        return files.entrySet().stream()
                .map(file -> "# " + file.getKey() + "\n\n" + HEAD + String.join("\n", file.getValue()) + "\n")
                .collect(Collectors.joining("\n"));
    }

    private static String file(String name) {
        return name.substring(0, name.indexOf(": "));
    }

    private static String row(Scenario scenario, List<ScenarioMistake> mistakes) {
        String said = mistakes.isEmpty()
                ? "yes"
                : "no: " + mistakes.stream().map(ScenarioMistake::toString).collect(Collectors.joining("; "));
        String title = scenario.name().substring(file(scenario.name()).length() + 2);
        return Stream.of(title, given(scenario.given()), expected(scenario), scenario.why(), said)
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
                        () -> new EnumMap<>(State.class),
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
        Stream<String> covered = scenario.covered().stream().map(yes -> yes ? "covered" : "not covered");
        return Stream.of(covered, said, absent, only).flatMap(parts -> parts).collect(Collectors.joining("; "));
    }

    private static String detailed(Scenario scenario, ThingId norm) {
        List<String> detail = scenario.details().getOrDefault(norm, List.of());
        return detail.isEmpty() ? norm.toString() : norm + " (" + String.join(", ", detail) + ")";
    }
}
