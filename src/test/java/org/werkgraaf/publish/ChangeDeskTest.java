package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.change.ChangeException;
import org.werkgraaf.change.ChangeFormat;
import org.werkgraaf.change.ChangeRow;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ChangeWords;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.publish.Publication.Outcome;
import org.werkgraaf.store.Backup;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.vocabulary.ThingId;

class ChangeDeskTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), ZoneOffset.UTC);
    private static final String HEAD = "H author \"Ann\" .\nH reason \"It is on page 3\" .\n";
    private static final String RENAME = HEAD + """
            D <https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#altLabel> "stress op het werk"@nl .
            A <https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#altLabel> "stress door werk"@nl .
            """;
    private static final String NEW_CASE = HEAD + """
            A <https://w3id.org/werkgraaf/id/risk/boredom> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/werkgraaf/ontology#Risk> .
            A <https://w3id.org/werkgraaf/id/risk/boredom> <http://www.w3.org/2004/02/skos/core#prefLabel> "Verveling"@nl .
            A <https://w3id.org/werkgraaf/id/risk/boredom> <http://www.w3.org/2004/02/skos/core#prefLabel> "Boredom"@en .
            A <https://w3id.org/werkgraaf/id/risk/boredom> <http://www.w3.org/2004/02/skos/core#prefLabel> "Ennui"@fr .
            A <https://w3id.org/werkgraaf/id/risk/boredom> <http://www.w3.org/2004/02/skos/core#altLabel> "verveling op het werk"@nl .
            A <https://w3id.org/werkgraaf/id/risk/boredom> <http://www.w3.org/2004/02/skos/core#definition> "Te weinig afwisseling in het werk."@nl .
            A <https://w3id.org/werkgraaf/id/risk/boredom> <http://www.w3.org/2004/02/skos/core#definition> "Too little variety in the work."@en .
            A <https://w3id.org/werkgraaf/id/passage/other-source-l2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/werkgraaf/ontology#Passage> .
            A <https://w3id.org/werkgraaf/id/passage/other-source-l2> <https://w3id.org/werkgraaf/ontology#inSource> <https://w3id.org/werkgraaf/id/source/other-source> .
            A <https://w3id.org/werkgraaf/id/passage/other-source-l2> <https://w3id.org/werkgraaf/ontology#line> "2" .
            A <https://w3id.org/werkgraaf/id/passage/other-source-l2> <https://w3id.org/werkgraaf/ontology#paraphrase> "Techniek 2 geeft verveling."@nl .
            A <https://w3id.org/werkgraaf/id/passage/other-source-l2> <https://w3id.org/werkgraaf/ontology#paraphrase> "Technique 2 gives boredom."@en .
            A <https://w3id.org/werkgraaf/id/technique/technique-2> <https://w3id.org/werkgraaf/ontology#poses> <https://w3id.org/werkgraaf/id/risk/boredom> <https://w3id.org/werkgraaf/id/passage/other-source-l2> .
            """;

    @TempDir
    private Path folder;

    private SmallContent content;
    private GraphStore store;
    private Publisher publisher;
    private ChangeDesk desk;

    @BeforeEach
    void open() {
        content = new SmallContent(folder.resolve("content"));
        store = GraphStore.inMemory();
        publisher = new Publisher(
                content.reader(),
                store,
                new EntityIndex(store, 100, 0),
                folder.resolve("prepared").toString(),
                CLOCK);
        desk = new ChangeDesk(content.reader(), CLOCK, new ChangeLimits(20, 100, 20_000));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(content.root())) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(content.root().relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static List<String> told(ChangeVerdict verdict) {
        return new ChangeWords(verdict.labels(), "en")
                .rows(verdict.lines()).stream().map(ChangeRow::text).toList();
    }

    @Test
    void aLookTellsWhatWouldChangeAndWritesNothing() throws IOException {
        Map<String, String> before = files();
        ChangeVerdict verdict = desk.look(ChangeFormat.read(RENAME));
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.written()).isFalse();
        assertThat(told(verdict)).containsExactly("other name (nl): stress op het werk → stress door werk");
        assertThat(verdict.planned().paths()).containsExactly("data/entities/others.ttl");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aChangeIsWrittenIntoItsLineAndIsInTheNextReleaseWithItsHistory() throws IOException {
        publisher.publish();
        Map<String, String> before = files();
        ChangeVerdict verdict = desk.apply(ChangeFormat.read(RENAME));
        String id = verdict.planned().change().id();
        assertThat(verdict.written()).isTrue();
        Map<String, String> after = files();
        assertThat(after.get("data/entities/others.ttl"))
                .isEqualTo(before.get("data/entities/others.ttl").replace("stress op het werk", "stress door werk"));
        assertThat(after.get("data/changes/log.txt")).startsWith("1\t2026-11-30T10:00:00Z\t" + id + "\t");
        after.keySet().removeAll(List.of("data/changes/log.txt", "data/changes/lock", "data/changes/" + id + ".rdfp"));
        assertThat(after.keySet()).isEqualTo(before.keySet());

        assertThat(publisher.publish().outcome()).isEqualTo(Outcome.PUBLISHED);
        List<ChangeSet> history = publisher.changes().of(new ThingId("risk", "work-stress").node());
        assertThat(history)
                .extracting(ChangeSet::author, ChangeSet::reason, ChangeSet::id)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Ann", "It is on page 3", id));
        assertThat(publisher.changes().of(new ThingId("technique", "technique-1").node()))
                .isEmpty();
    }

    @Test
    void aNewThingWithItsPassageGoesWhereItsLikeAreAndCanBeTakenBack() throws IOException {
        Map<String, String> before = files();
        ChangeVerdict verdict = desk.apply(ChangeFormat.read(NEW_CASE));
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.planned().paths())
                .containsExactly("data/entities/others.ttl", "data/sources/other-source.trig");
        assertThat(Files.readString(content.root().resolve("data/sources/other-source.trig")))
                .endsWith("""

                id:passage\\/other-source-l2
                    a wg:Passage ;
                    wg:inSource id:source\\/other-source ;
                    wg:line "2" ;
                    wg:paraphrase "Techniek 2 geeft verveling."@nl , "Technique 2 gives boredom."@en .

                id:passage\\/other-source-l2 {
                    id:technique\\/technique-2
                        wg:poses id:risk\\/boredom .
                }
                """);
        ChangeSet back = desk.reverting(verdict.planned().change().id(), "Bo", "The source was misread");
        desk.apply(back);
        Map<String, String> after = files();
        after.keySet().removeIf(file -> file.startsWith("data/changes/"));
        assertThat(after).isEqualTo(before);
        assertThat(publisher.publish().refused()).isFalse();
        assertThat(publisher.changes().all()).hasSize(2).last().satisfies(last -> {
            assertThat(last.reverts()).isEqualTo(verdict.planned().change().id());
            assertThat(last.author()).isEqualTo("Bo");
        });
    }

    @Test
    void aChangeThatBreaksARuleIsRefusedWithTheLineThatDoesIt() throws IOException {
        Map<String, String> before = files();
        ChangeVerdict verdict = desk.apply(ChangeFormat.read(HEAD + """
                D <https://w3id.org/werkgraaf/id/risk/work-stress> <http://www.w3.org/2004/02/skos/core#prefLabel> "Work stress"@en .
                """));
        assertThat(verdict.written()).isFalse();
        assertThat(verdict.broken()).isNotEmpty().allSatisfy(broken -> {
            assertThat(broken.reason()).contains("risk/work-stress");
            assertThat(broken.by()).hasSize(1);
        });
        assertThat(files()).isEqualTo(before);
    }

    /** Of what may be found so many times only, what is new is named. */
    @Test
    void aChangeThatMakesQualityWorseIsRefusedWithWhatIsNew() throws IOException {
        Path profile = content.root().resolve("ontology/rules/profile.tsv");
        Files.writeString(profile, Files.readString(profile).replaceAll("(?m)^(figure-not-given\tINFO\t).*$", "$10"));
        assertThat(desk.look(ChangeFormat.read(RENAME)).accepted()).isTrue();
        ChangeVerdict verdict = desk.apply(ChangeFormat.read(HEAD + """
                A <https://w3id.org/werkgraaf/id/technique/technique-1> <https://w3id.org/werkgraaf/ontology#decidedOn> "2023-12-27"^^<http://www.w3.org/2001/XMLSchema#date> <https://w3id.org/werkgraaf/id/passage/other-source-l1> .
                """));
        assertThat(verdict.broken())
                .filteredOn(broken -> broken.reason().contains("figure-not-given"))
                .anySatisfy(broken -> {
                    assertThat(broken.reason()).contains("passage/other-source-l1");
                    assertThat(broken.by()).hasSize(1);
                });
    }

    @Test
    void aChangeForOtherContentIsAConflict() throws IOException {
        desk.apply(ChangeFormat.read(RENAME));
        Map<String, String> before = files();
        assertThatThrownBy(() -> desk.apply(ChangeFormat.read(RENAME)))
                .isInstanceOf(ChangeException.class)
                .hasMessageContaining("not there (any more)");
        assertThatThrownBy(() -> desk.apply(ChangeFormat.read(RENAME.replaceAll("(?m)^D .*\n", ""))))
                .hasMessageContaining("is there already");
        assertThatThrownBy(() -> desk.apply(ChangeFormat.read(NEW_CASE.replaceAll("(?m)^A \\S+passage.*\n", ""))))
                .hasMessageContaining("is described nowhere");
        assertThatThrownBy(() -> desk.reverting("2026-01-01-00000000", "Bo", "?"))
                .hasMessageContaining("no change");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aChangeNeedsSomebodyAndAReasonAndHasLimits() {
        assertThatThrownBy(() -> desk.look(ChangeFormat.read(RENAME.replace("Ann", " "))))
                .hasMessageContaining("author");
        assertThatThrownBy(() -> desk.look(ChangeFormat.read(RENAME).by("", "x".repeat(101), "")))
                .hasMessageContaining("text-length-max");
        StringBuilder many = new StringBuilder(HEAD);
        for (int i = 0; i < 21; i++) {
            many.append("A <https://w3id.org/werkgraaf/id/risk/work-stress> <urn:p> \"")
                    .append(i)
                    .append("\" .\n");
        }
        assertThatThrownBy(() -> desk.look(ChangeFormat.read(many.toString()))).hasMessageContaining("statements-max");
    }

    @Test
    void aDamagedLogIsFoundAndNamedAndNothingIsPublished() throws IOException {
        desk.apply(ChangeFormat.read(RENAME));
        desk.apply(ChangeFormat.read(NEW_CASE));
        Path log = content.root().resolve("data/changes/log.txt");
        String sound = Files.readString(log);
        assertThat(publisher.check().refused()).isFalse();

        Files.writeString(log, sound.replaceFirst("10:00:00", "10:00:01"));
        assertThat(publisher.check().reasons())
                .first()
                .asString()
                .contains("log.txt:1")
                .contains("Line 1");
        Files.writeString(log, sound.substring(sound.indexOf('\n') + 1));
        assertThat(publisher.check().reasons()).first().asString().contains("a line before it is missing");
        Files.writeString(log, sound.substring(0, sound.indexOf('\n') + 1));
        assertThat(publisher.check().reasons()).first().asString().contains("lines are missing at its end");
        Files.writeString(log, sound);

        String id = sound.split("\t")[2];
        Path file = content.root().resolve("data/changes/" + id + ".rdfp");
        String change = Files.readString(file);
        Files.writeString(file, change.replace("Ann", "Eve"));
        assertThat(publisher.check().reasons()).first().asString().contains(id).contains("not what was written");
        assertThatThrownBy(() -> desk.look(ChangeFormat.read(RENAME)))
                .hasMessageContaining("log of changes is damaged");
        Files.delete(file);
        assertThat(publisher.check().reasons()).first().asString().contains(id).contains("is missing");
        Files.writeString(file, change);
        assertThat(publisher.publish().refused()).isFalse();
    }

    @Test
    void theBackupOfAReleaseHoldsItsChanges() throws IOException {
        desk.apply(ChangeFormat.read(RENAME));
        publisher.publish();
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (Lease lease = store.lease()) {
            Backup.write(lease.release(), java.util.Map.of(), archive);
            assertThat(ContentArchive.read(lease.release().folder().orElseThrow())
                            .file("data/changes/log.txt"))
                    .isPresent();
        }
        assertThat(archive.size()).isPositive();
    }
}
