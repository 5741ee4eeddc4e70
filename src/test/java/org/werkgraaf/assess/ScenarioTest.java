package org.werkgraaf.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.werkgraaf.vocabulary.ThingId;

/** What the check must say of cases that a lawyer can read, and that each criterion of each norm matters to one of them. */
class ScenarioTest {
    /** The share of criteria that no scenario tests: it goes down with each scenario that is added, never up. */
    private static final Path UNTESTED_MAX = Path.of("queries/scenarios/untested-max");

    private static final Scenarios SCENARIOS = PackagedScenarios.load();
    private static final Map<ThingId, List<Scenario>> ABOUT = new HashMap<>();
    private static final Map<Scenario, Given> GIVEN = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> saysWhatItMust() {
        return SCENARIOS.all().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(),
                        () -> assertThat(SCENARIOS.mistakes(scenario))
                                .as(scenario.why())
                                .isEmpty()));
    }

    @Test
    void writesATableOfAllCases() throws IOException {
        Path table = Path.of("target/scenarios.md");
        Files.createDirectories(table.getParent());
        Files.writeString(table, ScenarioTable.of(SCENARIOS));
        assertThat(table).content().contains(SCENARIOS.all().get(0).why());
    }

    @Test
    void eachPathOfTheComparisonHasItsCase() throws IOException {
        Set<String> compared = Files.readAllLines(Path.of("docs/check-compared.md")).stream()
                .filter(line -> line.startsWith("| P"))
                .flatMap(line -> paths(line.split("\\|")[1]))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> cases = SCENARIOS.all().stream()
                .map(Scenario::name)
                .filter(name -> name.startsWith("ai-act-paths.yaml: P"))
                .map(name -> name.substring("ai-act-paths.yaml: ".length()).substring(0, 3))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(cases).isNotEmpty().isEqualTo(compared);
    }

    /** The numbers in "P04 to P08, P10". */
    private static Stream<String> paths(String cell) {
        return Stream.of(cell.strip().split(", ")).flatMap(part -> {
            String[] ends = part.split(" to ");
            int first = Integer.parseInt(ends[0].substring(1));
            int last = Integer.parseInt(ends[ends.length - 1].substring(1));
            return IntStream.rangeClosed(first, last).mapToObj(number -> String.format(Locale.ROOT, "P%02d", number));
        });
    }

    @Test
    void eachCriterionOfANormMatters() throws IOException {
        List<String> untested = new ArrayList<>();
        int criteria = 0;
        for (Rule norm : SCENARIOS.rules().norms()) {
            List<Scenario> about = about(norm);
            for (Condition condition : own(norm)) {
                for (Criterion criterion : condition.criteria()) {
                    if (isMetByAll(criterion) || classAsksAsMuch(condition, criterion)) {
                        continue;
                    }
                    criteria++;
                    Rule without = new Rule(
                            norm.id(),
                            norm.kind(),
                            without(norm.conditions(), condition, criterion),
                            norm.exceptions());
                    if (!matters(without, about)) {
                        untested.add(norm.id() + " " + condition.id().slug() + " " + said(criterion));
                    }
                }
            }
        }
        report("norms", criteria, untested);
    }

    /** An exception belongs to several norms at times; a case of one of them is enough. What its norms ask as well is not counted. */
    @Test
    void eachCriterionOfAnExceptionMatters() throws IOException {
        Map<ThingId, List<Rule>> norms = new TreeMap<>(Comparator.comparing(ThingId::toString));
        SCENARIOS
                .rules()
                .norms()
                .forEach(norm -> norm.exceptions()
                        .forEach(exception -> norms.computeIfAbsent(exception.id(), key -> new ArrayList<>())
                                .add(norm)));
        List<String> untested = new ArrayList<>();
        int criteria = 0;
        for (Map.Entry<ThingId, List<Rule>> entry : norms.entrySet()) {
            Rule exception = entry.getValue().get(0).exceptions().stream()
                    .filter(each -> each.id().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow();
            for (Condition condition : own(exception)) {
                for (Criterion criterion : condition.criteria()) {
                    if (entry.getValue().stream().allMatch(norm -> asksAsMuch(norm, criterion))) {
                        continue;
                    }
                    criteria++;
                    Rule without = new Rule(
                            exception.id(),
                            exception.kind(),
                            without(exception.conditions(), condition, criterion),
                            List.of());
                    if (entry.getValue().stream().noneMatch(norm -> matters(excepted(norm, without), about(norm)))) {
                        untested.add(exception.id() + " " + condition.id().slug() + " " + said(criterion));
                    }
                }
            }
        }
        report("exceptions", criteria, untested);
    }

    /** Whether the norm holds only where the criterion does, such as in one country, so that the exception cannot turn on it. */
    private static boolean asksAsMuch(Rule norm, Criterion criterion) {
        return criterion instanceof Criterion.OneOf asked
                && asked.aspect() == Aspect.TERRITORY
                && own(norm).stream()
                        .allMatch(condition -> condition.criteria().stream()
                                .filter(Criterion.OneOf.class::isInstance)
                                .map(Criterion.OneOf.class::cast)
                                .filter(one -> one.aspect() == Aspect.TERRITORY)
                                .flatMap(one -> one.values().stream())
                                .allMatch(where -> SCENARIOS.rules().terms().upward(where).stream()
                                        .anyMatch(asked.values()::contains)));
    }

    /** Whether whoever asks has one of its roles, so that nobody fails it. */
    private static boolean isMetByAll(Criterion criterion) {
        return criterion instanceof Criterion.OneOf owed
                && owed.aspect() == Aspect.ROLE
                && SituationReader.ROLES.values().stream()
                        .allMatch(role -> Terms.reach(
                                        Terms.start(List.of(role)),
                                        SCENARIOS.rules().terms().steps(Aspect.ROLE))
                                .keySet()
                                .stream()
                                .anyMatch(owed.values()::contains));
    }

    /** Whether a risk class that the condition asks for holds only where the criterion does. */
    private static boolean classAsksAsMuch(Condition condition, Criterion criterion) {
        return condition.criteria().stream()
                .filter(Criterion.OneOf.class::isInstance)
                .map(Criterion.OneOf.class::cast)
                .filter(one -> one.aspect() == Aspect.RISK_CLASS)
                .flatMap(one -> one.values().stream())
                .flatMap(one -> SCENARIOS.rules().riskClass(one).stream())
                .anyMatch(one -> asksAsMuch(one, criterion));
    }

    private static void report(String name, int criteria, List<String> untested) throws IOException {
        Path report = Path.of("target/scenarios-untested-" + name + ".txt");
        Files.createDirectories(report.getParent());
        Files.write(report, untested);
        System.out.printf(
                "Scenarios: %d; criteria of %s: %d, of which no scenario tests %d (%s)%n",
                SCENARIOS.all().size(), name, criteria, untested.size(), report);
        untested.forEach(System.out::println);
        assertThat((double) untested.size() / Math.max(1, criteria))
                .as("share of criteria that no scenario tests, listed in " + report)
                .isLessThanOrEqualTo(
                        Double.parseDouble(Files.readString(UNTESTED_MAX).strip()));
    }

    private static List<Scenario> about(Rule norm) {
        return ABOUT.computeIfAbsent(
                norm.id(),
                key -> SCENARIOS.all().stream()
                        .filter(scenario -> scenario.concerns(norm))
                        .filter(scenario -> scenario.isRight(outcome(scenario, norm)))
                        .toList());
    }

    /** Whether a scenario that is right goes wrong when the norm is otherwise. */
    private static boolean matters(Rule otherwise, List<Scenario> about) {
        return about.stream().anyMatch(scenario -> !scenario.isRight(outcome(scenario, otherwise)));
    }

    /** How the norm stands in the case, even where it is not on the subject. */
    private static Outcome outcome(Scenario scenario, Rule norm) {
        Given facts = GIVEN.computeIfAbsent(
                scenario,
                one -> new Given(SCENARIOS.situation(one), SCENARIOS.rules().terms()));
        return new RuleCheck(facts, SCENARIOS.rules()).of(SCENARIOS.rules().plan(norm));
    }

    private static Rule excepted(Rule norm, Rule otherwise) {
        return new Rule(
                norm.id(),
                norm.kind(),
                norm.conditions(),
                norm.exceptions().stream()
                        .map(each -> each.id().equals(otherwise.id()) ? otherwise : each)
                        .toList());
    }

    /** The conditions as they are laid down, each once: where an act extends to another territory, it asks the same. */
    private static List<Condition> own(Rule rule) {
        Map<ThingId, Condition> first = new LinkedHashMap<>();
        rule.conditions().forEach(condition -> first.putIfAbsent(condition.id(), condition));
        return List.copyOf(first.values());
    }

    private static List<Condition> without(List<Condition> conditions, Condition condition, Criterion criterion) {
        return conditions.stream()
                .map(one -> one.id().equals(condition.id()) ? without(one, criterion) : one)
                .toList();
    }

    private static Condition without(Condition condition, Criterion criterion) {
        return new Condition(
                condition.id(),
                condition.laidDownIn(),
                condition.periods(),
                condition.criteria().stream()
                        .filter(each -> !each.equals(criterion))
                        .toList());
    }

    private static String said(Criterion criterion) {
        if (criterion instanceof Criterion.Answer answer) {
            return answer.fact().slug() + " " + (answer.yes() ? "yes" : "no");
        }
        if (criterion instanceof Criterion.OneOf one) {
            return one.aspect().parameter() + " " + slugs(one.values());
        }
        if (criterion instanceof Criterion.NoneOf none) {
            return "not " + none.aspect().parameter() + " " + slugs(none.values());
        }
        return criterion.aspect().parameter();
    }

    private static List<String> slugs(Set<ThingId> values) {
        return values.stream().map(ThingId::slug).sorted().toList();
    }
}
