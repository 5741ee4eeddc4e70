package org.werkgraaf.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.werkgraaf.assess.Ids.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of every norm and every situation: random ones, made again from the seed that is printed. */
class ThreeValuesTest {
    private static final int ROUNDS = 4000;
    private static final List<String> FACTS = List.of("a", "b", "c", "d");
    private static final List<String> STATUSES =
            List.of("worker-status/employee", "worker-status/agency", "worker-status/self-employed");
    private static final List<String> PURPOSES = List.of("purpose/safety", "purpose/recruitment");

    @Test
    void moreFactsNeverTakeAwayWhatAppliesUnlessAnExceptionIsClaimed() {
        forAll((random, rule) -> {
            Situation little = situation(random, 0.3);
            Situation more = extended(little, random);
            Outcome before = decide(rule, little);
            Outcome after = decide(rule, more);
            boolean excepted = after.exceptions().stream().anyMatch(Outcome.ExceptionOutcome::claimed)
                    || after.exceptions().stream().anyMatch(exception -> exception.holds() == Truth.YES);
            if (before.state() == State.APPLIES && !excepted) {
                assertThat(after.state()).isEqualTo(State.APPLIES);
            }
            if (before.state() == State.DOES_NOT_APPLY && before.exceptions().isEmpty()) {
                assertThat(after.state()).isEqualTo(State.DOES_NOT_APPLY);
            }
        });
    }

    @Test
    void dependsAlwaysNamesSomethingThatDecidesIt() {
        forAll((random, rule) -> {
            Situation little = situation(random, 0.3);
            Outcome before = decide(rule, little);
            if (before.state() != State.DEPENDS) {
                assertThat(before.missing()).isEmpty();
                return;
            }
            assertThat(before.missing()).isNotEmpty();
            boolean decided = IntStream.range(0, 200).anyMatch(attempt -> isDecidedByAnswers(rule, little, random));
            assertThat(decided).as("%s in %s", rule, little).isTrue();
        });
    }

    /** An answer may call on an exception, which asks more; nothing else may be asked after what was missing. */
    private static boolean isDecidedByAnswers(Rule rule, Situation little, Random random) {
        Situation answered = little;
        for (Outcome outcome = decide(rule, little);
                outcome.state() == State.DEPENDS;
                outcome = decide(rule, answered)) {
            boolean claimed = outcome.exceptions().stream().anyMatch(Outcome.ExceptionOutcome::claimed);
            if (outcome.missing().isEmpty() || answered != little && !claimed) {
                return false;
            }
            Situation.Builder more = copy(answered);
            outcome.missing().forEach(missing -> answer(more, missing, random));
            answered = more.build();
        }
        return true;
    }

    @Test
    void everythingGivenLeavesNothingOpen() {
        forAll((random, rule) -> {
            Situation all = situation(random, 1.0);
            assertThat(decide(rule, all).state()).isNotEqualTo(State.DEPENDS);
        });
    }

    private interface Check {
        void of(Random random, Rule rule);
    }

    private static void forAll(Check check) {
        long seed = Long.getLong("werkgraaf.seed", System.nanoTime());
        System.out.println("Seed of ThreeValuesTest: " + seed + " (run again with -Dwerkgraaf.seed)");
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            check.of(random, rule(random));
        }
    }

    private static Outcome decide(Rule rule, Situation situation) {
        Rules rules = new Rules(List.of(rule), List.of(), Ids.terms());
        return new RuleCheck(new Given(situation, rules.terms()), rules).of(rules.plan(rule));
    }

    private static Rule rule(Random random) {
        List<Rule> exceptions = random.nextInt(3) == 0
                ? List.of(Ids.exception("e", conditions(random, "x", 1 + random.nextInt(2))))
                : List.of();
        return Ids.norm("n", exceptions, conditions(random, "c", 1 + random.nextInt(3)));
    }

    private static Condition[] conditions(Random random, String name, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Ids.condition(
                        name + i,
                        IntStream.range(0, 1 + random.nextInt(3))
                                .mapToObj(j -> criterion(random))
                                .toArray(Criterion[]::new)))
                .toArray(Condition[]::new);
    }

    private static Criterion criterion(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Ids.fact(FACTS.get(random.nextInt(FACTS.size())), random.nextBoolean());
            case 1 -> Ids.oneOf(Aspect.STATUS, STATUSES.get(random.nextInt(STATUSES.size())));
            case 2 -> Ids.noneOf(Aspect.STATUS, STATUSES.get(random.nextInt(STATUSES.size())));
            case 3 -> Ids.atLeast(10 + random.nextInt(90));
            case 4 -> Ids.oneOf(Aspect.PURPOSE, PURPOSES.get(random.nextInt(PURPOSES.size())));
            default -> Ids.fact(FACTS.get(random.nextInt(FACTS.size())), true);
        };
    }

    private static Situation situation(Random random, double share) {
        Situation.Builder builder = Situation.on(Ids.TODAY).with(Aspect.TERRITORY, Ids.NL);
        List<Missing> all = new ArrayList<>(
                List.of(Missing.of(Aspect.STATUS), Missing.of(Aspect.PERSONS), Missing.of(Aspect.PURPOSE)));
        FACTS.forEach(fact -> all.add(Missing.of(id("fact/" + fact))));
        all.stream()
                .filter(missing -> random.nextDouble() < share)
                .forEach(missing -> answerInFull(builder, missing, random));
        return builder.build();
    }

    private static Situation extended(Situation little, Random random) {
        Situation.Builder builder = copy(little);
        if (little.status().isEmpty()) {
            answerInFull(builder, Missing.of(Aspect.STATUS), random);
        }
        if (little.persons().isEmpty()) {
            builder.persons(random.nextInt(120));
        }
        if (little.purposes().isEmpty()) {
            answerInFull(builder, Missing.of(Aspect.PURPOSE), random);
        }
        FACTS.stream()
                .filter(fact -> !little.facts().containsKey(id("fact/" + fact)))
                .forEach(fact -> builder.fact(id("fact/" + fact), random.nextBoolean()));
        return builder.build();
    }

    private static Situation.Builder copy(Situation from) {
        Situation.Builder builder = Situation.on(from.on());
        for (Aspect aspect : Aspect.values()) {
            from.values(aspect).forEach(value -> builder.with(aspect, value));
        }
        from.persons().ifPresent(builder::persons);
        from.facts().forEach(builder::fact);
        return builder;
    }

    private static void answer(Situation.Builder builder, Missing missing, Random random) {
        answerInFull(builder, missing, random);
    }

    private static void answerInFull(Situation.Builder builder, Missing missing, Random random) {
        Optional.of(missing.aspect()).ifPresent(aspect -> {
            switch (aspect) {
                case STATUS ->
                    builder.with(
                            aspect,
                            id(List.of("worker-status/agency", "worker-status/self-employed")
                                    .get(random.nextInt(2))));
                case PURPOSE -> builder.with(aspect, id(PURPOSES.get(random.nextInt(PURPOSES.size()))));
                case PERSONS -> builder.persons(random.nextInt(120));
                default -> builder.fact(missing.fact().orElseThrow(), random.nextBoolean());
            }
        });
    }
}
