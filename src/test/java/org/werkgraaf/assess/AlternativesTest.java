package org.werkgraaf.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.werkgraaf.assess.Ids.id;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.ThingId;

/** What would change an answer. */
class AlternativesTest {
    private static final LocalDate COMING = LocalDate.of(2027, 12, 2);

    @Test
    void namesTheNumberOfPersonsFromWhichANormHolds() {
        Alternative change =
                only(Aspect.PERSONS, Ids.norm("n", Ids.condition("c", Ids.atLeast(50))), here().persons(30));
        assertThat(change.value()).isEqualTo("50");
        assertThat(change.kind()).isEqualTo(Alternative.Kind.FROM);
        assertThat(change.effects())
                .containsExactly(new Alternative.Effect(id("obligation/n"), State.DOES_NOT_APPLY, State.APPLIES));
    }

    @Test
    void namesTheNumberBelowWhichANormFallsAway() {
        Alternative change =
                only(Aspect.PERSONS, Ids.norm("n", Ids.condition("c", Ids.atLeast(50))), here().persons(80));
        assertThat(change.value()).isEqualTo("49");
        assertThat(change.kind()).isEqualTo(Alternative.Kind.UNTIL);
        assertThat(change.effects())
                .singleElement()
                .extracting(Alternative.Effect::after)
                .isEqualTo(State.DOES_NOT_APPLY);
    }

    @Test
    void namesTheDayOnWhichANormBecomesLaw() {
        Rule norm = Ids.norm("n", Ids.during(Ids.condition("c", Ids.fact("a", true)), COMING, null));
        Alternative change = only(Aspect.DAY, norm, here().fact(id("fact/a"), true));
        assertThat(change.value()).isEqualTo(COMING.toString());
        assertThat(change.effects())
                .containsExactly(new Alternative.Effect(id("obligation/n"), State.NOT_YET, State.APPLIES));
    }

    @Test
    void namesTheDayAfterAnExceptionEnds() {
        Rule exception =
                Ids.exception("e", Ids.during(Ids.condition("x", Ids.fact("spared", true)), Ids.TODAY, COMING));
        Rule norm = Ids.norm("n", List.of(exception), Ids.condition("c", Ids.fact("a", true)));
        Alternative change =
                only(Aspect.DAY, norm, here().fact(id("fact/a"), true).fact(id("fact/spared"), true));
        assertThat(change.value()).isEqualTo(COMING.plusDays(1).toString());
        assertThat(change.effects())
                .containsExactly(new Alternative.Effect(id("obligation/n"), State.NOT_YET, State.APPLIES));
    }

    @Test
    void namesTheRoleThatOwesWhatSomebodyElseDoesNot() {
        Rule norm = Ids.norm("n", Ids.condition("c", Ids.oneOf(Aspect.ROLE, "role/ai-provider")));
        List<Alternative> changes = changes(norm, here(), false);
        assertThat(changes)
                .filteredOn(change -> change.value().equals("role/ai-provider"))
                .singleElement()
                .satisfies(change -> assertThat(change.effects())
                        .extracting(Alternative.Effect::after)
                        .containsExactly(State.APPLIES));
    }

