package org.werkgraaf.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proposals as they are taken, answered and forgotten, and what is on the disk of them. */
class ProposalsTest {
    private static final ProposalLimits LIMITS = new ProposalLimits(3, 4000, 200, 60);
    private static final String WORDS = "Het was de achtentwintigste.";
    private static final String EMAIL = "lezer@example.org";

    @TempDir
    private Path folder;

    @Test
    void aProposalIsFollowedThroughItsStatesAndARestart() {
        String id;
        try (Proposals proposals = open()) {
            Proposal received = proposals.receive(text(WORDS), EMAIL);
            id = received.id();
            assertThat(received.state()).isEqualTo(ProposalState.RECEIVED);
            assertThat(proposals.look(id).state()).isEqualTo(ProposalState.LOOKING);
            assertThat(proposals.look(id).state()).isEqualTo(ProposalState.LOOKING);
        }
        try (Proposals proposals = open()) {
            assertThat(proposals.find(id).orElseThrow().state()).isEqualTo(ProposalState.LOOKING);
            assertThat(proposals.find(id).orElseThrow().text()).isEqualTo(text(WORDS));
            assertThat(proposals.address(id)).contains(EMAIL);
            proposals.answer(id, true, "  Verbeterd.\n");
            assertThatThrownBy(() -> proposals.answer(id, false, "Nee"))
                    .hasMessageContaining("was accepted")
                    .isInstanceOfSatisfying(
                            ProposalException.class,
                            e -> assertThat(e.reason()).isEqualTo(ProposalException.Reason.ANSWERED));
            assertThatThrownBy(() -> proposals.look(id)).isInstanceOf(ProposalException.class);
        }
        try (Proposals proposals = open()) {
            Proposal answered = proposals.find(id).orElseThrow();
            assertThat(answered.state()).isEqualTo(ProposalState.ACCEPTED);
            assertThat(answered.answer()).isEqualTo("Verbeterd.");
            assertThat(answered.number()).isEqualTo(1);
            assertThat(proposals.damages()).isEmpty();
        }
    }

    @Test
    void anAddressIsApartAndGoneFromTheDiskWithTheAnswer() throws IOException {
        try (Proposals proposals = open()) {
            String id = proposals.receive(text(WORDS), EMAIL).id();
            String other = proposals.receive(text(WORDS), "ander@example.org").id();
            assertThat(onDisk(Proposals.JOURNAL)).doesNotContain(EMAIL);
            assertThat(all()).contains(EMAIL);
            proposals.answer(id, false, "Het staat er goed.");
            assertThat(all()).doesNotContain(EMAIL).contains("ander@example.org");
            assertThat(proposals.address(id)).isEmpty();
            proposals.remove(other);
            assertThat(all()).doesNotContain("@example.org");
        }
    }

    /** As a kill between two writes leaves it. */
    @Test
    void anAddressThatNobodyWaitsForIsForgottenAtTheNextStart() throws IOException {
        String id;
        try (Proposals proposals = open()) {
            id = proposals.receive(text(WORDS), EMAIL).id();
        }
        Files.writeString(
                folder.resolve("addresses.json"), "{\"" + id + "\":\"" + EMAIL + "\",\"unknown\":\"x@example.org\"}");
        try (Proposals proposals = open()) {
            assertThat(proposals.address(id)).contains(EMAIL);
            assertThat(all()).contains(EMAIL).doesNotContain("x@example.org");
        }
    }

    /** As a kill amid the writing of a file leaves it. */
    @Test
    void addressesThatWereHalfWrittenAreGoneAtTheNextStartAndWithTheLastAnswer() throws IOException {
        String half = "{\"x\":\"half@example.org\"";
        open().close();
        Files.writeString(folder.resolve("addresses.json.new"), half);
        try (Proposals proposals = open()) {
            assertThat(all()).doesNotContain("half@example.org");
            String id = proposals.receive(text(WORDS), EMAIL).id();
            Files.writeString(folder.resolve("addresses.json.new"), half);
            proposals.answer(id, true, "Gedaan.");
            assertThat(all()).doesNotContain("@example.org");
        }
    }

