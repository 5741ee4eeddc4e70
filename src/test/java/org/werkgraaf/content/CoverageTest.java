package org.werkgraaf.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.werkgraaf.vocabulary.Wg;

/** What the five main documents name stands in the graph, at the place where they name it. */
class CoverageTest {
    private static final Path COVERAGE = Path.of("data/COVERAGE.md");
    private static final Pattern LEFT_OUT = Pattern.compile("^\\| ([A-Z]\\d+) \\| .+ \\|$", Pattern.MULTILINE);
    private static final int LINES_OFF_MAX = 5;
    private static final int QUOTATIONS = 32;
    private static final int LINKS = 104;
    private static final int CITATIONS = 153;
    private static final int THINGS = 743;

    private static Library library;
    private static Inventory inventory;
    private static Map<String, List<Node>> things;
    private static Set<String> leftOut;

    @BeforeAll
    static void read() throws IOException {
        library = Library.read();
        inventory = Inventory.read();
        things = library.thingsByRow();
        String section = Files.readString(COVERAGE).split("\n## ", -1)[1];
        leftOut = LEFT_OUT.matcher(section).results().map(row -> row.group(1)).collect(Collectors.toSet());
    }

    @Test
    void hasAThingForEveryRow() {
        assertThat(inventory.rows().stream().filter(Inventory.Row::isThing)).hasSize(THINGS);
        assertThat(inventory.rows().stream()
                        .filter(Inventory.Row::isThing)
                        .map(Inventory.Row::id)
                        .filter(id -> !things.containsKey(id) && !leftOut.contains(id)))
                .as("rows on no thing and not in " + COVERAGE)
                .isEmpty();
    }

    @Test
    void hasNoRowOnTwoThings() {
        assertThat(things.entrySet().stream().filter(row -> row.getValue().size() > 1))
                .isEmpty();
    }

    @Test
    void knowsEveryRowThatAThingNames() {
        Set<String> known = inventory.rows().stream().map(Inventory.Row::id).collect(Collectors.toSet());
        assertThat(things.keySet()).isSubsetOf(known);
        assertThat(leftOut).isSubsetOf(known).doesNotContainAnyElementsOf(things.keySet());
    }

    @Test
    void speaksOfEveryRowWhereItStands() {
        assertThat(inventory.rows().stream()
                        .filter(Inventory.Row::isThing)
                        .filter(row -> !leftOut.contains(row.id()))
                        .filter(row -> !hasPassage(row, passage -> speaksOf(passage, row)))
                        .map(row -> row.id() + " " + things.get(row.id()) + " " + row.places()))
                .as("rows whose thing no passage within %s lines of their places mentions", LINES_OFF_MAX)
                .isEmpty();
    }

    @Test
    void letsEverySpeakerSpeakWhereTheyAreQuoted() {
        assertThat(inventory.ofKind("quotation")).hasSize(QUOTATIONS);
        assertThat(inventory.ofKind("quotation").stream()
                        .filter(row -> !hasPassage(row, passage -> library.has(passage.node(), Wg.SPEAKER))))
                .isEmpty();
    }

    @Test
    void describesEveryLinkedPageAsASourceThatThePlaceCites() {
        assertThat(inventory.ofKind("link")).hasSize(LINKS).allSatisfy(row -> {
            assertThat(things.get(row.id())).as(row.id()).hasSize(1).allMatch(node -> library.isA(node, Wg.SOURCE));
            Node source = things.get(row.id()).get(0);
            assertThat(library.passages(row.places().get(0).document()))
                    .as("passages of the document that cite %s", source)
                    .anyMatch(passage ->
                            library.values(passage.node(), Library.CITES).contains(source));
        });
    }

    @Test
    void citesLiteratureWhereTheReportCitesIt() {
        assertThat(inventory.ofKind("literature")).hasSize(CITATIONS);
        assertThat(inventory.ofKind("literature").stream()
                        .filter(row -> !hasPassage(row, passage -> library.has(passage.node(), Library.CITES))))
                .isEmpty();
    }

    @Test
    void countsRowsAsTheCoverageFileDoes() throws IOException {
        String text = Files.readString(COVERAGE);
        assertThat(inventory.rows().stream().map(Inventory.Row::kind).distinct())
                .allSatisfy(kind -> assertThat(text).contains(count(kind)));
    }

    private static String count(String kind) {
        List<Inventory.Row> rows = inventory.ofKind(kind);
        long on = rows.stream().filter(row -> things.containsKey(row.id())).count();
        Set<Node> distinct = new HashSet<>();
        rows.forEach(row -> distinct.addAll(things.getOrDefault(row.id(), List.of())));
        return "| " + kind + " | " + rows.size() + " | " + (on == 0 ? "–" : on) + " | "
                + (on == 0 ? "–" : distinct.size()) + " |";
    }

    private static boolean hasPassage(Inventory.Row row, Predicate<Library.Passage> wanted) {
        return row.places().stream()
                .anyMatch(place -> library.passages(place.document()).stream()
                        .anyMatch(passage -> passage.isNear(place, LINES_OFF_MAX) && wanted.test(passage)));
    }

    private static boolean speaksOf(Library.Passage passage, Inventory.Row row) {
        return things.getOrDefault(row.id(), List.of()).stream()
                .flatMap(thing -> library.thingAndItsTerms(thing).stream())
                .anyMatch(passage.mentions()::contains);
    }
}
