package org.werkgraaf.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.werkgraaf.assess.Ids.NL;
import static org.werkgraaf.assess.Ids.TODAY;
import static org.werkgraaf.assess.Ids.condition;
import static org.werkgraaf.assess.Ids.exception;
import static org.werkgraaf.assess.Ids.id;
import static org.werkgraaf.assess.Ids.norm;
import static org.werkgraaf.assess.Ids.oneOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.ThingId;

/** What spares one thing that was named does not spare another beside it. */
class ExceptionScopeTest {
    private static final Rule ON_DATA = norm(
            "n",
            List.of(exception("e", condition("e", oneOf(Aspect.DATA, "data-category/fingerprint")))),
            condition(
                    "c",
                    oneOf(Aspect.TERRITORY, "jurisdiction/nl"),
                    oneOf(Aspect.DATA, "data-category/biometric", "data-category/health")));
    private static final Rule ON_PURPOSE = norm(
            "n",
            List.of(exception("e", condition("e", oneOf(Aspect.PURPOSE, "purpose/lock")))),
            condition("c", oneOf(Aspect.TERRITORY, "jurisdiction/nl")));

    @Test
    void liftsTheNormOnlyForAllThatBringsItAbout() {
        assertThat(of(ON_DATA, Aspect.DATA, "data-category/fingerprint").state())
                .isEqualTo(State.DOES_NOT_APPLY);
        Outcome both = of(ON_DATA, Aspect.DATA, "data-category/fingerprint", "data-category/health");
        assertThat(both.state()).isEqualTo(State.APPLIES);
        Reason fails = both.exceptions().get(0).reasons().get(0);
        assertThat(fails.holds()).isEqualTo(Truth.NO);
        assertThat(fails.given()).containsExactly(id("data-category/health"));
    }

    @Test
    void looksPastWhatTheNormIsNotAbout() {
        assertThat(of(ON_DATA, Aspect.DATA, "data-category/fingerprint", "data-category/keystrokes")
                        .state())
                .isEqualTo(State.DOES_NOT_APPLY);
    }

    @Test
    void takesAllThatWasNamedWhereTheNormAsksNoneOfIt() {
        assertThat(of(ON_PURPOSE, Aspect.PURPOSE, "purpose/lock").state()).isEqualTo(State.DOES_NOT_APPLY);
        assertThat(of(ON_PURPOSE, Aspect.PURPOSE, "purpose/lock", "purpose/dismissal")
                        .state())
                .isEqualTo(State.APPLIES);
    }

    @Test
    void findsTheSameStateWithoutReasons() {
        for (List<String> data : List.of(
                List.of("data-category/fingerprint"),
                List.of("data-category/fingerprint", "data-category/health"),
                List.of("data-category/biometric", "data-category/fingerprint"))) {
            Rules rules = new Rules(List.of(ON_DATA), List.of(), Ids.terms());
            RuleCheck check =
                    new RuleCheck(new Given(situation(Aspect.DATA, data.toArray(String[]::new)), rules.terms()), rules);
            assertThat(check.state(rules.plan(0)))
                    .isEqualTo(check.of(rules.plan(0)).state());
        }
    }

    private static Outcome of(Rule rule, Aspect aspect, String... values) {
        return new Evaluator(new Rules(List.of(rule), List.of(), Ids.terms()))
                .assess(situation(aspect, values))
                .outcomes()
                .get(0);
    }

    private static Situation situation(Aspect aspect, String... values) {
        Situation.Builder given = Situation.on(TODAY).with(Aspect.TERRITORY, NL);
        for (String value : values) {
            given.with(aspect, ThingId.parse(value).orElseThrow());
        }
        return given.build();
    }
}
