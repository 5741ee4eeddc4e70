package org.werkgraaf.dump;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.ThingId;

/**
 * What a release holds, counted over the union of its graphs, in which a statement counts once.
 *
 * @param release the release
 * @param triples statements
 * @param entities subjects whose IRI is that of a thing
 * @param classes subjects by IRI of their class
 * @param properties statements by IRI of their property
 * @param graphs the named graphs with how many statements each holds
 */
public record ReleaseCensus(
        Release release,
        long triples,
        long entities,
        Map<String, Long> classes,
        Map<String, Long> properties,
        List<GraphCount> graphs) {
    /**
     * @param graph the graph
     * @param triples its statements
     */
    public record GraphCount(NamedGraph graph, long triples) {}

    /** Counts the release that a reader sees. */
    public static ReleaseCensus of(Snapshot snapshot) {
        Map<String, Long> classes = new TreeMap<>();
        Map<String, Long> properties = new TreeMap<>();
        Set<Node> things = new HashSet<>();
        Graph union = snapshot.union();
        union.stream(Node.ANY, Node.ANY, Node.ANY).forEach(triple -> {
            properties.merge(triple.getPredicate().getURI(), 1L, Long::sum);
            if (triple.getPredicate().equals(RDF.type.asNode())) {
                classes.merge(triple.getObject().getURI(), 1L, Long::sum);
            }
            if (ThingId.isThing(triple.getSubject())) {
                things.add(triple.getSubject());
            }
        });
        return new ReleaseCensus(
                snapshot.release().orElseThrow(() -> new IllegalStateException("No release is published yet")),
                properties.values().stream().mapToLong(Long::longValue).sum(),
                things.size(),
                classes,
                properties,
                NamedGraph.all(snapshot).stream()
                        .map(graph -> new GraphCount(
                                graph, snapshot.graph(graph.node()).stream().count()))
                        .toList());
    }
}
