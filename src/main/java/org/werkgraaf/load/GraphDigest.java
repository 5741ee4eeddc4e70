package org.werkgraaf.load;

import org.apache.jena.graph.Graph;

/** Names what a graph says, so that what is served can be held against what was published. */
public final class GraphDigest {
    private GraphDigest() {}

    /** SHA-256 over the sorted triples, in hexadecimal; the graph has no blank nodes. */
    public static String of(Graph graph) {
        return Digests.ofGraph(graph);
    }
}
