package org.werkgraaf.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.werkgraaf.assess.Ids.GB;
import static org.werkgraaf.assess.Ids.NL;
import static org.werkgraaf.assess.Ids.TODAY;
import static org.werkgraaf.assess.Ids.atLeast;
import static org.werkgraaf.assess.Ids.condition;
import static org.werkgraaf.assess.Ids.during;
import static org.werkgraaf.assess.Ids.exception;
import static org.werkgraaf.assess.Ids.fact;
import static org.werkgraaf.assess.Ids.id;
import static org.werkgraaf.assess.Ids.noneOf;
import static org.werkgraaf.assess.Ids.norm;
import static org.werkgraaf.assess.Ids.oneOf;
import static org.werkgraaf.assess.Ids.riskClass;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final Criterion IN_NL = oneOf(Aspect.TERRITORY, "jurisdiction/nl");
    private static final Criterion KEYS = oneOf(Aspect.TECHNIQUE, "technique/keylogging");
    private static final Criterion IN_EU = oneOf(Aspect.TERRITORY, "jurisdiction/eu");
    private static final Criterion MONITORING = oneOf(Aspect.TECHNIQUE, "technique/monitoring");

    @Test
    void appliesThroughWiderTermsAndSaysByWhichSteps() {
        Outcome outcome = only(norm("n", condition("c", IN_EU, MONITORING)), keylogging());
        assertThat(outcome.state()).isEqualTo(State.APPLIES);
        assertThat(outcome.reasons().get(0).path()).containsExactly(NL, Ids.EU);
        assertThat(outcome.reasons().get(1).path())
                .containsExactly(id("technique/keylogging"), id("technique/software"), id("technique/monitoring"));
    }

    @Test
    void dependsOnWhatWasNotGivenAndNamesIt() {
        Outcome outcome = only(norm("n", condition("c", IN_NL, MONITORING, fact("council", true))), keylogging());
        assertThat(outcome.state()).isEqualTo(State.DEPENDS);
        assertThat(outcome.missing()).containsExactly(Missing.of(id("fact/council")));
    }

    @Test
    void asksWhatWeighsTheSameInTheOrderOfTheCriteria() {
        List<String> facts = List.of("h", "c", "a", "f", "b", "g", "e", "d");
        Criterion[] criteria = Stream.concat(
                        Stream.of(IN_NL, MONITORING), facts.stream().map(slug -> fact(slug, true)))
                .toArray(Criterion[]::new);
        assertThat(assess(norm("n", condition("c", criteria)), keylogging()).questions())
                .extracting(missing -> missing.fact().orElseThrow().slug())
                .containsExactlyElementsOf(facts);
    }

    @Test
    void takesWhatAnAnswerEntailsForGiven() {
        Rule rule = norm("n", condition("c", IN_NL, oneOf(Aspect.TECHNIQUE, "technique/camera"), fact("films", true)));
        Situation.Builder given = keylogging();
        assertThat(assess(rule, given).outcomes()).isEmpty();
        Outcome outcome = only(rule, given.fact(id("fact/films"), true));
        assertThat(outcome.state()).isEqualTo(State.APPLIES);
        assertThat(outcome.reasons().get(1).path()).containsExactly(id("fact/films"), id("technique/camera"));
        assertThat(assess(rule, keylogging().fact(id("fact/films"), false)).outcomes())
                .isEmpty();
    }

    @Test
    void doesNotApplyBelowTheThresholdAndSaysSo() {
        Rule rule = norm("n", condition("c", IN_NL, atLeast(50)));
        assertThat(only(rule, keylogging().persons(49)).failed())
                .extracting(reason -> reason.criterion().aspect())
                .containsExactly(Aspect.PERSONS);
        assertThat(only(rule, keylogging().persons(50)).state()).isEqualTo(State.APPLIES);
        assertThat(only(rule, keylogging().persons(0)).state()).isEqualTo(State.DOES_NOT_APPLY);
        assertThat(only(rule, keylogging()).state()).isEqualTo(State.DEPENDS);
    }

    @Test
    void oneConditionIsEnough() {
        Rule rule = norm("n", condition("a", IN_NL, atLeast(50)), condition("b", IN_NL, MONITORING));
        Outcome outcome = only(rule, keylogging().persons(3));
        assertThat(outcome.state()).isEqualTo(State.APPLIES);
        assertThat(outcome.condition()).isEqualTo(id("condition/b"));
    }

    @Test
    void leavesOutNormsOnAnotherSubjectOrOfAnotherPlace() {
        Rule camera = norm("camera", condition("c", IN_NL, oneOf(Aspect.TECHNIQUE, "technique/camera")));
        assertThat(assess(camera, keylogging()).outcomes()).isEmpty();
        assertThat(assess(
                                norm("n", condition("c", IN_NL, MONITORING)),
                                keylogging().with(Aspect.TERRITORY, GB))
                        .outcomes())
                .isEmpty();
    }

    @Test
    void aBroaderTermThatWasGivenLeavesItOpen() {
        Rule rule = norm("n", condition("c", IN_NL, KEYS));
        Outcome outcome = only(
                rule, Situation.on(TODAY).with(Aspect.TERRITORY, NL).with(Aspect.TECHNIQUE, id("technique/software")));
        assertThat(outcome.state()).isEqualTo(State.DEPENDS);
        assertThat(outcome.missing()).containsExactly(Missing.of(Aspect.TECHNIQUE));
    }

    @Test
    void knowsTheDataThatATechniqueTakes() {
        Rule rule = norm("n", condition("c", IN_NL, oneOf(Aspect.DATA, "data-category/biometric")));
        Situation.Builder clock = Situation.on(TODAY)
                .with(Aspect.TERRITORY, NL)
                .with(Aspect.TECHNIQUE, id("technique/fingerprint-clock"));
        Outcome outcome = only(rule, clock);
        assertThat(outcome.state()).isEqualTo(State.APPLIES);
        assertThat(outcome.reasons().get(1).path())
                .containsExactly(
                        id("technique/fingerprint-clock"),
                        id("data-category/fingerprint"),
                        id("data-category/biometric"));
    }

    @Test
    void anExceptionThatNobodyClaimedLeavesTheNorm() {
        Rule rule = norm(
                "n", List.of(exception("e", condition("x", fact("safety", true)))), condition("c", IN_NL, MONITORING));
        Outcome unclaimed = only(rule, keylogging());
        assertThat(unclaimed.state()).isEqualTo(State.APPLIES);
        assertThat(unclaimed.exceptions())
                .extracting(Outcome.ExceptionOutcome::claimed)
                .containsExactly(false);
        assertThat(only(rule, keylogging().fact(id("fact/safety"), true)).state())
                .isEqualTo(State.DOES_NOT_APPLY);
        assertThat(only(rule, keylogging().fact(id("fact/safety"), false)).state())
                .isEqualTo(State.APPLIES);
    }

    @Test
    void aClaimedExceptionWithAnOpenStandardLeavesItOpen() {
        Rule rule = norm(
                "n",
                List.of(exception("e", condition("x", fact("safety", true), fact("necessary", true)))),
                condition("c", IN_NL, MONITORING));
        Outcome outcome = only(rule, keylogging().fact(id("fact/safety"), true));
        assertThat(outcome.state()).isEqualTo(State.DEPENDS);
        assertThat(outcome.missing()).containsExactly(Missing.of(id("fact/necessary")));
    }

    @Test
    void readsTheLawOfTheDay() {
        Condition old =
                during(condition("old", IN_NL, MONITORING), LocalDate.of(2018, 5, 25), LocalDate.of(2026, 8, 31));
        Condition young =
                during(condition("young", IN_NL, MONITORING, fact("interest", true)), LocalDate.of(2026, 9, 1), null);
        Rule rule = norm("n", old, young);
        assertThat(only(rule, keylogging(LocalDate.of(2026, 8, 31))).condition())
                .isEqualTo(id("condition/old"));
        assertThat(only(rule, keylogging(LocalDate.of(2026, 9, 1))).state()).isEqualTo(State.DEPENDS);
        assertThat(only(rule, keylogging(LocalDate.of(2018, 5, 24))).state()).isEqualTo(State.NOT_YET);
        assertThat(only(norm("n", old), keylogging(LocalDate.of(2026, 9, 1))).state())
                .isEqualTo(State.NO_LONGER);
        assertThat(only(rule, keylogging(LocalDate.of(2018, 5, 24))).from()).contains(LocalDate.of(2018, 5, 25));
    }

    @Test
    void aDirectiveWaitsForItsTransposition() {
        Criterion transposed = new Criterion.Transposed(id("instrument/directive"), List.of());
        Rule rule = norm("n", condition("c", IN_EU, transposed));
        assertThat(only(rule, keylogging()).state()).isEqualTo(State.NOT_YET);
        assertThat(only(rule, keylogging()).from()).contains(LocalDate.of(2026, 12, 2));
        Outcome after = only(rule, keylogging(LocalDate.of(2026, 12, 2)));
        assertThat(after.state()).isEqualTo(State.DEPENDS);
        assertThat(after.missing()).containsExactly(Missing.of(Rules.TRANSPOSED));
        Terms known = Ids.terms(
                Map.of("broader", List.of("jurisdiction/nl jurisdiction/eu")),
                List.of(new Terms.Transposition(
                        id("transposition/t"),
                        id("instrument/directive"),
                        NL,
                        Optional.of(id("instrument/act")),
                        Optional.of(LocalDate.of(2027, 1, 1)))));
        Evaluator evaluator = new Evaluator(new Rules(List.of(rule), List.of(), known));
        assertThat(evaluator
                        .assess(keylogging(LocalDate.of(2026, 12, 31)).build())
                        .outcomes()
                        .get(0)
                        .from())
                .contains(LocalDate.of(2027, 1, 1));
        assertThat(evaluator
                        .assess(keylogging(LocalDate.of(2027, 1, 1)).build())
                        .outcomes()
                        .get(0)
                        .state())
                .isEqualTo(State.APPLIES);
    }

    @Test
    void aRiskClassHoldsByItsOwnConditions() {
        Rule high = riskClass(
                "high",
                List.of(exception("narrow", condition("x", fact("narrow", true), fact("profiles", false)))),
                condition("annex", IN_EU, oneOf(Aspect.PURPOSE, "purpose/recruitment"), fact("ai", true)));
        Rule rule = norm("n", condition("c", IN_EU, oneOf(Aspect.RISK_CLASS, "risk-class/high")));
        Evaluator evaluator = new Evaluator(new Rules(List.of(rule), List.of(high), Ids.terms()));
        Situation.Builder screening =
                Situation.on(TODAY).with(Aspect.TERRITORY, NL).with(Aspect.TECHNIQUE, id("technique/cv-screening"));
        Outcome open = evaluator.assess(screening.build()).outcomes().get(0);
        assertThat(open.state()).isEqualTo(State.DEPENDS);
        assertThat(open.missing()).containsExactly(Missing.of(id("fact/ai")));
        Outcome decided = evaluator
                .assess(screening.fact(id("fact/ai"), true).build())
                .outcomes()
                .get(0);
        assertThat(decided.state()).isEqualTo(State.APPLIES);
        assertThat(decided.reasons().get(1).inside()).isNotEmpty();
        Outcome narrow = evaluator
                .assess(screening.fact(id("fact/narrow"), true).build())
                .outcomes()
                .get(0);
        assertThat(narrow.state()).isEqualTo(State.DEPENDS);
        assertThat(narrow.missing()).containsExactly(Missing.of(id("fact/profiles")));
    }

    @Test
    void factsFollowFromWhatThingsAre() {
        Rule rule = norm("n", condition("c", IN_NL, fact("covert", true)));
        Situation.Builder covert =
                Situation.on(TODAY).with(Aspect.TERRITORY, NL).with(Aspect.TECHNIQUE, id("technique/covert-camera"));
        assertThat(only(rule, covert).state()).isEqualTo(State.APPLIES);
        Evaluator evaluator = new Evaluator(new Rules(List.of(rule), List.of(), Ids.terms()));
        assertThat(evaluator.contradicted(covert.fact(id("fact/covert"), false).build()))
                .containsOnly(Map.entry(id("fact/covert"), List.of(id("technique/covert-camera"))));
        assertThat(only(
                                norm("n", condition("c", IN_NL, fact("body", true))),
                                keylogging().fact(id("fact/council"), true))
                        .state())
                .isEqualTo(State.APPLIES);
        assertThat(only(
                                norm("n", condition("c", IN_NL, fact("public-employer", false))),
                                keylogging().with(Aspect.SECTOR, id("sector/retail")))
                        .state())
                .isEqualTo(State.APPLIES);
    }

    @Test
    void saysWhatBindsSomebodyElse() {
        Rule rule = norm("n", condition("c", IN_NL, oneOf(Aspect.ROLE, "role/provider")));
        Outcome outcome = only(rule, keylogging());
        assertThat(outcome.state()).isEqualTo(State.DOES_NOT_APPLY);
        assertThat(outcome.bindsAnother()).isTrue();
        assertThat(only(norm("n", condition("c", IN_NL, oneOf(Aspect.ROLE, "role/controller"))), keylogging())
                        .state())
                .isEqualTo(State.APPLIES);
    }

    @Test
    void leavesOutWhoTheLawLeavesOut() {
        Rule rule = norm("n", condition("c", IN_NL, noneOf(Aspect.STATUS, "worker-status/employee")));
        assertThat(only(rule, keylogging()).state()).isEqualTo(State.DEPENDS);
        assertThat(only(rule, keylogging().with(Aspect.STATUS, id("worker-status/agency")))
                        .state())
                .isEqualTo(State.DOES_NOT_APPLY);
        assertThat(only(rule, keylogging().with(Aspect.STATUS, id("worker-status/freelance")))
                        .state())
                .isEqualTo(State.APPLIES);
    }

    @Test
    void asksFirstWhatDecidesMost() {
        Evaluator evaluator = new Evaluator(new Rules(
                List.of(
                        norm("a", condition("a", IN_NL, atLeast(50))),
                        norm("b", condition("b", IN_NL, KEYS, fact("council", true))),
                        norm("c", condition("c", IN_NL, KEYS, fact("council", true)))),
                List.of(),
                Ids.terms()));
        assertThat(evaluator.assess(keylogging().build()).questions())
                .containsExactly(Missing.of(id("fact/council")), Missing.of(Aspect.PERSONS));
    }

    @Test
    void setsAsideWhatTurnsOnlyOnWhatNothingGivenTouches() {
        Evaluator evaluator = new Evaluator(new Rules(
                List.of(
                        norm("on-keys", condition("a", IN_NL, KEYS, fact("council", true))),
                        norm("same-question", condition("b", IN_NL, fact("council", true))),
                        norm("number", condition("c", IN_NL, atLeast(50))),
                        norm("breach", condition("d", IN_NL, fact("breach", true)))),
                List.of(),
                Ids.terms()));
        assertThat(evaluator.assess(keylogging().build()).aside()).containsExactly(id("obligation/breach"));
        Situation told = keylogging().fact(id("fact/council"), true).build();
        assertThat(evaluator.assess(told).aside()).containsExactly(id("obligation/breach"));
        assertThat(evaluator.assess(told).questions())
                .containsExactly(Missing.of(Aspect.PERSONS), Missing.of(id("fact/breach")));
    }

    @Test
    void tellsWhoSaysThatItIsAiWhatWouldMakeItOfAClass() {
        Condition class4 =
                condition("class", IN_NL, oneOf(Aspect.DECISION, "decision-kind/hiring"), fact("ai-system", true));
        Evaluator evaluator = new Evaluator(new Rules(
                List.of(norm("n", condition("c", IN_NL, oneOf(Aspect.RISK_CLASS, "risk-class/high")))),
                List.of(riskClass("high", List.of(), class4)),
                Ids.terms()));
        assertThat(evaluator.assess(keylogging().build()).aside()).containsExactly(id("obligation/n"));
        Assessment told =
                evaluator.assess(keylogging().fact(id("fact/ai-system"), true).build());
        assertThat(told.aside()).isEmpty();
        assertThat(told.questions()).containsExactly(Missing.of(Aspect.DECISION));
    }

    @Test
    void turnsOnTheDayOfFirstUseThoughNobodyCallsOnIt() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        Criterion before = new Criterion.InUse(Optional.empty(), Optional.of(day), List.of());
        Rule rule = norm(
                "n",
                List.of(exception("old", condition("e", IN_NL, before, fact("changed", false)))),
                condition("c", IN_NL, KEYS));
        assertThat(only(rule, keylogging()).missing())
                .containsExactly(Missing.of(Aspect.IN_USE_SINCE), Missing.of(id("fact/changed")));
        assertThat(only(rule, keylogging()).state()).isEqualTo(State.DEPENDS);
        assertThat(only(rule, keylogging().inUseSince(day)).state()).isEqualTo(State.APPLIES);
        assertThat(only(rule, keylogging().fact(id("fact/changed"), true)).state())
                .isEqualTo(State.APPLIES);
        Situation.Builder old = keylogging().inUseSince(day.minusDays(1)).fact(id("fact/changed"), false);
        assertThat(only(rule, old).state()).isEqualTo(State.DOES_NOT_APPLY);
    }

    private static Situation.Builder keylogging() {
        return keylogging(TODAY);
    }

    private static Situation.Builder keylogging(LocalDate on) {
        return Situation.on(on).with(Aspect.TERRITORY, NL).with(Aspect.TECHNIQUE, id("technique/keylogging"));
    }

    private static Assessment assess(Rule rule, Situation.Builder situation) {
        return new Evaluator(new Rules(List.of(rule), List.of(), Ids.terms())).assess(situation.build());
    }

    private static Outcome only(Rule rule, Situation.Builder situation) {
        List<Outcome> outcomes = assess(rule, situation).outcomes();
        assertThat(outcomes).hasSize(1);
        assertThat(Set.of(State.values())).contains(outcomes.get(0).state());
        return outcomes.get(0);
    }
}
