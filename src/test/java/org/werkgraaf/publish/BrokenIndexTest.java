package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.index.DeepCheck;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.IndexCheck;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchRequest.Sorting;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Snapshot;

/** What happens at a start when the index on disk was damaged. */
class BrokenIndexTest {
    @TempDir
    private Path folder;

    private SmallContent content;
    private String release;

    @BeforeEach
    void publish() throws IOException {
        content = SmallRelease.into(folder);
        release = SmallRelease.of(folder).id();
    }

    private String published() {
        try (GraphStore store = open()) {
            publisher(store).start();
            return store.release().map(Release::id).orElseThrow();
        }
    }

    @Test
    void servesASoundIndexAsItIs() {
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            publisher.start();
            assertThat(publisher.repaired()).isEmpty();
            assertThat(deep(store).agrees()).isTrue();
        }
    }

    @Test
    void noticesDeletedDocuments() throws IOException {
        try (FSDirectory directory = FSDirectory.open(at(release));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
            Iterable<Map.Entry<String, String>> stamp =
                    List.copyOf(org.apache.lucene.index.SegmentInfos.readLatestCommit(directory)
                            .getUserData()
                            .entrySet());
            writer.deleteDocuments(new Term("id", "technique/technique-3"));
            writer.setLiveCommitData(stamp);
            writer.commit();
        }
        assertIsMadeAgainBecause("documents and should hold");
    }

    @Test
    void noticesTheIndexOfAnOldRelease() throws IOException {
        Path copy = folder.resolve("old");
        copy(at(release), copy);
        content.techniques("koper");
        release = published();
        delete(at(release));
        copy(copy, at(release));
        assertIsMadeAgainBecause("was made from release");
    }

    @Test
    void noticesAHalfWrittenSegment() throws IOException {
        Path largest = largest(at(release));
        byte[] bytes = Files.readAllBytes(largest);
        Files.write(largest, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertIsMadeAgainBecause("is damaged");
    }

    @Test
    void noticesAFlippedByte() throws IOException {
        Path largest = largest(at(release));
        byte[] bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(largest, bytes);
        assertIsMadeAgainBecause("is damaged");
    }

    @Test
    void noticesThatThereIsNone() throws IOException {
        delete(at(release));
        assertIsMadeAgainBecause("there is none");
    }

    @Test
    void makesTheReportAgainOnceWhenItIsGoneTooAndListsIt() throws IOException {
        delete(at(release));
        Files.delete(at(release).resolveSibling("report.json"));
        published();
        String folderName = Files.readString(folder.resolve("var/current")).split(" ")[0];
        Path made = at(folderName).resolveSibling("report.json");
        assertThat(Files.readString(made.resolveSibling("manifest.json"))).contains("report.json");
        FileTime time = Files.getLastModifiedTime(made);
        published();
        assertThat(Files.getLastModifiedTime(made)).isEqualTo(time);
    }

    @Test
    void findsADocumentThatSaysSomethingElseThanTheGraph() {
        try (GraphStore store = open()) {
            publisher(store).start();
            // The graph moves on without the index: what a write past the publisher would do.
            DatasetGraph dataset = store.read(Snapshot::dataset);
            dataset.executeWrite(() -> dataset.add(
                    org.apache.jena.graph.NodeFactory.createURI("https://w3id.org/werkgraaf/graph/stray"),
                    org.apache.jena.graph.NodeFactory.createURI("https://w3id.org/werkgraaf/id/technique/technique-3"),
                    org.apache.jena.vocabulary.SKOS.altLabel.asNode(),
                    org.apache.jena.graph.NodeFactory.createLiteralLang("stiekem toegevoegd", "nl")));
            DeepCheck check = deep(store);
            assertThat(check.agrees()).isFalse();
            // The thing itself, and the passage that is found by its names.
            assertThat(check.examples())
                    .satisfiesExactlyInAnyOrder(
                            thing -> assertThat(thing).startsWith("technique/technique-3: "),
                            passage -> assertThat(passage).startsWith("passage/small-source-l1: "));
        }
    }

    private void assertIsMadeAgainBecause(String reason) {
        try (GraphStore store = open()) {
            Publisher publisher = publisher(store);
            publisher.start();
            EntityIndex index = new EntityIndex(store, 100, 0);
            assertThat(publisher.repaired())
                    .hasValueSatisfying(why -> assertThat(why).contains(reason));
            assertThat(deep(store).agrees()).isTrue();
            assertThat(store.read(snapshot -> IndexCheck.of(snapshot.union(), release, index.census()))
                            .agrees())
                    .isTrue();
            assertThat(index.search(new SearchRequest(
                                    "",
                                    "nl",
                                    Map.of(Facet.TYPE, Set.of("Technique")),
                                    null,
                                    null,
                                    null,
                                    Sorting.LABEL,
                                    20,
                                    null))
                            .total())
                    .isEqualTo(12);
        }
    }

    private static DeepCheck deep(GraphStore store) {
        return store.read(snapshot -> new EntityIndex(store, 100, 0).deepCheck(snapshot.union()));
    }

    private GraphStore open() {
        return GraphStore.onDisk(folder.resolve("var"));
    }

    private Publisher publisher(GraphStore store) {
        return new Publisher(content.reader(), store, new EntityIndex(store, 100, 0), "none", Clock.systemUTC());
    }

    private Path at(String id) {
        return folder.resolve("var/releases").resolve(id).resolve("index");
    }

    private static Path largest(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path index) {
        org.springframework.util.FileSystemUtils.deleteRecursively(index.toFile());
    }
}
