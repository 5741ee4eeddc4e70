package org.werkgraaf.load;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;

/** What the files say, before it was judged. */
public final class Candidate {
    private final Map<String, Graph> graphs;
    private final String contentDigest;
    private @Nullable Map<String, String> digests;

    private Candidate(Map<String, Graph> graphs, String contentDigest) {
        this.graphs = graphs;
        this.contentDigest = contentDigest;
    }

    /**
     * @param graphs named graphs by the text of their IRI
     * @param contentDigest digest of the files
     */
    public static Candidate of(Map<String, Graph> graphs, String contentDigest) {
        return new Candidate(new TreeMap<>(graphs), contentDigest);
    }

    /** Named graphs by the text of their IRI, in that order. */
    public Map<String, Graph> graphs() {
        return graphs;
    }

    /** Digest of the files. */
    public String contentDigest() {
        return contentDigest;
    }

    /** Digest of each graph, by the text of its IRI; worked out when first asked for, as what is only judged needs none. */
    public synchronized Map<String, String> digests() {
        if (digests == null) {
            Map<String, String> made = new TreeMap<>();
            graphs.forEach((name, graph) -> made.put(name, Digests.ofGraph(graph)));
            digests = made;
        }
        return digests;
    }

    /** SHA-256 over the names and digests of all graphs, in hexadecimal. */
    public String digest() {
        return Digests.ofTexts(digests());
    }

    /** All graphs in one, in memory. */
    public Graph union() {
        Graph union = GraphFactory.createDefaultGraph();
        graphs.values().forEach(graph -> graph.stream().forEach(union::add));
        return union;
    }

    /** One named graph; empty when the candidate has none of that name. */
    public Graph graph(Node name) {
        return graphs.getOrDefault(name.getURI(), Graph.emptyGraph);
    }
}
