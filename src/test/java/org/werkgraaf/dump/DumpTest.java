package org.werkgraaf.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

class DumpTest {
    static {
        JenaSystem.init();
    }

    private static final String TIME = "2026-11-22T10:00:00Z";

    @TempDir
    private static Path folder;

    /** Read by all tests; those that change something publish or write their own. */
    private static PublishedContent published;

    private static Dump dump;

    @BeforeAll
    static void write() {
        published = new PublishedContent(folder.resolve("one"), TIME);
        dump = write(published, "dump");
    }

    @AfterAll
    static void close() {
        published.close();
    }

    @Test
    void holdsEveryQuadInTriGAndInNQuads() throws IOException {
        Set<Quad> expected = quads();
        assertThat(expected).hasSizeGreaterThan(1000);
        try (InputStream trig = Files.newInputStream(file("werkgraaf.trig"));
                InputStream quads = new GZIPInputStream(Files.newInputStream(file("werkgraaf.nq.gz")))) {
            assertThat(dataset(trig, Lang.TRIG)).isEqualTo(expected);
            assertThat(dataset(quads, Lang.NQUADS)).isEqualTo(expected);
        }
    }

    @Test
    void holdsEveryStatementOnceInJsonLd() throws IOException {
        Set<Triple> expected = quads().stream().map(Quad::asTriple).collect(Collectors.toSet());
        try (InputStream in = Files.newInputStream(file("werkgraaf.jsonld"))) {
            assertThat(graph(in, Lang.JSONLD11)).isEqualTo(expected);
        }
    }

    @Test
    void holdsEachNamedGraphAsTurtle() throws IOException {
        Map<Node, Set<Triple>> expected = quads().stream()
                .collect(Collectors.groupingBy(Quad::getGraph, Collectors.mapping(Quad::asTriple, Collectors.toSet())));
        for (Map.Entry<Node, Set<Triple>> graph : expected.entrySet()) {
            String name = graph.getKey().getURI().substring((ThingId.BASE + "graph/").length());
            try (InputStream in = Files.newInputStream(file("graphs/" + name + ".ttl"))) {
                assertThat(graph(in, Lang.TURTLE)).as(name).isEqualTo(graph.getValue());
            }
        }
        assertThat(expected).containsKeys(Graphs.ONTOLOGY, Graphs.RELEASE, Graphs.named("small-source"));
    }

    @Test
    void leavesOutOnlyWhenAndFromWhichFilesTheServicePublished() {
        Set<Quad> all = published.store.read(snapshot -> stream(snapshot.dataset()));
        all.removeAll(quads());
        assertThat(all)
                .hasSize(2)
                .allSatisfy(quad -> assertThat(quad.getGraph()).isEqualTo(Graphs.RELEASE));
    }

