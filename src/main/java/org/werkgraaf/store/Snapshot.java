package org.werkgraaf.store;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/** The published graph as one read transaction sees it; not to be used after the transaction. */
public final class Snapshot {
    private final DatasetGraph dataset;
    private final Optional<Release> release;

    Snapshot(DatasetGraph dataset, Optional<Release> release) {
        this.dataset = dataset;
        this.release = release;
    }

    /** The release that this reader sees. */
    public Optional<Release> release() {
        return release;
    }

    /** The id of the release that this reader sees. */
    public Optional<String> releaseId() {
        return release.map(Release::id);
    }

    /** All named graphs in one. */
    public Graph union() {
        return dataset.getUnionGraph();
    }

    /** One named graph. */
    public Graph graph(Node name) {
        return dataset.getGraph(name);
    }

    /** All of it, for queries. */
    public DatasetGraph dataset() {
        return dataset;
    }
}