    @Test
    void turnsRoundWhatWasAnswered() {
        Rule norm = Ids.norm("n", Ids.condition("c", Ids.fact("solely-automated", true)));
        List<Alternative> changes = changes(norm, here().fact(id("fact/solely-automated"), true), false);
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.value()).isEqualTo("no");
            assertThat(change.effects()).extracting(Alternative.Effect::after).containsExactly(State.DOES_NOT_APPLY);
        });
    }

    @Test
    void tellsOfOpenQuestionsOnlyWhenAsked() {
        Rule norm = Ids.norm("n", Ids.condition("c", Ids.fact("council", true)));
        assertThat(changes(norm, here(), false)).isEmpty();
        assertThat(changes(norm, here(), true)).extracting(Alternative::value).containsExactly("yes", "no");
    }

    @Test
    void followsAnAnswerToTheQuestionsThatItAnswers() {
        Rule norm = Ids.norm("n", Ids.condition("c", Ids.fact("body", true)));
        List<Alternative> changes = changes(norm, here().fact(id("fact/council"), false), false);
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.what().fact()).isEqualTo(Optional.of(id("fact/council")));
            assertThat(change.effects()).extracting(Alternative.Effect::after).containsExactly(State.APPLIES);
        });
    }

    @Test
    void asksAboutTheCaseBeforeTheRole() {
        Rule norm = Ids.norm(
                "n",
                Ids.condition("c", Ids.fact("council", true), Ids.atLeast(50), Ids.oneOf(Aspect.ROLE, "role/employer")),
                Ids.condition("d", Ids.oneOf(Aspect.ROLE, "role/ai-provider")));
        List<Alternative> changes = changes(norm, here().persons(80).fact(id("fact/council"), true), false);
        assertThat(changes)
                .extracting(change -> change.what().aspect())
                .startsWith(Aspect.FACT, Aspect.PERSONS)
                .endsWith(Aspect.ROLE);
    }

    @Test
    void saysOrLaterAndOrEarlierOnlyOfWhatIsSoOnAllDaysBeyond() {
        LocalDate first = LocalDate.of(2026, 8, 2);
        Rule norm = Ids.norm(
                "n",
                Ids.condition("c", since(first), Ids.fact("a", true)),
                Ids.condition("d", since(COMING), Ids.fact("b", true)));
        assertThat(changes(norm, here().fact(id("fact/b"), true).fact(id("fact/a"), false), false).stream()
                        .filter(change -> change.what().aspect() == Aspect.IN_USE_SINCE))
                .extracting(Alternative::kind, Alternative::value)
                .containsExactlyInAnyOrder(
                        tuple(Alternative.Kind.UNTIL, COMING.minusDays(1).toString()),
                        tuple(Alternative.Kind.FROM, COMING.toString()));
    }

    @Test
    void namesTheDayOfUseThatAnExceptionAsks() {
        Rule norm = Ids.norm(
                "n",
                List.of(Ids.exception("e", Ids.condition("d", before(COMING)))),
                Ids.condition("c", Ids.fact("a", true)));
        assertThat(changes(norm, here().fact(id("fact/a"), true), false).stream()
                        .filter(change -> change.what().aspect() == Aspect.IN_USE_SINCE))
                .extracting(Alternative::kind, Alternative::value)
                .containsExactly(
                        tuple(Alternative.Kind.FROM, COMING.toString()),
                        tuple(Alternative.Kind.UNTIL, COMING.minusDays(1).toString()));
    }

    @Test
    void tellsOfADayOnlyWhenSomethingStandsOtherwiseThanOnTheDayBefore() {
        Rule norm = Ids.norm(
                "n",
                Ids.during(Ids.condition("c", Ids.fact("a", true)), COMING, null),
                Ids.during(Ids.condition("d", Ids.fact("a", true)), COMING.plusYears(2), null));
        assertThat(changes(norm, here().fact(id("fact/a"), true), false).stream()
                        .filter(change -> change.what().aspect() == Aspect.DAY))
                .extracting(Alternative::value)
                .containsExactly(COMING.toString());
    }

    @Test
    void tellsOfADayOnlyWhatIsNewOnIt() {
        Rule first = Ids.norm("a", Ids.during(Ids.condition("c", Ids.fact("a", true)), COMING, null));
        Rule second = Ids.norm("b", Ids.during(Ids.condition("d", Ids.fact("a", true)), COMING.plusYears(2), null));
        Rule third = Ids.norm("c", Ids.during(Ids.condition("e", Ids.fact("a", true)), COMING.plusYears(2), null));
        assertThat(changes(List.of(first, second, third), here().fact(id("fact/a"), true), false).stream()
                        .filter(change -> change.what().aspect() == Aspect.DAY))
                .as("the nearest day first, though more comes on the other")
                .extracting(Alternative::value, AlternativesTest::norms)
                .containsExactly(
                        tuple(COMING.toString(), List.of(id("obligation/a"))),
                        tuple(COMING.plusYears(2).toString(), List.of(id("obligation/b"), id("obligation/c"))));
    }

    @Test
    void tellsOfADayThatEndsWhatAnotherDayBegan() {
        Rule norm = Ids.norm("n", Ids.during(Ids.condition("c", Ids.fact("a", true)), COMING, COMING.plusYears(1)));
        assertThat(changes(norm, here().fact(id("fact/a"), true), false).stream()
                        .filter(change -> change.what().aspect() == Aspect.DAY)
                        .flatMap(change -> change.effects().stream()))
                .extracting(Alternative.Effect::before, Alternative.Effect::after)
                .contains(tuple(State.NOT_YET, State.APPLIES));
    }

    @Test
    void tellsOfANumberOnlyWhatNearerNumbersDoNotDo() {
        Rule ten = Ids.norm("ten", Ids.condition("c", Ids.atLeast(10)));
        Rule fifty = Ids.norm("fifty", Ids.condition("d", Ids.atLeast(50)));
        assertThat(persons(List.of(ten, fifty), here().persons(80)))
                .containsExactlyInAnyOrder(
                        tuple("49", List.of(id("obligation/fifty"))), tuple("9", List.of(id("obligation/ten"))));
        assertThat(persons(List.of(ten, fifty), here().persons(5)))
                .containsExactlyInAnyOrder(
                        tuple("10", List.of(id("obligation/ten"))), tuple("50", List.of(id("obligation/fifty"))));
        assertThat(persons(List.of(ten, fifty), here()))
                .as("of fifty nothing is said from ten on, as it does not hold of all that is more")
                .containsExactlyInAnyOrder(
                        tuple("10", List.of(id("obligation/ten"))), tuple("50", List.of(id("obligation/fifty"))));
    }

    private static List<Tuple> persons(List<Rule> norms, Situation.Builder situation) {
        return changes(norms, situation, false).stream()
                .filter(change -> change.what().aspect() == Aspect.PERSONS)
                .map(change -> tuple(change.value(), norms(change)))
                .toList();
    }

    private static List<ThingId> norms(Alternative change) {
        return change.effects().stream().map(Alternative.Effect::norm).toList();
    }

    private static Criterion before(LocalDate day) {
        return new Criterion.InUse(Optional.empty(), Optional.of(day), List.of());
    }

    private static Criterion since(LocalDate day) {
        return new Criterion.InUse(Optional.of(day), Optional.empty(), List.of());
    }

    private static Situation.Builder here() {
        return Situation.on(Ids.TODAY).with(Aspect.TERRITORY, Ids.NL);
    }

    private static Alternative only(Aspect aspect, Rule norm, Situation.Builder situation) {
        List<Alternative> found = changes(norm, situation, false).stream()
                .filter(change -> change.what().aspect() == aspect)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Alternative> changes(Rule norm, Situation.Builder situation, boolean open) {
        return changes(List.of(norm), situation, open);
    }

    private static List<Alternative> changes(List<Rule> norms, Situation.Builder situation, boolean open) {
        Evaluator evaluator = new Evaluator(new Rules(norms, List.of(), Ids.terms()));
        return evaluator.changes(evaluator.assess(situation.build()), open);
    }
}
