package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ThingId;

/** The cases in {@code queries/scenarios}, and the norms of some content to hold them against. */
public final class Scenarios {
    private static final int VALUES_MAX = 20;
    private static final int FACTS_MAX = 100;

    private final Graph graph;
    private final ScenarioGround ground;
    private final Rules rules;
    private final Evaluator evaluator;
    private final List<Scenario> all;
    private final LocalDate askedOn;
    private final SituationReader reader;
    private @Nullable Precedents precedents;

    /**
     * @param graph all of the content
     * @param files texts of the files of cases by path
     * @throws IllegalStateException when it is not said on which day cases are asked
     */
    public Scenarios(Graph graph, Map<String, String> files) {
        this.graph = graph;
        ground = new ScenarioGround(graph);
        rules = new RulesReader(graph).read();
        evaluator = new Evaluator(rules);
        ScenarioFiles written = new ScenarioFiles(ground, files);
        all = written.read();
        askedOn = all.isEmpty() ? LocalDate.EPOCH : written.askedOn();
        reader = new SituationReader(new Known(ground), VALUES_MAX, FACTS_MAX);
    }

    /** Whether there are no cases. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    Rules rules() {
        return rules;
    }

    /** Read when first asked for, as few cases need them. */
    synchronized Precedents precedents() {
        if (precedents == null) {
            precedents = new Precedents(rules, new MaterialReader(graph, rules).read());
        }
        return precedents;
    }

    List<Scenario> all() {
        return all;
    }

    /** @throws ScenarioException when what is given cannot be read */
    Situation situation(Scenario scenario) {
        try {
            return reader.read(scenario.given(), askedOn);
        } catch (SituationException e) {
            throw new ScenarioException(String.valueOf(e.getMessage()));
        }
    }

    /** What the check has wrong in the case; empty when all is as it must be. */
    List<ScenarioMistake> mistakes(Scenario scenario) {
        if (scenario.unreadable().isPresent()) {
            return List.of(ScenarioMistake.unreadable(scenario.unreadable().get()));
        }
        try {
            Situation situation = situation(scenario);
            Stream<ScenarioMistake> norms = scenario.mistakes(evaluator.assess(situation)).stream();
            Stream<ScenarioMistake> coverage = scenario
                    .covered()
                    .filter(covered -> covered
                            != situation
                                    .jurisdiction()
                                    .filter(precedents()::isCovered)
                                    .isPresent())
                    .map(ScenarioMistake::covered)
                    .stream();
            return Stream.concat(norms, coverage).toList();
        } catch (ScenarioException e) {
            return List.of(ScenarioMistake.unreadable(e.why()));
        }
    }

    /** Asks all cases. */
    public ScenarioResults results() {
        return asked(scenario -> true, null);
    }

    /**
     * Asks those cases that may come out otherwise than before.
     *
     * @param before of the same cases, with other content
     */
    public ScenarioResults results(ScenarioResults before) {
        boolean law = ground.hasLawAs(before.ground());
        if (rules.terms().isSameAs(before.rules().terms()) && riskClasses(rules).equals(riskClasses(before.rules()))) {
            List<Rule> changed = changed(before.rules());
            return asked(
                    scenario -> scenario.unreadable().isPresent()
                            || scenario.covered().isPresent()
                            || !law && !scenario.only().isEmpty()
                            || !before.has(scenario.name())
                            || changed.stream().anyMatch(scenario::concerns),
                    before);
        }
        return asked(scenario -> true, null);
    }

    private static Set<Rule> riskClasses(Rules rules) {
        return new HashSet<>(rules.riskClasses());
    }

    /** Norms that are otherwise than they were, or came or went. */
    private List<Rule> changed(Rules before) {
        Map<ThingId, Rule> now = byId(rules);
        Map<ThingId, Rule> then = byId(before);
        return Stream.concat(
                        now.values().stream().filter(rule -> !rule.equals(then.get(rule.id()))),
                        then.values().stream().filter(rule -> !rule.equals(now.get(rule.id()))))
                .toList();
    }

    private static Map<ThingId, Rule> byId(Rules rules) {
        return rules.norms().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
    }

    private ScenarioResults asked(Predicate<Scenario> which, @Nullable ScenarioResults before) {
        Map<String, ScenarioResults.Result> results = new TreeMap<>();
        List<Scenario> asked = all.stream().filter(which).toList();
        asked.parallelStream()
                .map(scenario -> new ScenarioResults.Result(scenario.name(), scenario.why(), mistakes(scenario)))
                .toList()
                .forEach(result -> results.put(result.name(), result));
        if (before != null) {
            all.forEach(scenario ->
                    before.find(scenario.name()).ifPresent(result -> results.putIfAbsent(scenario.name(), result)));
        }
        return new ScenarioResults(ground, rules, results, asked.size());
    }

    /** In the files things are named by their ids alone. */
    private record Known(ScenarioGround ground) implements SituationReader.Things {
        @Override
        public boolean exists(ThingId id) {
            return ground.has(id);
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
