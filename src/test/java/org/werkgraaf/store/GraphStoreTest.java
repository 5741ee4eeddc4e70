package org.werkgraaf.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.store.Release.GraphState;

class GraphStoreTest {
    private static final String ONE = "https://w3id.org/werkgraaf/graph/one";
    private static final String TWO = "https://w3id.org/werkgraaf/graph/two";

    @Test
    void readsBackTheReleaseThatWasPublished() {
        try (GraphStore store = GraphStore.inMemory()) {
            Release release = release("a", Map.of(ONE, new GraphState("d1", 1)));
            store.publish(release, Map.of(ONE, graph("x")), () -> true);
            assertThat(store.release()).contains(release);
            assertThat(store.release().orElseThrow().triples()).isEqualTo(1);
        }
    }

    @Test
    void hasNoReleaseAtFirst() {
        try (GraphStore store = GraphStore.inMemory()) {
            assertThat(store.release()).isEmpty();
        }
    }

    @Test
    void writesOnlyGraphsThatChanged() {
        try (GraphStore store = GraphStore.inMemory()) {
            store.publish(
                    release("a", Map.of(ONE, new GraphState("d1", 1), TWO, new GraphState("d2", 1))),
                    Map.of(ONE, graph("x"), TWO, graph("y")),
                    () -> true);
            Set<String> written = store.publish(
                            release("b", Map.of(ONE, new GraphState("d1", 1), TWO, new GraphState("d3", 1))),
                            Map.of(ONE, graph("not looked at"), TWO, graph("z")),
                            () -> true)
                    .orElseThrow();
            assertThat(written).containsExactly(TWO);
            assertThat(values(store, ONE)).containsExactly("x");
            assertThat(values(store, TWO)).containsExactly("z");
        }
    }

    @Test
    void dropsGraphsThatAreGone() {
        try (GraphStore store = GraphStore.inMemory()) {
            store.publish(
                    release("a", Map.of(ONE, new GraphState("d1", 1), TWO, new GraphState("d2", 1))),
                    Map.of(ONE, graph("x"), TWO, graph("y")),
                    () -> true);
            Set<String> written = store.publish(
                            release("b", Map.of(ONE, new GraphState("d1", 1))), Map.of(), () -> true)
                    .orElseThrow();
            assertThat(written).containsExactly(TWO);
            assertThat(values(store, TWO)).isEmpty();
        }
    }

    @Test
    void staysAsItWasWhenTheVerdictIsNo() {
        try (GraphStore store = GraphStore.inMemory()) {
            Release good = release("a", Map.of(ONE, new GraphState("d1", 1)));
            store.publish(good, Map.of(ONE, graph("x")), () -> true);
            Release bad = release("b", Map.of(ONE, new GraphState("d2", 1)));
            assertThat(store.publish(bad, Map.of(ONE, graph("y")), () -> false)).isEmpty();
            assertThat(store.release()).contains(good);
            assertThat(values(store, ONE)).containsExactly("x");
        }
    }

    @Test
    void keepsTheReleaseOnDisk(@TempDir Path folder) {
        Release release = release("a", Map.of(ONE, new GraphState("d1", 1)));
        try (GraphStore store = GraphStore.onDisk(folder)) {
            store.publish(release, Map.of(ONE, graph("x")), () -> true);
        }
        try (GraphStore store = GraphStore.onDisk(folder)) {
            assertThat(store.release()).contains(release);
            assertThat(values(store, ONE)).containsExactly("x");
        }
    }

    private static Release release(String id, Map<String, GraphState> graphs) {
        return new Release(
                "2026-11-22-" + id, "digest " + id, "content " + id, Instant.parse("2026-11-22T10:00:00Z"), graphs);
    }

    private static Graph graph(String value) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(
                NodeFactory.createURI("https://example.org/s"),
                NodeFactory.createURI("https://example.org/p"),
                NodeFactory.createLiteralString(value));
        return graph;
    }

    private static java.util.List<String> values(GraphStore store, String graph) {
        return store.read(snapshot -> snapshot.graph(NodeFactory.createURI(graph)).stream(Node.ANY, Node.ANY, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .toList());
    }
}
