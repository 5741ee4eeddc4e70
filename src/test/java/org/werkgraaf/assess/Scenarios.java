package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.vocabulary.ThingId;

/** The cases in {@code queries/scenarios}, and the norms of the content to hold them against. */
final class Scenarios {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final int VALUES_MAX = 20;
    private static final int FACTS_MAX = 100;

    private final Rules rules;
    private final Precedents precedents;
    private final Evaluator evaluator;
    private final List<Scenario> all;
    private final SituationReader reader;
    private final Map<Scenario, Given> given = new HashMap<>();

    Scenarios() {
        Graph graph = new GraphLoader()
                .load(new ContentReader("ontology", "data", "queries", 20_000_000).read())
                .union();
        rules = new RulesReader(graph).read();
        precedents = new Precedents(rules, new MaterialReader(graph, rules).read());
        evaluator = new Evaluator(rules);
        ScenarioFiles files = new ScenarioFiles(graph);
        reader = new SituationReader(new Known(files.things()), VALUES_MAX, FACTS_MAX);
        all = files.read();
    }

    Rules rules() {
        return rules;
    }

    Precedents precedents() {
        return precedents;
    }

    List<Scenario> all() {
        return all;
    }

    Situation situation(Scenario scenario) {
        try {
            return reader.read(scenario.given(), TODAY);
        } catch (SituationException e) {
            throw new IllegalStateException(scenario.name(), e);
        }
    }

    /** What the check has wrong in the case; empty when all is as it must be. */
    List<String> mistakes(Scenario scenario) {
        Situation situation = situation(scenario);
        Stream<String> norms = scenario.mistakes(evaluator.assess(situation)).stream();
        Stream<String> coverage = scenario
                .covered()
                .filter(covered -> covered
                        != situation
                                .jurisdiction()
                                .filter(precedents::isCovered)
                                .isPresent())
                .map(covered -> "the country should " + (covered ? "" : "not ") + "be covered")
                .stream();
        return Stream.concat(norms, coverage).toList();
    }

    /** How the norm stands in the case, even where it is not on the subject. */
    Outcome outcome(Scenario scenario, Rule norm) {
        Given facts = given.computeIfAbsent(scenario, one -> new Given(situation(one), rules.terms()));
        return new RuleCheck(facts, rules).of(rules.plan(norm));
    }

    /** In the files things are named by their ids alone. */
    private record Known(Set<ThingId> things) implements SituationReader.Things {
        @Override
        public boolean exists(ThingId id) {
            return things.contains(id);
        }

        @Override
        public Optional<ThingId> meant(String segment, String words) {
            return Optional.empty();
        }

        @Override
        public Set<ThingId> techniquesOf(ThingId product) {
            return Set.of();
        }
    }
}
