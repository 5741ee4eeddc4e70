package org.werkgraaf.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.werkgraaf.assess.Ids.NL;
import static org.werkgraaf.assess.Ids.TODAY;
import static org.werkgraaf.assess.Ids.condition;
import static org.werkgraaf.assess.Ids.fact;
import static org.werkgraaf.assess.Ids.id;
import static org.werkgraaf.assess.Ids.norm;
import static org.werkgraaf.assess.Ids.oneOf;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.ThingId;

/** What is asked, and what is not because it can change nothing. */
class QuestionsAskedTest {
    private static final Criterion IN_NL = oneOf(Aspect.TERRITORY, "jurisdiction/nl");
    private static final Criterion KEYS = oneOf(Aspect.TECHNIQUE, "technique/keylogging");
    private static final Criterion OF_EMPLOYEES = oneOf(Aspect.STATUS, "worker-status/employee");
    private static final ThingId CONTRACT = id("fact/contract");
    private static final ThingId HANDLES = id("fact/handles-data");

    private static final Terms TERMS = Ids.terms(
            Map.of(
                    "entails", List.of("fact/contract worker-status/employee", "fact/handles-data role/processor"),
                    "contradicts", List.of("role/employer fact/handles-data")),
            List.of());

    @Test
    void asksNothingThatOnlyAConditionTurnsOnWhichSaysNoMore() {
        Rule rule = norm(
                "n",
                condition("named", IN_NL, KEYS, fact("council", true)),
                condition("any", IN_NL, fact("council", true), fact("fit", true)));
        assertThat(only(rule, keylogging()).missing()).containsExactly(Missing.of(id("fact/council")));
        Situation.Builder no = keylogging().fact(id("fact/council"), false);
        assertThat(only(rule, no).state()).isEqualTo(State.DOES_NOT_APPLY);
    }

    @Test
    void asksWhatEitherOfTwoConditionsTurnsOn() {
        Rule rule = norm(
                "n",
                condition("one", IN_NL, KEYS, fact("council", true)),
                condition("other", IN_NL, fact("council", false), fact("fit", true)));
        assertThat(only(rule, keylogging()).missing())
                .containsExactlyInAnyOrder(Missing.of(id("fact/council")), Missing.of(id("fact/fit")));
    }

    @Test
    void asksFirstWhatSomebodyIsInLaw() {
        Rules rules = new Rules(
                List.of(
                        norm("a", condition("a", IN_NL, KEYS, fact("council", true))),
                        norm("b", condition("b", IN_NL, KEYS, fact("council", true))),
                        norm("c", condition("c", IN_NL, KEYS, OF_EMPLOYEES))),
                List.of(),
                TERMS);
        Situation.Builder platform = keylogging().with(Aspect.STATUS, id("worker-status/platform-worker"));
        assertThat(new Evaluator(rules).assess(platform.build()).questions())
                .containsExactly(Missing.of(CONTRACT), Missing.of(id("fact/council")));
    }

    @Test
    void asksWhoHasAnotherRoleOnlyByAnAnswerForIt() {
        Rule rule = norm("n", condition("c", IN_NL, KEYS, oneOf(Aspect.ROLE, "role/processor")));
        Situation.Builder provider = keylogging().with(Aspect.ROLE, id("role/ai-provider"));
        assertThat(only(rule, provider).missing()).containsExactly(Missing.of(HANDLES));
        assertThat(only(rule, provider.fact(HANDLES, true)).state()).isEqualTo(State.APPLIES);
        assertThat(only(
                                rule,
                                keylogging()
                                        .with(Aspect.ROLE, id("role/ai-provider"))
                                        .fact(HANDLES, false))
                        .state())
                .isEqualTo(State.DOES_NOT_APPLY);
        assertThat(only(rule, keylogging()).state()).isEqualTo(State.DOES_NOT_APPLY);
    }

    @Test
    void asksNothingThatAnAnswerAlreadyDenies() {
        Terms terms = Ids.terms(
                Map.of(
                        "establishes", List.of("fact/council fact/body"),
                        "contradicts", List.of("fact/consent fact/covert")),
                List.of());
        Rules rules = new Rules(
                List.of(
                        norm("a", condition("a", IN_NL, KEYS, fact("council", true))),
                        norm("b", condition("b", IN_NL, KEYS, fact("consent", true)))),
                List.of(),
                terms);
        Situation told = keylogging()
                .fact(id("fact/body"), false)
                .fact(id("fact/covert"), true)
                .build();
        assertThat(new Evaluator(rules).assess(told).questions()).isEmpty();
        assertThat(new Evaluator(rules).contradicted(told)).isEmpty();
        Situation other = keylogging()
                .fact(id("fact/body"), true)
                .fact(id("fact/covert"), false)
                .build();
        assertThat(new Evaluator(rules).assess(other).questions())
                .containsExactlyInAnyOrder(Missing.of(id("fact/council")), Missing.of(id("fact/consent")));
    }

    private static Situation.Builder keylogging() {
        return Situation.on(TODAY).with(Aspect.TERRITORY, NL).with(Aspect.TECHNIQUE, id("technique/keylogging"));
    }

    private static Outcome only(Rule rule, Situation.Builder situation) {
        List<Outcome> outcomes = new Evaluator(new Rules(List.of(rule), List.of(), TERMS))
                .assess(situation.build())
                .outcomes();
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }
}
