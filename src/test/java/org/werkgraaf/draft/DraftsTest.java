package org.werkgraaf.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.change.ChangeFormat;
import org.werkgraaf.change.ChangeSet;

/** Changes that wait are there after a restart, each as it was, and only who may can move them on. */
class DraftsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), ZoneOffset.UTC);
    private static final DraftLimits LIMITS = new DraftLimits(3, 2, 50_000, 90, 1_000_000, 50);

    @TempDir
    private Path folder;

    private Drafts open(DraftLimits limits) {
        return Drafts.open(folder.resolve(Drafts.FOLDER), limits, CLOCK);
    }

    private static DraftChange.Text text(String author, String name) {
        return new DraftChange.Text(
                "technique/x",
                "/edit/technique/x",
                ChangeFormat.read("A <https://w3id.org/werkgraaf/id/technique/x>"
                                + " <http://www.w3.org/2004/02/skos/core#altLabel> \"" + name + "\"@nl .\n")
                        .by(author, "Because", "p1"),
                Map.of("t.altLabel.nl", List.of(name, "two\nlines")));
    }

    @Test
    void allOfItIsThereAfterARestart() {
        DraftChange published;
        DraftChange returned;
        try (Drafts drafts = open(LIMITS)) {
            published = drafts.keep(null, text("bob", "een"), true);
            drafts.published(published.id(), "ann", "2026-11-30-12345678");
            returned = drafts.keep(null, text("bob", "twee"), true);
            drafts.giveBack(returned.id(), "ann", " Name the source. ");
        }
        try (Drafts drafts = open(LIMITS)) {
            assertThat(drafts.damages()).isEmpty();
            DraftChange first = drafts.find(published.id()).orElseThrow();
            assertThat(first.state()).isEqualTo(DraftState.PUBLISHED);
            assertThat(first.change()).isEqualTo("2026-11-30-12345678");
            assertThat(first.by()).isEqualTo("ann");
            assertThat(first.text().form()).isEmpty();
            DraftChange second = drafts.find(returned.id()).orElseThrow();
            assertThat(second.words()).isEqualTo("Name the source.");
            assertThat(second.text()).isEqualTo(returned.text());
            assertThat(drafts.about("technique/x")).containsExactly(second);
            DraftChange again = drafts.keep(second.id(), text("bob", "drie"), true);
            assertThat(again.id()).isEqualTo(second.id());
            // What is to be done stays to be read while it is being done.
            assertThat(again.words()).isEqualTo("Name the source.");
            assertThat(again.wordsBy()).isEqualTo("ann");
            assertThat(again.by()).isEqualTo("bob");
        }
        try (Drafts drafts = open(LIMITS)) {
            assertThat(drafts.waiting(returned.id()).text().form().get("t.altLabel.nl"))
                    .containsExactly("drie", "two\nlines");
            assertThat(drafts.all()).hasSize(2);
        }
    }

    @Test
    void onlyItsAuthorChangesItAndOnlyWhatWaitsIsAnswered() {
        try (Drafts drafts = open(LIMITS)) {
            String id = drafts.keep(null, text("bob", "een"), false).id();
            assertThatThrownBy(() -> drafts.refuse(id, "ann", "No")).hasMessageContaining("does not wait");
            assertThatThrownBy(() -> drafts.keep(id, text("cas", "x"), true)).hasMessageContaining("one of bob");
            assertThatThrownBy(() -> drafts.withdraw(id, "ann")).hasMessageContaining("one of bob");
            drafts.keep(id, text("bob", "een"), true);
            assertThatThrownBy(() -> drafts.refuse(id, "ann", " ")).hasMessageContaining("empty");
            assertThatThrownBy(() -> drafts.refuse(id, "ann", "x".repeat(51)))
                    .hasMessageContaining("werkgraaf.edit.words-length-max");
            drafts.refuse(id, "ann", "No source says so");
            // Who was refused can mend it and ask again.
            assertThat(drafts.keep(id, text("bob", "beter"), true).state()).isEqualTo(DraftState.PROPOSED);
            drafts.withdraw(id, "bob");
            assertThatThrownBy(() -> drafts.keep(id, text("bob", "x"), true)).hasMessageContaining("was withdrawn");
            assertThatThrownBy(() -> drafts.waiting("nothing")).hasMessageContaining("no change of that id");
        }
    }

    @Test
    void asManyAsMayAndNoMore() {
        try (Drafts drafts = open(LIMITS)) {
            String first = drafts.keep(null, text("bob", "1"), true).id();
            drafts.keep(null, text("bob", "2"), false);
            assertThatThrownBy(() -> drafts.keep(null, text("bob", "3"), true))
                    .hasMessageContaining("werkgraaf.edit.drafts-per-person-max");
            drafts.keep(null, text("cas", "3"), true);
            assertThatThrownBy(() -> drafts.keep(null, text("dia", "4"), true))
                    .hasMessageContaining("werkgraaf.edit.drafts-open-max");
            drafts.refuse(first, "ann", "No");
            drafts.keep(null, text("dia", "4"), true);
            assertThatThrownBy(() -> drafts.keep(first, text("bob", "1"), true))
                    .hasMessageContaining("drafts-open-max");
        }
        try (Drafts drafts = open(new DraftLimits(100, 100, 50_000, 90, 100, 50))) {
            assertThatThrownBy(() -> drafts.keep(null, text("bob", "5"), true))
                    .hasMessageContaining("werkgraaf.edit.drafts-journal-bytes-max");
        }
    }

    @Test
    void whatWasPublishedBeforeACrashIsSaidToBeByWhoApprovedIt() {
        ChangeSet applied;
        String id;
        String other;
        try (Drafts drafts = open(LIMITS)) {
            DraftChange kept = drafts.keep(null, text("bob", "een"), true);
            id = kept.id();
            other = drafts.keep(null, text("bob", "twee"), true).id();
            ChangeSet wanted = kept.text().change().approvedBy("carl");
            applied = ChangeFormat.read("H id <urn:werkgraaf:change:2026-11-30-12345678> .\n"
                    + "H time \"2026-11-30T10:00:01Z\"^^<http://www.w3.org/2001/XMLSchema#dateTime> .\n"
                    + ChangeFormat.write(wanted));
            // Long before it was kept somebody did the same.
            ChangeSet earlier = ChangeFormat.read("H time \"2026-11-30T09:00:00Z\" .\n" + ChangeFormat.write(wanted));
            assertThat(drafts.settle(List.of(earlier))).isEmpty();
        }
        try (Drafts drafts = open(LIMITS)) {
            assertThat(drafts.settle(List.of(applied)))
                    .extracting(DraftChange::id)
                    .containsExactly(id);
            assertThat(drafts.settle(List.of(applied))).isEmpty();
        }
        try (Drafts drafts = open(LIMITS)) {
            DraftChange settled = drafts.find(id).orElseThrow();
            assertThat(settled.state()).isEqualTo(DraftState.PUBLISHED);
            assertThat(settled.by()).isEqualTo("carl");
            assertThat(settled.change()).isEqualTo("2026-11-30-12345678");
            assertThat(drafts.find(other).orElseThrow().state()).isEqualTo(DraftState.PROPOSED);
        }
    }

    private static DraftChange.Text large(String author, String name, int length) {
        DraftChange.Text text = text(author, name);
        return new DraftChange.Text(
                text.subject(), text.page(), text.change(), Map.of("t.definition.nl", List.of("x".repeat(length))));
    }

    private long fileBytes() throws IOException {
        return Files.size(folder.resolve(Drafts.FOLDER).resolve("drafts.jsonl"));
    }

    /** Whoever keeps one change a thousand times takes the room of one, and nobody takes that of others. */
    @Test
    void whatIsPastTakesNoRoomAndEachHasAShare() throws IOException {
        DraftLimits limits = new DraftLimits(100, 50, 50_000, 90, 300_000, 50);
        String again;
        DraftChange published;
        try (Drafts drafts = open(limits)) {
            published = drafts.keep(null, text("ann", "een"), true);
            drafts.published(published.id(), "cas", "2026-11-30-12345678");
            again = drafts.keep(null, large("bob", "een", 20_000), true).id();
            drafts.giveBack(again, "ann", "Name it");
            for (int i = 0; i < 100; i++) {
                drafts.keep(again, large("bob", "x" + i, 20_000), false);
                assertThat(fileBytes()).isLessThan(200_000);
            }
            assertThatThrownBy(() -> drafts.keep(null, large("bob", "y", 40_000), true))
                    .hasMessageContaining("werkgraaf.edit.drafts-bytes-per-person-max");
            drafts.keep(null, large("dia", "z", 40_000), true);
        }
        try (Drafts drafts = open(limits)) {
            assertThat(drafts.damages()).isEmpty();
            DraftChange kept = drafts.find(again).orElseThrow();
            assertThat(kept.number()).isEqualTo(2);
            assertThat(kept.state()).isEqualTo(DraftState.DRAFT);
            assertThat(kept.words()).isEqualTo("Name it");
            assertThat(kept.wordsBy()).isEqualTo("ann");
            assertThat(kept.text()).isEqualTo(large("bob", "x99", 20_000));
            assertThat(drafts.find(published.id()).orElseThrow().change()).isEqualTo("2026-11-30-12345678");
        }
        Clock later = Clock.fixed(CLOCK.instant().plus(Duration.ofDays(91)), ZoneOffset.UTC);
        try (Drafts drafts = Drafts.open(folder.resolve(Drafts.FOLDER), limits, later)) {
            for (int i = 0; i < 10; i++) {
                drafts.keep(again, large("bob", "x" + i, 20_000), false);
            }
            // The log has it.
            assertThat(drafts.find(published.id())).isEmpty();
            assertThat(drafts.keep(null, text("cas", "new"), true).number()).isEqualTo(4);
        }
    }

    @Test
    void aFileThatIsDamagedIsNotWrittenAnew() throws IOException {
        DraftLimits limits = new DraftLimits(100, 50, 500_000, 90, 300_000, 50);
        String id;
        try (Drafts drafts = open(limits)) {
            id = drafts.keep(null, large("bob", "een", 40_000), false).id();
            drafts.keep(null, large("bob", "twee", 10_000), false);
        }
        Path file = folder.resolve(Drafts.FOLDER).resolve("drafts.jsonl");
        Files.writeString(file, Files.readString(file).replaceFirst("twee", "drie"));
        try (Drafts drafts = open(limits)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10; i++) {
                            drafts.keep(id, large("bob", "x" + i, 40_000), false);
                        }
                    })
                    .hasMessageContaining("drafts-journal-bytes-max");
            assertThat(drafts.damages()).isNotEmpty();
        }
    }

    @Test
    void damageIsNamedAndCostsNoOther() throws IOException {
        String id;
        try (Drafts drafts = open(LIMITS)) {
            drafts.keep(null, text("bob", "1"), true);
            id = drafts.keep(null, text("cas", "2"), true).id();
        }
        Path file = folder.resolve(Drafts.FOLDER).resolve("drafts.jsonl");
        Files.writeString(file, Files.readString(file).replaceFirst("Because", "Becuase"));
        try (Drafts drafts = open(LIMITS)) {
            assertThat(drafts.damages()).singleElement().asString().contains("line 1");
            assertThat(drafts.all()).extracting(DraftChange::id).containsExactly(id);
        }
        assertThat(Set.of("rw-------", "rwx------"))
                .contains(java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve(Drafts.FOLDER))));
    }
}