    @Test
    void hasATableForEachClassWithARowForEachThing() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        published.store.read(snapshot -> {
            Graph union = snapshot.union();
            union.stream(Node.ANY, Wg.TYPE_SEGMENT, Node.ANY)
                    .map(Triple::getSubject)
                    .forEach(type -> counts.put(
                            type.getLocalName(),
                            union.stream(Node.ANY, RDF.type.asNode(), type).count()));
            counts.put(
                    "Concept",
                    union.stream(Node.ANY, RDF.type.asNode(), Wg.CONCEPT).count());
            return counts;
        });
        counts.remove("Release");
        counts.values().removeIf(count -> count == 0);
        Map<String, Long> rows = new TreeMap<>();
        for (DumpFile file : dump.index().files()) {
            if (file.name().startsWith("csv/")) {
                rows.put(file.name().substring(4, file.name().length() - 4), (long)
                        table(file.name()).size());
            }
        }
        assertThat(rows).isEqualTo(counts).containsEntry("Technique", 12L);
    }

    @Test
    void writesAThingAsARow() throws IOException {
        List<CSVRecord> rows = table("csv/Technique.csv");
        CSVRecord row = rows.get(0);
        assertThat(rows).extracting(each -> each.get("id")).isSorted();
        assertThat(row.toMap().keySet())
                .startsWith(
                        "id",
                        "iri",
                        "label_nl",
                        "label_en",
                        "label_fr",
                        "definition_nl",
                        "definition_en",
                        "definition_fr",
                        "verification")
                .containsSubsequence("altLabel_nl", "poses", "takes");
        assertThat(row.get("id")).isEqualTo("technique/technique-1");
        assertThat(row.get("iri")).isEqualTo(ThingId.THINGS + "technique/technique-1");
        assertThat(row.get("label_fr")).isEqualTo("Procédé 1 zilver");
        assertThat(row.get("verification")).isEqualTo("secondary");
        assertThat(row.get("takes")).isEqualTo("data-category/fingerprint");
        assertThat(table("csv/Passage.csv").stream()
                        .filter(each -> each.get("id").equals("passage/small-source-l1")))
                .singleElement()
                .satisfies(passage -> assertThat(passage.get("mentions").split(" \\| "))
                        .hasSize(14)
                        .isSorted());
    }

    @Test
    void leavesRejectedStatementsOutOfTheTables() throws IOException {
        Node technique = new ThingId("technique", "technique-2").node();
        Node mitigates = NodeFactory.createURI(Wg.NS + "mitigates");
        assertThat(quads())
                .anyMatch(quad -> quad.getSubject().equals(technique)
                        && quad.getPredicate().equals(mitigates));
        assertThat(table("csv/Technique.csv").get(0).isMapped("mitigates")).isFalse();
        assertThat(table("csv/Claim.csv")).anyMatch(row -> row.get("predicate").equals(mitigates.getURI()));
    }

    @Test
    void listsEachFileWithItsSizeAndDigest() throws Exception {
        StringBuilder sums = new StringBuilder();
        for (DumpFile file : dump.index().files()) {
            byte[] bytes = Files.readAllBytes(dump.path(file));
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(file.bytes()).as(file.name()).isEqualTo(bytes.length);
            assertThat(file.sha256()).as(file.name()).isEqualTo(sha256);
            if (!file.name().equals(Dump.SUMS)) {
                sums.append(sha256).append("  ").append(file.name()).append('\n');
            }
        }
        assertThat(file(Dump.SUMS)).hasContent(sums.toString());
        assertThat(dump.index().release()).isEqualTo(published.release());
        assertThat(Dump.open(dump.folder())).contains(dump);
        assertThat(names(dump.folder()))
                .hasSize(dump.index().files().size() + 1)
                .contains(Dump.INDEX);
    }

    @Test
    void isTheSameForTheSameReleaseWhereverAndWheneverItIsMade() throws IOException {
        try (PublishedContent other = new PublishedContent(folder.resolve("two"), "2026-11-22T20:30:00Z")) {
            other.content.write("data/entities/comment.ttl", "# Nothing but a comment.\n");
            other.publish();
            Dump again = write(other, "again");
            assertThat(again.index()).isEqualTo(dump.index());
            assertThat(names(again.folder())).isEqualTo(names(dump.folder()));
            for (String name : names(dump.folder())) {
                assertThat(again.folder().resolve(name))
                        .hasSameBinaryContentAs(dump.folder().resolve(name));
            }
        }
    }

    @Test
    void replacesAnEarlierDumpAsAWhole() {
        try (PublishedContent own = new PublishedContent(folder.resolve("replaced"), TIME)) {
            Dump earlier = write(own, "replaced-dump");
            own.content.techniques("koper");
            own.publish();
            Dump next = write(own, "replaced-dump");
            assertThat(next.folder()).isEqualTo(earlier.folder());
            assertThat(next.index().release())
                    .isEqualTo(own.release())
                    .isNotEqualTo(earlier.index().release());
            assertThat(Dump.open(earlier.folder())).contains(next);
        }
    }

    @Test
    void leavesTheEarlierDumpAloneWhenItIsStopped() {
        try (PublishedContent own = new PublishedContent(folder.resolve("stopped"), TIME)) {
            Dump earlier = write(own, "stopped-dump");
            own.content.techniques("koper");
            own.publish();
            assertThatThrownBy(() -> own.store.read(
                            snapshot -> DumpWriter.write(snapshot, earlier.folder(), new Stop(() -> true))))
                    .isInstanceOf(Stop.StoppedException.class);
            assertThat(Dump.open(earlier.folder())).contains(earlier);
        }
    }

    @Test
    void refusesAFolderWithOtherFiles() throws IOException {
        Dump own = write(published, "with-others");
        Path mine = Files.writeString(own.folder().resolve("csv/mine.txt"), "to keep");
        assertThatThrownBy(() -> write(published, "with-others"))
                .isInstanceOf(DumpException.class)
                .hasMessageContaining("csv/mine.txt");
        assertThat(mine).hasContent("to keep");
    }

    @Test
    void isNotOpenedWhenAFileIsCutOrGone() throws IOException {
        Dump own = write(published, "cut");
        Path table = own.folder().resolve("csv/Risk.csv");
        Files.writeString(table, "cut");
        assertThat(Dump.open(own.folder())).isEmpty();
        Files.delete(table);
        assertThat(Dump.open(own.folder())).isEmpty();
        assertThat(Dump.open(folder.resolve("nothing"))).isEmpty();
    }

    private static Dump write(PublishedContent content, String name) {
        return content.store.read(snapshot -> DumpWriter.write(snapshot, folder.resolve(name)));
    }

    private Path file(String name) {
        return dump.folder().resolve(name);
    }

    /** What the store holds, without the two statements that are of the service. */
    private Set<Quad> quads() {
        return published.store.read(snapshot -> stream(snapshot.dataset()).stream()
                .filter(quad -> !(quad.getGraph().equals(Graphs.RELEASE)
                        && Set.of(DCTerms.issued.getURI(), Wg.NS + "contentDigest")
                                .contains(quad.getPredicate().getURI())))
                .collect(Collectors.toSet()));
    }

    private static Set<Quad> stream(DatasetGraph dataset) {
        Set<Quad> quads = new HashSet<>();
        dataset.find().forEachRemaining(quads::add);
        return quads;
    }

    private static Set<Quad> dataset(InputStream in, Lang lang) {
        return stream(RDFParser.source(in).lang(lang).toDatasetGraph());
    }

    private static Set<Triple> graph(InputStream in, Lang lang) {
        return RDFParser.source(in).lang(lang).toGraph().stream().collect(Collectors.toSet());
    }

    private List<CSVRecord> table(String name) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser csv = CSVParser.parse(file(name), java.nio.charset.StandardCharsets.UTF_8, format)) {
            return csv.getRecords();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
