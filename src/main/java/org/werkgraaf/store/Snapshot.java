package org.werkgraaf.store;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.werkgraaf.vocabulary.Graphs;

/** The published graph as one read transaction sees it; not to be used after the transaction. */
public final class Snapshot {
    private final DatasetGraph dataset;

    Snapshot(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** The release that this reader sees. */
    public Optional<Release> release() {
        return ReleaseGraph.read(dataset.getGraph(Graphs.RELEASE));
    }

    /** The id of the release that this reader sees; quicker than to read all of it. */
    public Optional<String> releaseId() {
        return ReleaseGraph.readId(dataset.getGraph(Graphs.RELEASE));
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
