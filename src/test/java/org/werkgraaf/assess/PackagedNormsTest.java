package org.werkgraaf.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.ThingId;

/** What holds of every norm of the content in random situations, made again from the seed that is printed. */
class PackagedNormsTest {
    private static final int ROUNDS = 250;
    private static final int ATTEMPTS = 600;
    private static final Scenarios SCENARIOS = PackagedScenarios.load();
    private static final Rules RULES = SCENARIOS.rules();
    private static final Evaluator EVALUATOR = new Evaluator(RULES);
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2018, 5, 25), LocalDate.of(2026, 11, 29), LocalDate.of(2027, 12, 2));
    private static final Map<Aspect, List<ThingId>> VALUES = values();

    private final long seed = Long.getLong("werkgraaf.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void findsByItsIndexEveryNormOnTheSubject() {
        forAll(situation -> {
            RuleCheck check = new RuleCheck(new Given(situation, RULES.terms()), RULES);
            List<ThingId> all = RULES.norms().stream()
                    .map(RULES::plan)
                    .map(check::of)
                    .filter(Evaluator::isOnSubject)
                    .map(Outcome::norm)
                    .toList();
            assertThat(all).isSortedAccordingTo(Comparator.comparing(ThingId::toString));
            assertThat(EVALUATOR.assess(situation).outcomes())
                    .extracting(Outcome::norm)
                    .isEqualTo(all);
        });
    }

    @Test
    void tellsFirstOfTheCasesOfTheCountryItself() {
        for (String country : List.of("nl", "be", "fr", "de", "es")) {
            ThingId home = new ThingId("jurisdiction", country);
            List<Material.DecidedCase> found = SCENARIOS.precedents().cases(EVALUATOR.assess(cameras(home)), 8);
            assertThat(found.get(0).jurisdictions()).as(country).contains(home);
            List<Boolean> ofHome = found.stream()
                    .map(one -> one.jurisdictions().contains(home))
                    .toList();
            assertThat(ofHome).as("%s: %s", country, found).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void tellsOfNoGapNorActOfAnotherCountry() {
        ThingId home = new ThingId("jurisdiction", "nl");
        Set<ThingId> territory = RULES.terms().upward(home);
        forAll(random -> {
            Situation situation =
                    random.copy(random.on()).with(Aspect.TERRITORY, home).build();
            assertThat(SCENARIOS.precedents().gaps(situation))
                    .allMatch(gap -> gap.jurisdictions().isEmpty()
                            || gap.jurisdictions().stream().anyMatch(territory::contains));
            assertThat(SCENARIOS.precedents().otherLaw(situation))
                    .allMatch(act -> act.jurisdictions().stream().anyMatch(territory::contains));
        });
        Situation there = Situation.on(one(DAYS))
                .with(Aspect.TERRITORY, new ThingId("jurisdiction", "us"))
                .with(Aspect.TECHNIQUE, new ThingId("technique", "keylogging"))
                .build();
        assertThat(SCENARIOS.precedents().otherLaw(there)).isNotEmpty();
    }

    private Situation cameras(ThingId country) {
        return Situation.on(LocalDate.of(2026, 11, 29))
                .with(Aspect.TERRITORY, country)
                .with(Aspect.TECHNIQUE, new ThingId("technique", "camera-surveillance"))
                .build();
    }

    @Test
    void saysOfEachTechniqueHowFarItsLawIsThereOrThatNobodyLooked() {
        ThingId france = new ThingId("jurisdiction", "fr");
        Situation tests = Situation.on(LocalDate.of(2026, 11, 29))
                .with(Aspect.TERRITORY, france)
                .with(Aspect.TECHNIQUE, new ThingId("technique", "alcohol-drug-testing"))
                .build();
        assertThat(SCENARIOS.precedents().coverage(tests))
                .extracting(note -> note.topic().slug())
                .contains("health-and-tests");
        Situation detective = Situation.on(LocalDate.of(2026, 11, 29))
                .with(Aspect.TERRITORY, france)
                .with(Aspect.TECHNIQUE, new ThingId("technique", "private-investigation"))
                .build();
        assertThat(SCENARIOS.precedents().isOnRecord(detective)).isFalse();
        Situation servant = cameras(france)
                .copy(LocalDate.of(2026, 11, 29))
                .with(Aspect.STATUS, new ThingId("worker-status", "civil-servant"))
                .build();
        assertThat(SCENARIOS.precedents().coverage(servant))
                .extracting(note -> note.topic().slug())
                .contains("public-service")
                .doesNotContain("consultation");
    }

    @Test
    void dependsNamesWhatDecidesIt() {
        forAll(situation -> EVALUATOR.assess(situation).outcomes().stream()
                .filter(outcome -> outcome.state() == State.DEPENDS)
                .forEach(outcome -> assertThat(isDecided(situation, outcome))
                        .as("%s depends on %s in %s", outcome.norm(), outcome.missing(), situation)
                        .isTrue()));
    }

    @Test
    void moreFactsNeverTakeAwayWhatAppliesUnlessAnExceptionIsClaimed() {
        forAll(situation -> {
            Situation more = extended(situation);
            Given given = new Given(more, RULES.terms());
            // Who says two things that exclude each other, such as a federal service that delivers food, is told so.
            if (!given.contradicted().isEmpty()) {
                return;
            }
            RuleCheck check = new RuleCheck(given, RULES);
            EVALUATOR.assess(situation).outcomes().stream()
                    .filter(outcome -> outcome.state() == State.APPLIES)
                    .map(outcome -> check.of(RULES.plan(rule(outcome.norm()))))
                    .filter(after -> after.exceptions().stream().noneMatch(PackagedNormsTest::matters))
                    .forEach(after -> assertThat(after.state())
                            .as("%s in %s", after.norm(), more)
                            .isNotEqualTo(State.DOES_NOT_APPLY));
        });
    }

    private static boolean matters(Outcome.ExceptionOutcome exception) {
        return exception.claimed() || exception.holds() == Truth.YES;
    }

    @Test
    void findsTheSameStateWithoutReasonsAndByWhatDiffersAlone() {
        forAll(situation -> {
            RuleCheck whole = EVALUATOR.assess(situation).basis().check();
            Situation more = random.nextBoolean() ? extended(situation) : altered(situation);
            Situation other =
                    more.copy(random.nextBoolean() ? more.on() : one(DAYS)).build();
            RuleCheck anew = new RuleCheck(new Given(other, RULES.terms()), RULES);
            RuleCheck differing = whole.with(other);
            Optional<BitSet> turned = differing.turned();
            for (int i = 0; i < RULES.norms().size(); i++) {
                Rule norm = RULES.norms().get(i);
                Plan plan = RULES.plan(i);
                assertThat(whole.state(plan))
                        .as("%s in %s", norm.id(), situation)
                        .isEqualTo(whole.of(plan).state());
                assertThat(differing.state(plan))
                        .as("%s in %s", norm.id(), other)
                        .isEqualTo(anew.of(plan).state());
                if (turned.isPresent() && !turned.get().get(i)) {
                    assertThat(whole.state(plan))
                            .as("%s in %s", norm.id(), other)
                            .isEqualTo(anew.state(plan));
                }
            }
        });
    }

    @Test
    void knowsTheNormsThatADayChanges() {
        forAll(situation -> {
            LocalDate day = situation.on().plusDays(random.nextInt(3000));
            RuleCheck now = new RuleCheck(new Given(situation, RULES.terms()), RULES);
            RuleCheck then = now.with(situation.copy(day).build());
            BitSet changing = RULES.changingAfter(situation.on(), day);
            for (int i = 0; i < RULES.norms().size(); i++) {
                Plan plan = RULES.plan(i);
                if (now.state(plan) != then.state(plan)) {
                    assertThat(changing.get(i))
                            .as("%s in %s", plan.rule().id(), situation)
                            .isTrue();
                }
            }
        });
    }

    private void forAll(Consumer<Situation> check) {
        System.out.println("Seed of PackagedNormsTest: " + seed + " (run again with -Dwerkgraaf.seed)");
        for (int round = 0; round < ROUNDS; round++) {
            check.accept(situation());
        }
    }

    private boolean isDecided(Situation situation, Outcome outcome) {
        Rule rule = rule(outcome.norm());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Situation.Builder answered = situation.copy(situation.on());
            outcome.missing().forEach(missing -> answer(answered, missing, rule));
            Outcome after = new RuleCheck(new Given(answered.build(), RULES.terms()), RULES).of(RULES.plan(rule));
            if (after.state() != State.DEPENDS) {
                return true;
            }
        }
        return false;
    }

    /** Half the time what the norm itself names, else anything. */
    private void answer(Situation.Builder to, Missing missing, Rule rule) {
        Aspect aspect = missing.aspect();
        switch (aspect) {
            case FACT -> to.fact(missing.fact().orElseThrow(), random.nextBoolean());
            case PERSONS -> to.persons(random.nextInt(600));
            case IN_USE_SINCE -> to.inUseSince(DAYS.get(random.nextInt(DAYS.size())));
            default -> {
                List<ThingId> named = rule.conditions().stream()
                        .flatMap(condition -> named(condition, aspect))
                        .toList();
                to.with(aspect, named.isEmpty() || random.nextBoolean() ? any(aspect) : one(named));
            }
        }
    }

    private Situation situation() {
        Situation.Builder builder = Situation.on(one(DAYS));
        if (random.nextInt(8) > 0) {
            builder.with(Aspect.TERRITORY, any(Aspect.TERRITORY));
        }
        if (random.nextInt(6) > 0) {
            builder.with(Aspect.TECHNIQUE, any(Aspect.TECHNIQUE));
        }
        for (Aspect aspect :
                List.of(Aspect.DATA, Aspect.PURPOSE, Aspect.DECISION, Aspect.SECTOR, Aspect.STATUS, Aspect.ROLE)) {
            if (random.nextInt(3) == 0) {
                builder.with(aspect, any(aspect));
            }
        }
        for (int facts = random.nextInt(4); facts > 0; facts--) {
            builder.fact(any(Aspect.FACT), random.nextBoolean());
        }
        if (random.nextBoolean()) {
            builder.persons(random.nextInt(120));
        }
        return builder.build();
    }

    /** Another in one thing. */
    private Situation altered(Situation like) {
        Situation.Builder other = like.copy(like.on());
        return switch (random.nextInt(4)) {
            case 0 -> other.with(Aspect.ROLE, any(Aspect.ROLE)).build();
            case 1 -> other.with(Aspect.STATUS, any(Aspect.STATUS)).build();
            case 2 -> other.persons(random.nextInt(120)).build();
            default -> other.fact(any(Aspect.FACT), random.nextBoolean()).build();
        };
    }

    private Situation extended(Situation little) {
        Situation.Builder builder = little.copy(little.on());
        for (Aspect aspect : List.of(Aspect.PURPOSE, Aspect.DECISION, Aspect.SECTOR, Aspect.STATUS)) {
            if (little.values(aspect).isEmpty()) {
                builder.with(aspect, any(aspect));
            }
        }
        if (little.persons().isEmpty()) {
            builder.persons(random.nextInt(120));
        }
        for (int facts = 0; facts < 20; facts++) {
            ThingId fact = any(Aspect.FACT);
            if (!little.facts().containsKey(fact)) {
                builder.fact(fact, random.nextBoolean());
            }
        }
        return builder.build();
    }

    private ThingId any(Aspect aspect) {
        return one(VALUES.getOrDefault(aspect, List.of()));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static Rule rule(ThingId norm) {
        return RULES.norms().stream()
                .filter(rule -> rule.id().equals(norm))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<ThingId> named(Condition condition, Aspect aspect) {
        return condition.criteria().stream()
                .filter(criterion -> criterion.aspect() == aspect)
                .flatMap(criterion -> criterion instanceof Criterion.OneOf one
                        ? one.values().stream()
                        : criterion instanceof Criterion.Answer answer ? Stream.of(answer.fact()) : Stream.empty());
    }

    private static Map<Aspect, List<ThingId>> values() {
        Map<Aspect, List<ThingId>> values = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            Set<ThingId> found = new TreeSet<>(Comparator.comparing(ThingId::toString));
            Stream.concat(RULES.norms().stream(), RULES.riskClasses().stream())
                    .flatMap(rule -> Stream.concat(Stream.of(rule), rule.exceptions().stream()))
                    .flatMap(rule -> rule.conditions().stream())
                    .forEach(condition -> named(condition, aspect).forEach(found::add));
            values.put(aspect, new ArrayList<>(found));
        }
        values.put(Aspect.ROLE, List.copyOf(SituationReader.ROLES.values()));
        return values;
    }
}
