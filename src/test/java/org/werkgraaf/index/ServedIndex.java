package org.werkgraaf.index;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.werkgraaf.store.Draft;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;

/** Serves the index of a graph, without the graph. */
final class ServedIndex {
    private ServedIndex() {}

    static void serve(GraphStore store, EntityIndex index, Graph graph, String id) {
        store.serve(made(store, index, graph, id));
    }

    /** A release that is not served yet. */
    static OpenRelease made(GraphStore store, EntityIndex index, Graph graph, String id) {
        Release release = new Release(id, id, id, Instant.EPOCH, Map.of());
        try (Draft draft = store.draft(id)) {
            draft.writeGraphs(release, Map.of());
            index.build(draft, graph, id);
            OpenIndex opened = index.open(draft, Instant.EPOCH, Optional.empty());
            OpenRelease made = draft.finish(release, "test");
            opened.attachTo(made);
            return made;
        }
    }
}
