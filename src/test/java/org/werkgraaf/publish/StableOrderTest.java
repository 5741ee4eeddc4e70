package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.SmallContent;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.OpenIndex;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.load.Candidate;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.store.Draft;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.http.RdfText;

/** A store gives triples in the order in which it met their nodes. What is shown must not depend on it. */
class StableOrderTest {
    private static final ContentReader READER = new ContentReader(
            "classpath:werkgraaf/ontology", "classpath:werkgraaf/data", "classpath:werkgraaf/queries", 20_000_000);

    @TempDir
    private static Path folder;

    private static GraphStore built;
    private static GraphStore shuffled;
    private static List<ThingId> things;
    private static long seed;
    private static Release release;

    @BeforeAll
    static void publishTwice() {
        seed = System.nanoTime();
        System.out.println("Stable order test seed " + seed);
        built = GraphStore.inMemory();
        release = serveBuilt();
        shuffled = GraphStore.inMemory();
        built.read(snapshot -> {
            Map<String, Graph> graphs = new TreeMap<>();
            release.graphs().keySet().forEach(name -> graphs.put(name, snapshot.graph(NodeFactory.createURI(name))));
            serve(shuffled, release, graphs, snapshot.union(), new Random(seed), null);
            things = snapshot.union().stream()
                    .flatMap(triple -> ThingId.find(triple.getSubject()).stream())
                    .distinct()
                    .sorted(Comparator.comparing(ThingId::toString))
                    .toList();
            return true;
        });
    }

    /** Serves the packaged content in the order in which the build, or else this test, wrote it. */
    private static Release serveBuilt() {
        Content content = READER.read();
        Optional<PreparedRelease> ready = PreparedRelease.find("classpath:werkgraaf/prepared", content.digest());
        if (ready.isEmpty()) {
            Candidate candidate = new GraphLoader().load(content);
            return serve(built, candidate, null, null);
        }
        try (Draft draft = built.draft(ready.get().release().id())) {
            ready.get().copy(draft);
            built.serve(draft.finish(ready.get().release(), "test"));
            return ready.get().release();
        }
    }

    private static Release release(Candidate candidate) {
        return Releases.of(candidate, Optional.empty(), Instant.parse("2026-11-29T10:00:00Z"));
    }

    private static Release serve(
            GraphStore store, Candidate candidate, @Nullable Random random, @Nullable EntityIndex index) {
        Release made = release(candidate);
        serve(store, made, candidate.graphs(), candidate.union(), random, index);
        return made;
    }

    /** Has graphs served whose triples come in their order, or in one by chance. */
    private static void serve(
            GraphStore store,
            Release made,
            Map<String, Graph> graphs,
            Graph union,
            @Nullable Random random,
            @Nullable EntityIndex index) {
        Map<String, Graph> ordered = new TreeMap<>();
        graphs.forEach((name, graph) -> ordered.put(name, new ListGraph(graph, random)));
        try (Draft draft = store.draft(made.id())) {
            draft.writeGraphs(made, ordered);
            if (index == null) {
                store.serve(draft.finish(made, "test"));
            } else {
                index.build(draft, new ListGraph(union, random), made.id());
                OpenIndex opened = index.open(draft, made.publishedAt(), Optional.empty());
                OpenRelease next = draft.finish(made, "test");
                opened.attachTo(next);
                store.serve(next);
            }
        }
    }

    /** The triples of a graph one after the other. */
    private static final class ListGraph extends GraphBase {
        private final List<Triple> triples;

        ListGraph(Graph graph, @Nullable Random random) {
            triples = new ArrayList<>(graph.stream().toList());
            triples.sort(Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
                    .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
                    .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms));
            if (random != null) {
                Collections.shuffle(triples, random);
            }
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            return WrappedIterator.create(triples.iterator()).filterKeep(pattern::matches);
        }
    }

    @AfterAll
    static void close() {
        built.close();
        shuffled.close();
    }

    /** Every eighth by id, so of each class, from a first one by chance; all of them in the profile "nightly". */
    @Test
    void describesThingsOfEachClassAlike() {
        describesAlike(Math.floorMod(seed, 8), 8);
    }

    @Test
    @Tag("nightly")
    void describesEachThingAlike() {
        describesAlike(0, 1);
    }

    private static void describesAlike(int first, int step) {
        EntityReader one = new EntityReader(built);
        EntityReader other = new EntityReader(shuffled);
        assertThat(things).hasSizeGreaterThan(1000);
        for (int i = first; i < things.size(); i += step) {
            ThingId thing = things.get(i);
            assertThat(other.find(thing)).as(thing.toString()).isEqualTo(one.find(thing));
            assertThat(other.neighbours(thing)).as(thing.toString()).isEqualTo(one.neighbours(thing));
        }
    }

    @Test
    void writesThingsOfEachClassAlike() {
        writesAlike(Math.floorMod(seed, 20), 20);
    }

    @Test
    @Tag("nightly")
    void writesEachThingAlike() {
        writesAlike(0, 1);
    }

    private static void writesAlike(int first, int step) {
        EntityReader one = new EntityReader(built);
        EntityReader other = new EntityReader(shuffled);
        for (int i = first; i < things.size(); i += step) {
            for (RDFFormat format : List.of(RDFFormat.TURTLE_PRETTY, RDFFormat.NTRIPLES_UTF8, RDFFormat.RDFXML_PLAIN)) {
                assertThat(text(other, things.get(i), format)).isEqualTo(text(one, things.get(i), format));
            }
        }
    }

    private static Optional<String> text(EntityReader reader, ThingId thing, RDFFormat format) {
        return reader.excerpt(thing)
                .map(excerpt -> new String(RdfText.of(excerpt.triples(), format), StandardCharsets.UTF_8));
    }

    @Test
    void searchesAndCompletesAlike() {
        Candidate small = new GraphLoader()
                .load(new SmallContent(folder.resolve("small")).reader().read());
        try (GraphStore inOrder = GraphStore.inMemory();
                GraphStore outOfOrder = GraphStore.inMemory()) {
            EntityIndex one = new EntityIndex(inOrder, 500, 0);
            serve(inOrder, small, null, one);
            EntityIndex other = new EntityIndex(outOfOrder, 500, 0);
            serve(outOfOrder, small, new Random(7), other);
            for (String typed : List.of("te", "tec", "we", "pr", "zi", "zil", "in", "ui")) {
                for (String lang : Languages.ALL) {
                    assertThat(other.complete(typed, lang, 10))
                            .as(typed + " " + lang)
                            .isEqualTo(one.complete(typed, lang, 10));
                }
            }
            for (String words : List.of("zilver", "techniek", "stand", "vingerafdruk", "")) {
                assertThat(found(other, words)).as(words).isEqualTo(found(one, words));
            }
        }
    }

    private static List<String> found(EntityIndex index, String words) {
        return index
                .search(new SearchRequest(
                        words, "nl", Map.of(), null, null, null, SearchRequest.Sorting.RELEVANCE, 50, null))
                .hits()
                .stream()
                .map(hit -> hit.thing().id() + " " + hit)
                .toList();
    }
}
