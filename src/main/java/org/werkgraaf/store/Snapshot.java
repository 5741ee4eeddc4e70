package org.werkgraaf.store;

import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
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

    /** The id alone of the release that this reader sees. */
    public Optional<String> releaseId() {
        Iterator<Quad> found = dataset.find(Graphs.RELEASE, Node.ANY, DCTerms.identifier.asNode(), Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject().getLiteralLexicalForm()) : Optional.empty();
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