    @Test
    void theAddressOfAProposalWhoseLineIsDamagedIsKeptUntilThatIsPutBack() throws IOException {
        String lost;
        String answered;
        try (Proposals proposals = open()) {
            lost = proposals.receive(text("Twee"), EMAIL).id();
            answered = proposals.receive(text("Drie"), null).id();
            proposals.answer(answered, true, "Gedaan.");
        }
        Files.writeString(
                folder.resolve("addresses.json"),
                "{\"" + lost + "\":\"" + EMAIL + "\",\"" + answered + "\":\"ander@example.org\"}");
        Path file = folder.resolve(Proposals.JOURNAL);
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("Twee", "Twij"));
        try (Proposals proposals = open()) {
            assertThat(proposals.find(lost)).isEmpty();
            assertThat(all()).contains(EMAIL).doesNotContain("ander@example.org");
        }
        Files.writeString(file, whole);
        try (Proposals proposals = open()) {
            assertThat(proposals.address(lost)).contains(EMAIL);
        }
    }

    /** A line that was cut was never acknowledged: its reader waits for nothing. */
    @Test
    void theAddressOfAProposalThatWasCutIsForgotten() throws IOException {
        try (Proposals proposals = open()) {
            proposals.receive(text("Een"), null);
            proposals.receive(text("Twee"), EMAIL);
        }
        Path file = folder.resolve(Proposals.JOURNAL);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 9));
        try (Proposals proposals = open()) {
            assertThat(proposals.damages()).containsExactly("line 2 is cut");
            assertThat(all()).doesNotContain(EMAIL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{\"a\":", "[]", "{\"a\":null}", "{\"a\":\"\ufffd"})
    void addressesThatCannotBeReadAreSetAsideAndTheServiceStarts(String damaged) throws IOException {
        Path aside = folder.resolve("addresses.json.damaged");
        Files.writeString(folder.resolve("addresses.json"), damaged);
        try (Proposals proposals = open()) {
            assertThat(proposals.unreadableAddresses()).contains(aside);
            assertThat(aside).hasContent(damaged);
            String id = proposals.receive(text(WORDS), EMAIL).id();
            assertThat(proposals.address(id)).contains(EMAIL);
        }
        try (Proposals proposals = open()) {
            assertThat(proposals.unreadableAddresses()).contains(aside);
            Files.delete(aside);
            assertThat(proposals.unreadableAddresses()).isEmpty();
        }
    }

    /** A folder in the way of the file stands for a disk that takes no more. */
    @Test
    void anAddressThatCouldNotBeDeletedIsToldAndDeletedWithTheSameAnswer() throws IOException {
        try (Proposals proposals = open()) {
            String id = proposals.receive(text(WORDS), EMAIL).id();
            Path file = folder.resolve("addresses.json");
            Files.delete(file);
            Path inTheWay = Files.createDirectories(file.resolve("in-the-way"));
            assertThatThrownBy(() -> proposals.answer(id, true, "Gedaan."))
                    .hasMessageContaining("The answer is kept")
                    .hasMessageContaining("send the same answer again");
            assertThat(proposals.address(id)).contains(EMAIL);
            assertThatThrownBy(() -> proposals.answer(id, true, "Iets anders.")).hasMessageContaining("was accepted");
            Files.delete(inTheWay);
            assertThat(proposals.answer(id, true, "Gedaan.").answer()).isEqualTo("Gedaan.");
            assertThat(proposals.address(id)).isEmpty();
            assertThat(file).doesNotExist();
            assertThatThrownBy(() -> proposals.answer(id, true, "Gedaan.")).hasMessageContaining("was accepted");
        }
    }

    @Test
    void whatCouldNotBeRemovedIsRemovedWhenThatIsAskedAgain() throws IOException {
        try (Proposals proposals = open()) {
            String id = proposals.receive(text(WORDS), EMAIL).id();
            Path file = folder.resolve("addresses.json");
            Files.delete(file);
            Path inTheWay = Files.createDirectories(file.resolve("in-the-way"));
            assertThatThrownBy(() -> proposals.remove(id)).hasMessageContaining("Remove it again");
            Files.delete(inTheWay);
            proposals.remove(id);
            assertThat(all()).doesNotContain(WORDS, EMAIL);
            assertThat(proposals.address(id)).isEmpty();
        }
    }

    @Test
    void whatIsRemovedIsGoneFromTheDiskAndItsReaderIsTold() throws IOException {
        try (Proposals proposals = open()) {
            String id = proposals
                    .receive(
                            new ProposalText("case/x", "whole", null, WORDS, "https://a.example", "blz. 7", "nl", "r"),
                            EMAIL)
                    .id();
            String other = proposals.receive(text("Iets anders."), null).id();
            proposals.answer(id, false, "Dit hoort hier niet.");
            proposals.remove(id);
            assertThat(all())
                    .doesNotContain(WORDS, "a.example", "blz. 7", "hoort hier niet")
                    .contains("Iets anders.");
            assertThat(proposals.find(id).orElseThrow().text().shouldBe()).isEmpty();
            proposals.answer(other, true, "Gedaan.");
            proposals.remove(id);
        }
        try (Proposals proposals = open()) {
            assertThat(proposals.damages()).isEmpty();
            assertThat(proposals.all())
                    .extracting(Proposal::state)
                    .containsExactly(ProposalState.REMOVED, ProposalState.ACCEPTED);
        }
    }

    @Test
    void aDamagedLineCostsThatProposalOnly() throws IOException {
        String first;
        String last;
        try (Proposals proposals = open()) {
            first = proposals.receive(text("Een"), null).id();
            proposals.receive(text("Twee"), null);
            last = proposals.receive(text("Drie"), null).id();
        }
        Path file = folder.resolve(Proposals.JOURNAL);
        Files.writeString(file, Files.readString(file).replace("Twee", "Twij"));
        try (Proposals proposals = open()) {
            assertThat(proposals.damages()).containsExactly("line 2 is not what was written");
            assertThat(proposals.all()).extracting(Proposal::id).containsExactly(first, last);
        }
    }

    @Test
    void noMoreWaitThanMayAndAnAnswerMakesRoom() {
        try (Proposals proposals = open()) {
            String id = proposals.receive(text("1"), null).id();
            proposals.receive(text("2"), null);
            proposals.receive(text("3"), null);
            assertThatThrownBy(() -> proposals.receive(text("4"), EMAIL))
                    .hasMessageContaining("werkgraaf.proposals.open-max");
            proposals.answer(id, true, "Gedaan.");
            proposals.receive(text("4"), null);
        }
    }

    @Test
    void theFileDoesNotGrowWithoutEndButAnswersAreAlwaysTaken() throws IOException {
        try (Proposals proposals = open()) {
            for (int i = 0; i < 100; i++) {
                String id;
                try {
                    id = proposals.receive(text(WORDS), null).id();
                } catch (ProposalException e) {
                    assertThat(e).hasMessageContaining("werkgraaf.proposals.journal-bytes-max");
                    assertThat(Files.size(folder.resolve(Proposals.JOURNAL))).isBetween(4000L, 5500L);
                    return;
                }
                proposals.answer(id, true, "Gedaan.");
            }
        }
        throw new AssertionError("The file grew without end");
    }

    @ParameterizedTest
    @CsvSource({
        "shouldBe, '', , , is empty",
        "shouldBe, LONG, , , text-length-max",
        "source, x, LONG, , line-length-max",
        "source, x, javascript:alert(1), , https://",
        "source, x, https:/a b, , https://",
        "email, x, , reader, name@example.org",
        "email, x, , a@b@c.org, name@example.org",
        "email, x, , LONG, line-length-max"
    })
    void aFieldThatCannotBeTakenIsNamed(String field, String shouldBe, String source, String email, String said)
            throws IOException {
        String tooLong = "https://" + "a".repeat(200);
        try (Proposals proposals = open()) {
            assertThatThrownBy(() -> proposals.receive(
                            new ProposalText(
                                    "case/x",
                                    "whole",
                                    null,
                                    "LONG".equals(shouldBe) ? tooLong : shouldBe,
                                    "LONG".equals(source) ? tooLong : source,
                                    null,
                                    "nl",
                                    "r"),
                            "LONG".equals(email) ? tooLong : email))
                    .hasMessageContaining(said)
                    .isInstanceOfSatisfying(
                            ProposalException.class, e -> assertThat(e.field()).isEqualTo(field));
            assertThat(all()).isEmpty();
        }
    }

    /** As browsers show them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://nl.wikipedia.org/wiki/X|y",
                "https://www.rechtspraak.nl/a b?c={d}",
                "https://m\u00fcnchen.example/",
                "HTTPS://example.org/x",
                "http://ex_ample.org"
            })
    void aSourceNeedsNoMoreThanToBeMeantAsAnAddress(String source) {
        try (Proposals proposals = open()) {
            ProposalText text = new ProposalText("case/x", "whole", null, WORDS, source, null, "nl", "r");
            assertThat(proposals.receive(text, null).text().source()).isEqualTo(source);
        }
    }

    @Test
    void controlCharactersAreRefusedAndLinesAreNot() {
        try (Proposals proposals = open()) {
            proposals.receive(text("een\r\ntwee\tdrie"), null);
            assertThatThrownBy(() -> proposals.receive(text("een\u001b[2J"), null))
                    .hasMessageContaining("control character");
            assertThatThrownBy(() -> proposals.receive(
                            new ProposalText("case/x", "whole", null, "x", null, "blz.\n7", "nl", "r"), null))
                    .hasMessageContaining("control character");
        }
    }

    @Test
    void idsCannotBeGuessed() {
        try (Proposals proposals =
                Proposals.open(folder, new ProposalLimits(500, 10_000_000, 200, 60), Clock.systemUTC())) {
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                ids.add(proposals.receive(text("x"), null).id());
            }
            // 192 bits in letters of which each has six.
            assertThat(ids).hasSize(100).allMatch(id -> id.matches("[A-Za-z0-9_-]{32}"));
        }
    }

    private Proposals open() {
        return Proposals.open(folder, LIMITS, Clock.systemUTC());
    }

    private static ProposalText text(String shouldBe) {
        return new ProposalText(
                "case/x", "decidedOn=2023-12-27", "beslist op: 27 december 2023", shouldBe, null, null, "nl", "r");
    }

    private String onDisk(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    private String all() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (List<Path>) files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
