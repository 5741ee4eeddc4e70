package org.werkgraaf.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.NodeFactory;
import org.werkgraaf.index.DeepCheck;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.load.GraphDigest;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;
import org.werkgraaf.store.Release;

/** Holds every graph, every document of the index and the report of the release that is served against what was published. */
final class WholeRelease {
    private WholeRelease() {}

    static Release check(GraphStore store) {
        try (Lease lease = store.lease()) {
            Release release = lease.release().release().orElseThrow();
            release.graphs()
                    .forEach((name, state) -> store.read(snapshot -> {
                        var graph = snapshot.graph(NodeFactory.createURI(name));
                        assertThat(GraphDigest.of(graph))
                                .as("digest of " + name)
                                .isEqualTo(state.digest());
                        assertThat((long) graph.size()).as("triples of " + name).isEqualTo(state.triples());
                        return name;
                    }));
            EntityIndex index = new EntityIndex(store, 100, 0);
            assertThat(index.stamp().orElseThrow().release()).isEqualTo(release.id());
            DeepCheck check = store.read(snapshot -> index.deepCheck(snapshot.union()));
            assertThat(check.agrees()).as(check.toString()).isTrue();
            assertThat(new QualityReports(store).of(release.id())).isPresent();
            return release;
        }
    }
}
