package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.SmallNorm;
import org.werkgraaf.assess.ScenarioMistake;
import org.werkgraaf.assess.State;
import org.werkgraaf.change.ChangeFormat;
import org.werkgraaf.change.ChangeLine;
import org.werkgraaf.publish.ExpectedAnswers.Unasked;
import org.werkgraaf.vocabulary.ThingId;

/** A change is held against the cases of the check and the competency questions that come with the content. */
class ExpectedAnswersTest {
    private static final String HEAD = "H author \"Ann\" .\nH reason \"It is on page 3\" .\n";
    private static final String RENAME = HEAD + """
            D <https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#altLabel> "stress op het werk"@nl .
            A <https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#altLabel> "stress door werk"@nl .
            """;

    @TempDir
    private Path folder;

    private SmallContent content;
    private ChangeDesk desk;

    @BeforeEach
    void open() {
        content = new SmallContent(folder, SmallNorm.schemes());
        SmallNorm.write(content);
        desk = desk(20_000);
    }

    private ChangeDesk desk(long questionsMillisMax) {
        return new ChangeDesk(content.reader(), Clock.systemUTC(), new ChangeLimits(20, 100, questionsMillisMax));
    }

    private String norm() throws IOException {
        return Files.readString(folder.resolve("data/sources/small-norm.trig"));
    }

    @Test
    void aChangeThatFlipsACaseIsRefusedWithItsName() throws IOException {
        String before = norm();
        ChangeVerdict verdict = desk.apply(ChangeFormat.read(HEAD + SmallNorm.OTHER_TECHNIQUE));
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.accepted()).isFalse();
        assertThat(verdict.written()).isFalse();
        assertThat(norm()).isEqualTo(before);
        assertThat(verdict.reasons()).singleElement().asString().contains(SmallNorm.NAME, "obligation/tell");
        assertThat(verdict.answers().cases()).singleElement().satisfies(broken -> {
            assertThat(broken.result().name()).isEqualTo(SmallNorm.NAME);
            assertThat(broken.result().mistakes()).singleElement().satisfies(mistake -> {
                assertThat(mistake.kind()).isEqualTo(ScenarioMistake.Kind.STATE);
                assertThat(mistake.norm()).contains(new ThingId("obligation", "tell"));
                assertThat(mistake.must()).contains(State.APPLIES);
                assertThat(mistake.is()).isEqualTo(Optional.empty());
            });
            assertThat(broken.by()).extracting(ChangeLine::thing).containsOnly(new ThingId("condition", "tell").node());
        });
    }

    @Test
    void whatIsNotAboutTheCaseIsTaken() {
        ChangeVerdict verdict = desk.apply(ChangeFormat.read(RENAME));
        assertThat(verdict.written()).isTrue();
        assertThat(verdict.answers().cases()).isEmpty();
        assertThat(verdict.answers().questions()).isEmpty();
        assertThat(verdict.answers().unasked()).isEmpty();
    }

    @Test
    void aCaseThatNamesWhatIsNotThereIsToldAndSoIsOneThatIsCorrectedFirst() {
        content.writeRaw("queries/scenarios/other.yaml", """
                - title: Of what is new
                  given: {technique: technique-2, jurisdiction: nl}
                  expect:
                    applies: [obligation/tell]
                  why: Article 1.
                """);
        content.writeRaw("queries/scenarios/small.yaml", "[]\n");
        // The case is wrong until the norm is changed, so that the change is taken.
        ChangeVerdict verdict = desk.apply(ChangeFormat.read(HEAD + SmallNorm.OTHER_TECHNIQUE));
        assertThat(verdict.written()).as("%s", verdict.reasons()).isTrue();
        // And from then on it holds.
        ChangeVerdict back =
                desk.apply(desk.reverting(verdict.planned().change().id(), "Bo", "Back"));
        assertThat(back.written()).isFalse();
        assertThat(back.reasons()).singleElement().asString().contains("other.yaml: Of what is new");
    }

    @Test
    void anAnswerThatLosesSomethingIsToldAndWrittenOnceItIsConfirmed() {
        ChangeVerdict verdict = desk.apply(ChangeFormat.read(HEAD + SmallNorm.NO_STRESS));
        assertThat(verdict.accepted()).isTrue();
        assertThat(verdict.written()).isFalse();
        assertThat(verdict.answers().questions()).singleElement().satisfies(changed -> {
            assertThat(changed.change().name()).isEqualTo("cq-stress");
            assertThat(changed.change().texts()).containsEntry("en", "What gives stress?");
            assertThat(changed.change().gone())
                    .containsExactly(
                            List.of(ThingId.THINGS + "technique/technique-1", ThingId.THINGS + "risk/work-stress"));
            assertThat(changed.change().come()).isEmpty();
            assertThat(changed.by()).hasSize(2);
        });
        assertThat(desk.apply(ChangeFormat.read(HEAD + SmallNorm.NO_STRESS), "0000000000000000")
                        .written())
                .isFalse();
        assertThat(desk.apply(
                                ChangeFormat.read(HEAD + SmallNorm.NO_STRESS),
                                verdict.answers().confirmation())
                        .written())
                .isTrue();
        // What comes again need not be confirmed.
        ChangeVerdict back = desk.apply(desk.reverting(desk.applied().get(0).id(), "Bo", "It does"));
        assertThat(back.written()).isTrue();
        assertThat(back.answers().questions())
                .singleElement()
                .satisfies(changed -> assertThat(changed.change().come()).hasSize(1));
    }

    @Test
    void whatWasNotAskedIsTold() {
        assertThat(desk(0).look(ChangeFormat.read(HEAD + SmallNorm.NO_STRESS))
                        .answers()
                        .unasked())
                .containsExactly(new Unasked(Unasked.Reason.NO_TIME, 1, ""));
        content.writeRaw("queries/competency/cq-stress.rq", "SELECT");
        content.writeRaw("queries/scenarios/asked-on.txt", "yesterday\n");
        assertThat(desk.look(ChangeFormat.read(RENAME)).answers().unasked())
                .extracting(Unasked::reason)
                .containsExactly(Unasked.Reason.UNREADABLE, Unasked.Reason.UNREADABLE);
        content.writeRaw("queries/scenarios/small.yaml", "[]\n");
        content.writeRaw("queries/competency/manifest.ttl", """
                PREFIX mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#>
                <> a mf:Manifest ; mf:entries () .
                """);
        assertThat(desk.look(ChangeFormat.read(RENAME)).answers().unasked())
                .extracting(Unasked::reason)
                .containsExactly(Unasked.Reason.NO_CASES, Unasked.Reason.NO_QUESTIONS);
        // Rules that refuse the content are enough to say no.
        assertThat(desk.look(ChangeFormat.read(HEAD + """
                                D <https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#prefLabel> "Werkstress"@nl .
                                """)).answers().unasked())
                .extracting(Unasked::reason)
                .containsExactly(Unasked.Reason.REFUSED);
    }
}
