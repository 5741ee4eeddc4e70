package org.werkgraaf.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.store.Release.GraphState;

class GraphStoreTest {
    private static final String ONE = "https://w3id.org/werkgraaf/graph/one";

    @TempDir
    private Path folder;

    @Test
    void servesTheReleaseThatWasMade() {
        try (GraphStore store = GraphStore.inMemory()) {
            assertThat(store.release()).isEmpty();
            assertThat(values(store)).isEmpty();
            publish(store, "a", "x");
            assertThat(store.release()).contains(release("a"));
            assertThat(store.release().orElseThrow().triples()).isEqualTo(1);
            assertThat(values(store)).containsExactly("x");
        }
    }

    @Test
    void keepsTheReleaseOnDisk() {
        try (GraphStore store = GraphStore.onDisk(folder)) {
            publish(store, "a", "x");
        }
        try (GraphStore store = GraphStore.onDisk(folder)) {
            assertThat(store.release()).isEmpty();
            store.serve(store.stored().orElseThrow());
            assertThat(store.release()).contains(release("a"));
            assertThat(values(store)).containsExactly("x");
        }
    }

    @Test
    void keepsTheOldReleaseForThoseWhoReadIt() throws IOException {
        try (GraphStore store = GraphStore.onDisk(folder)) {
            publish(store, "a", "x");
            try (Lease lease = store.lease()) {
                Path old = lease.release().folder().orElseThrow();
                inAnotherThread(() -> publish(store, "b", "y"));
                assertThat(values(store)).containsExactly("x");
                assertThat(store.release()).contains(release("a"));
                assertThat(old).isDirectory();
                inAnotherThread(() -> assertThat(values(store)).containsExactly("y"));
            }
            assertThat(values(store)).containsExactly("y");
            assertThat(folders()).containsExactly("2026-11-22-b");
        }
    }

    @Test
    void removesADraftThatIsNotFinished() throws IOException {
        try (GraphStore store = GraphStore.onDisk(folder)) {
            publish(store, "a", "x");
            try (Draft draft = store.draft("2026-11-22-b")) {
                draft.writeGraphs(release("b"), Map.of(ONE, graph("y")));
            }
            assertThat(folders()).containsExactly("2026-11-22-a");
        }
    }

    @Test
    void removesAtTheStartWhatWasNeverServed() throws IOException {
        try (GraphStore store = GraphStore.onDisk(folder)) {
            publish(store, "a", "x");
        }
        Files.createDirectories(folder.resolve("releases/2026-11-22-b/store/Data-0001"));
        Files.writeString(folder.resolve("releases/2026-11-22-b/store/Data-0001/SPO.dat"), "half");
        try (GraphStore store = GraphStore.onDisk(folder);
                OpenRelease stored = store.stored().orElseThrow()) {
            assertThat(stored.release()).contains(release("a"));
            assertThat(folders()).containsExactly("2026-11-22-a");
        }
    }

    @Test
    void staysAsItWasWhenTheSwitchCannotBeWritten() throws IOException {
        try (GraphStore store = GraphStore.onDisk(folder)) {
            publish(store, "a", "x");
            Files.delete(folder.resolve("current"));
            Files.createDirectories(folder.resolve("current/in the way"));
            assertThatThrownBy(() -> publish(store, "b", "y")).isInstanceOf(StoreException.class);
            assertThat(values(store)).containsExactly("x");
            assertThat(folders()).containsExactly("2026-11-22-a");
            DurableFiles.delete(folder.resolve("current"));
            publish(store, "b", "y");
            assertThat(values(store)).containsExactly("y");
        }
    }

    @Test
    void letsReadersEndBeforeItCloses() throws InterruptedException {
        GraphStore store = GraphStore.onDisk(folder);
        publish(store, "a", "x");
        java.util.concurrent.CountDownLatch reading = new java.util.concurrent.CountDownLatch(1);
        var read = java.util.concurrent.CompletableFuture.supplyAsync(() -> store.read(snapshot -> {
            reading.countDown();
            sleep(300);
            return snapshot.graph(NodeFactory.createURI(ONE)).size();
        }));
        reading.await();
        store.close();
        assertThat(read.join()).isEqualTo(1);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isTakenByOneAtATime() {
        try (GraphStore store = GraphStore.onDisk(folder)) {
            publish(store, "a", "x");
            assertThatThrownBy(() -> GraphStore.onDisk(folder))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.IN_USE));
        }
    }

    @Test
    void takesNoMoreRoomThanItNeeds() throws IOException {
        try (GraphStore store = GraphStore.onDisk(folder)) {
            for (int i = 0; i < 6; i++) {
                publish(store, "r" + i, "x" + i);
                assertThat(folders()).hasSize(1);
            }
            try (Lease lease = store.lease()) {
                long bytes = lease.release().manifest().orElseThrow().bytes();
                assertThat(bytes).isLessThan(1_000_000);
            }
        }
    }

    private static void publish(GraphStore store, String id, String value) {
        try (Draft draft = store.draft(release(id).id())) {
            draft.writeGraphs(release(id), Map.of(ONE, graph(value)));
            store.serve(draft.finish(release(id), "test"));
        }
    }

    private static void inAnotherThread(Runnable work) {
        java.util.concurrent.CompletableFuture.runAsync(work).join();
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("releases"))) {
            return folders.map(each -> each.getFileName().toString()).toList();
        }
    }

    private static Release release(String id) {
        return new Release(
                "2026-11-22-" + id,
                "digest " + id,
                "content " + id,
                Instant.parse("2026-11-22T10:00:00Z"),
                Map.of(ONE, new GraphState("digest of " + id, 1)));
    }

    private static Graph graph(String value) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(
                NodeFactory.createURI("https://example.org/s"),
                NodeFactory.createURI("https://example.org/p"),
                NodeFactory.createLiteralString(value));
        return graph;
    }

    private static List<String> values(GraphStore store) {
        return store.read(snapshot -> snapshot.graph(NodeFactory.createURI(ONE)).stream(Node.ANY, Node.ANY, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .toList());
    }
}
