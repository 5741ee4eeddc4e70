package org.werkgraaf.assess;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.ThingId;

/** What came of the cases with some content; holds no graph, so that it can be kept. */
public final class ScenarioResults {
    private final ScenarioGround ground;
    private final Rules rules;
    private final Map<String, Result> results;
    private final int asked;

    /**
     * @param ground of what the cases speak
     * @param rules against which they were held
     * @param results by the names of the cases
     * @param asked how many were asked anew
     */
    ScenarioResults(ScenarioGround ground, Rules rules, Map<String, Result> results, int asked) {
        this.ground = ground;
        this.rules = rules;
        this.results = results;
        this.asked = asked;
    }

    /**
     * What came of a case.
     *
     * @param name file and title
     * @param why the reason of what it says, with the provision
     * @param mistakes what the check has wrong in it; empty when all is as it must be
     */
    public record Result(String name, String why, List<ScenarioMistake> mistakes) {}

    /**
     * A case that is answered wrongly.
     *
     * @param turnsOn ids of all on which the norms turn that are not as they must be
     */
    public record Broken(Result result, Set<ThingId> turnsOn) {}

    ScenarioGround ground() {
        return ground;
    }

    Rules rules() {
        return rules;
    }

    boolean has(String name) {
        return results.containsKey(name);
    }

    Optional<Result> find(String name) {
        return Optional.ofNullable(results.get(name));
    }

    /** How many cases there are. */
    public int all() {
        return results.size();
    }

    /** How many of them were asked anew. */
    public int asked() {
        return asked;
    }

    /** The cases that have something wrong which they had not before. */
    public List<Broken> brokenSince(ScenarioResults before) {
        return results.values().stream()
                .map(result -> new Result(
                        result.name(),
                        result.why(),
                        result.mistakes().stream()
                                .filter(mistake -> before.find(result.name()).stream()
                                        .flatMap(old -> old.mistakes().stream())
                                        .noneMatch(mistake::isSameAs))
                                .toList()))
                .filter(result -> !result.mistakes().isEmpty())
                .map(result -> new Broken(result, turnsOn(result, before)))
                .toList();
    }

    /** The norms with their conditions, exceptions, provisions and what they name; as they are, and as they were. */
    private Set<ThingId> turnsOn(Result result, ScenarioResults before) {
        Set<ThingId> on = new LinkedHashSet<>();
        result.mistakes().stream()
                .flatMap(mistake -> mistake.norm().stream())
                .flatMap(norm -> Stream.of(rules, before.rules)
                        .flatMap(all -> all.norms().stream())
                        .filter(rule -> rule.id().equals(norm)))
                .forEach(rule -> add(on, rule));
        return on;
    }

    private static void add(Set<ThingId> on, Rule rule) {
        on.add(rule.id());
        rule.conditions().forEach(condition -> {
            on.add(condition.id());
            on.add(condition.laidDownIn());
        });
        rule.exceptions().forEach(exception -> add(on, exception));
    }
}
