package org.werkgraaf.load;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What the files say, before it was judged.
 *
 * @param graphs named graphs by the text of their IRI, in that order
 * @param digests digest of each graph, by the text of its IRI
 * @param contentDigest digest of the files
 */
public record Candidate(Map<String, Graph> graphs, Map<String, String> digests, String contentDigest) {
    static Candidate of(Map<String, Graph> graphs, String contentDigest) {
        Map<String, String> digests = new TreeMap<>();
        graphs.forEach((name, graph) -> digests.put(name, Digests.ofGraph(graph)));
        return new Candidate(new TreeMap<>(graphs), digests, contentDigest);
    }

    /** SHA-256 over the names and digests of all graphs, in hexadecimal. */
    public String digest() {
        return Digests.ofTexts(digests);
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
