package org.werkgraaf.entity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Cuts one thing out of the graph, with the claims about it, their passages and the labels of what it links to. */
final class ExcerptReader {
    private ExcerptReader() {}

    static Graph read(Graph graph, Node thing) {
        Graph excerpt = GraphFactory.createDefaultGraph();
        excerpt.getPrefixMapping().setNsPrefixes(org.werkgraaf.vocabulary.Prefixes.mapping());
        Set<Node> named = new LinkedHashSet<>();
        graph.stream(thing, Node.ANY, Node.ANY).forEach(triple -> {
            excerpt.add(triple);
            named.add(triple.getObject());
        });
        for (Node end : List.of(RDF.subject.asNode(), RDF.object.asNode())) {
            graph.stream(Node.ANY, end, thing)
                    .map(Triple::getSubject)
                    .forEach(claim -> addClaim(graph, claim, excerpt, named));
        }
        named.stream()
                .filter(ThingId::isThing)
                .forEach(node ->
                        graph.stream(node, SKOS.prefLabel.asNode(), Node.ANY).forEach(excerpt::add));
        return excerpt;
    }

    private static void addClaim(Graph graph, Node claim, Graph excerpt, Set<Node> named) {
        graph.stream(claim, Node.ANY, Node.ANY).forEach(triple -> {
            excerpt.add(triple);
            if (triple.getPredicate().equals(Wg.HAS_PASSAGE)) {
                graph.stream(triple.getObject(), Node.ANY, Node.ANY)
                        .filter(part -> !part.getPredicate().equals(Wg.MENTIONS))
                        .forEach(part -> {
                            excerpt.add(part);
                            named.add(part.getObject());
                        });
            } else {
                named.add(triple.getObject());
            }
        });
    }
}
