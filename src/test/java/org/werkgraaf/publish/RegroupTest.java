package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.change.ChangeException;
import org.werkgraaf.change.ChangeFormat;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ThingSplit;
import org.werkgraaf.vocabulary.ThingId;

/** Two things that are one, and one that is two. */
class RegroupTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), ZoneOffset.UTC);
    private static final ThingId STRESS = new ThingId("risk", "work-stress");
    private static final ThingId STRAIN = new ThingId("risk", "strain");
    private static final String IRI = "<https://w3id.org/werkgraaf/id/";

    static {
        JenaSystem.init();
    }

    @TempDir
    private Path folder;

    private SmallContent content;
    private ChangeDesk desk;

    @BeforeEach
    void open() {
        content = new SmallContent(folder.resolve("content"));
        content.write("data/entities/strain.ttl", """
                id:risk\\/strain
                    a wg:Risk ;
                    skos:prefLabel "Stress"@nl , "Strain"@en , "Tension"@fr ;
                    skos:altLabel "Stress op het werk"@nl , "spanning"@nl ;
                    skos:definition "Spanning op het werk."@nl , "Strain at work."@en .
                """);
        content.write("data/sources/third-source.trig", """
                id:source\\/third-source
                    a wg:Source ;
                    dcterms:title "Een derde bron"@nl ;
                    skos:prefLabel "Derde bron"@nl , "Third source"@en , "Troisième source"@fr ;
                    wg:verification id:verification\\/secondary .

                id:passage\\/third-source-l1
                    a wg:Passage ;
                    wg:inSource id:source\\/third-source ;
                    wg:line "1" ;
                    wg:paraphrase "Techniek 1 en techniek 2 geven stress."@nl , "Technique 1 and technique 2 give strain."@en .

                id:passage\\/third-source-l1 {
                    id:technique\\/technique-1 wg:poses id:risk\\/strain .
                    id:technique\\/technique-2 wg:poses id:risk\\/strain .
                }
                """);
        desk = new ChangeDesk(content.reader(), CLOCK, new ChangeLimits(100, 100, 20_000));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(content.root().resolve("data"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(content.root().relativize(file).toString(), Files.readString(file));
            }
        }
        files.keySet().removeIf(file -> file.startsWith("data/changes/"));
        return files;
    }

    @Test
    void twoThingsAreMadeOneAndTwoAgain() throws IOException {
        Map<String, String> before = files();
        ChangeVerdict verdict = desk.apply(desk.merging(STRAIN, STRESS, "Ann", "They are one"));
        assertThat(verdict.broken()).isEmpty();
        Map<String, String> after = files();
        assertThat(after.get("data/sources/third-source.trig"))
                .isEqualTo(before.get("data/sources/third-source.trig").replace("risk\\/strain", "risk\\/work-stress"));
        assertThat(after.get("data/entities/strain.ttl"))
                .contains("a wg:Withdrawn", "\"Strain\"@en", "isReplacedBy")
                .doesNotContain("wg:Risk", "altLabel");
        String kept = after.get("data/entities/others.ttl");
        assertThat(kept).contains("\"Strain\"@en", "\"Tension\"@fr", "\"spanning\"@nl", "\"Stress\"@nl");
        // It had that name already, but for a capital.
        assertThat(kept).doesNotContain("\"Stress op het werk\"@nl");
        desk.apply(desk.reverting(verdict.planned().change().id(), "Bo", "They are not"));
        assertThat(statements(files())).isEqualTo(statements(before));
    }

    /** What files say, whatever the order of values. */
    private static Map<String, Object> statements(Map<String, String> files) {
        Map<String, Object> said = new TreeMap<>();
        files.forEach((name, text) ->
                said.put(name, org.werkgraaf.turtle.TurtleText.of(text).quads()));
        return said;
    }

    @Test
    void thatTwoAreTwoIsSaidOnce() {
        ThingId alike = new ThingId("risk", "work-stresse");
        content.write("data/entities/alike.ttl", """
                id:risk\\/work-stresse
                    a wg:Risk ;
                    skos:prefLabel "Werkstresse"@nl , "Stress of work"@en , "Stress du travail"@fr ;
                    skos:altLabel "stresse"@nl ;
                    skos:definition "Spanning van werk."@nl , "Strain of work."@en .
                """);
        assertThat(duplicates(alike)).hasSize(1);
        ChangeVerdict verdict = desk.apply(desk.differing(alike, STRESS, "Ann", "One is felt, one is measured"));
        assertThat(verdict.broken()).isEmpty();
        // Whichever comes first by id says so.
        assertThat(verdict.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.thing()).isEqualTo(STRESS.node()));
        assertThat(duplicates(alike)).isEmpty();
        assertThatThrownBy(() -> desk.differing(STRESS, alike, "Ann", "Again")).hasMessageContaining("said already");
        assertThatThrownBy(() -> desk.differing(STRESS, STRESS, "Ann", "x")).hasMessageContaining("are one thing");
        assertThatThrownBy(() -> desk.differing(STRESS, new ThingId("technique", "technique-1"), "Ann", "x"))
                .hasMessageContaining("two classes");
        // Merged after all, nothing is different from itself.
        ChangeSet merged = desk.merging(alike, STRESS, "Ann", "They are one after all");
        assertThat(merged.added()).noneMatch(quad -> quad.getSubject().equals(quad.getObject()));
        assertThat(desk.apply(merged).broken()).isEmpty();
    }

    private List<SuspectedDuplicate> duplicates(ThingId thing) {
        return SuspectedDuplicate.all(Judged.of(content.reader().read()).union()).stream()
                .filter(each -> each.other().id().equals(thing.toString()))
                .toList();
    }

    @Test
    void whatCannotBeOneIsToldWhy() {
        assertRefused(new ThingId("risk", "none"), STRESS, "There is no risk/none");
        assertRefused(STRESS, STRESS, "are one already");
        assertRefused(STRESS, new ThingId("technique", "technique-1"), "two classes");
        assertRefused(new ThingId("source", "third-source"), STRESS, "a source or a place");
        content.writeRaw(
                "queries/about-others.rq",
                "# of co-risk/strain and risk/strain-2\nASK { id:risk\\/strain-more ?p id:co-risk\\/strain }");
        assertThat(desk.merging(STRAIN, STRESS, "Ann", "What names others hinders nothing"))
                .isNotNull();
        content.writeRaw("queries/about-strain.rq", "# What of risk/strain.\nASK { ?s ?p ?o }");
        assertRefused(STRAIN, STRESS, "queries/about-strain.rq names risk/strain");
        content.writeRaw("queries/about-strain.rq", "ASK { id:risk\\/strain ?p ?o }");
        assertRefused(STRAIN, STRESS, "queries/about-strain.rq names risk/strain");
    }

    private void assertRefused(ThingId from, ThingId into, String why) {
        assertThatThrownBy(() -> desk.merging(from, into, "Ann", "Why"))
                .isInstanceOf(ChangeException.class)
                .hasMessageContaining(why);
    }

    @Test
    void oneThingIsMadeTwoByWhatPlacesSay() throws IOException {
        Map<String, String> before = files();
        ChangeSet described = ChangeFormat.read("""
                        H author "Ann" .
                        H reason "Two things" .
                        A IRIrisk/boredom> <http://www.w3.org/2004/02/skos/core#prefLabel> "Verveling"@nl .
                        A IRIrisk/boredom> <http://www.w3.org/2004/02/skos/core#prefLabel> "Boredom"@en .
                        A IRIrisk/boredom> <http://www.w3.org/2004/02/skos/core#prefLabel> "Ennui"@fr .
                        A IRIrisk/boredom> <http://www.w3.org/2004/02/skos/core#altLabel> "spanning"@nl .
                        D IRIrisk/strain> <http://www.w3.org/2004/02/skos/core#altLabel> "spanning"@nl .
                        A IRIrisk/boredom> <http://www.w3.org/2004/02/skos/core#definition> "Te weinig te doen."@nl .
                        A IRIrisk/boredom> <http://www.w3.org/2004/02/skos/core#definition> "Too little to do."@en .
                        """.replace("IRI", IRI));
        ThingId boredom = new ThingId("risk", "boredom");
        ThingId place = new ThingId("passage", "other-source-l1");
        ChangeVerdict verdict =
                desk.apply(desk.splitting(new ThingSplit(STRESS, boredom, Set.of(place), Set.of()), described));
        assertThat(verdict.broken()).isEmpty();
        Map<String, String> after = files();
        assertThat(after.get("data/sources/other-source.trig")).contains("wg:poses id:risk\\/boredom");
        assertThat(after.get("data/sources/small-source.trig")).isEqualTo(before.get("data/sources/small-source.trig"));
        assertThat(after.values().stream()
                        .filter(text -> text.contains("id:risk\\/boredom\n    a wg:Risk"))
                        .count())
                .isEqualTo(1);
        desk.apply(desk.reverting(verdict.planned().change().id(), "Bo", "One after all"));
        assertThat(statements(files())).isEqualTo(statements(before));
        assertThatThrownBy(() -> desk.splitting(new ThingSplit(STRAIN, boredom, Set.of(place), Set.of()), described))
                .hasMessageContaining("Nothing at passage/other-source-l1 is about risk/strain");
        assertThatThrownBy(() -> desk.splitting(new ThingSplit(STRAIN, boredom, Set.of(), Set.of()), described))
                .hasMessageContaining("Nothing would be said of risk/boredom");
    }
}
