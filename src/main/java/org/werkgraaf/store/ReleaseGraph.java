package org.werkgraaf.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.PropertyNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Writes a release as triples and reads it back. */
final class ReleaseGraph {
    private static final Node DIGEST = term(PropertyNames.DIGEST);
    private static final Node CONTENT_DIGEST = term(PropertyNames.CONTENT_DIGEST);
    private static final Node HAS_GRAPH = term(PropertyNames.GRAPH);
    private static final Node TRIPLES = term(PropertyNames.TRIPLES);

    private ReleaseGraph() {}

    static Graph write(Release release) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node node = new ThingId("release", release.id()).node();
        graph.add(node, RDF.type.asNode(), Wg.RELEASE);
        graph.add(node, DCTerms.identifier.asNode(), text(release.id()));
        graph.add(node, DIGEST, text(release.digest()));
        graph.add(node, CONTENT_DIGEST, text(release.contentDigest()));
        graph.add(
                node,
                DCTerms.issued.asNode(),
                NodeFactory.createLiteralDT(release.publishedAt().toString(), XSDDatatype.XSDdateTime));
        release.graphs().forEach((name, state) -> {
            Node part = NodeFactory.createURI(name);
            graph.add(node, HAS_GRAPH, part);
            graph.add(part, DIGEST, text(state.digest()));
            graph.add(
                    part, TRIPLES, NodeFactory.createLiteralDT(Long.toString(state.triples()), XSDDatatype.XSDinteger));
        });
        return graph;
    }

    static Optional<Release> read(Graph graph) {
        return graph.stream(Node.ANY, RDF.type.asNode(), Wg.RELEASE)
                .findFirst()
                .map(triple -> read(graph, triple.getSubject()));
    }

    static Optional<String> readId(Graph graph) {
        return graph.stream(Node.ANY, RDF.type.asNode(), Wg.RELEASE)
                .findFirst()
                .map(triple -> value(graph, triple.getSubject(), DCTerms.identifier.asNode()));
    }

    private static Release read(Graph graph, Node node) {
        Map<String, Release.GraphState> graphs = new TreeMap<>();
        graph.stream(node, HAS_GRAPH, Node.ANY).forEach(triple -> {
            Node part = triple.getObject();
            graphs.put(
                    part.getURI(),
                    new Release.GraphState(value(graph, part, DIGEST), Long.parseLong(value(graph, part, TRIPLES))));
        });
        return new Release(
                value(graph, node, DCTerms.identifier.asNode()),
                value(graph, node, DIGEST),
                value(graph, node, CONTENT_DIGEST),
                Instant.parse(value(graph, node, DCTerms.issued.asNode())),
                graphs);
    }

    private static String value(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The release in the store lacks " + property
                        + ". Delete the store's folder and publish again."));
    }

    private static Node text(String value) {
        return NodeFactory.createLiteralString(value);
    }

    private static Node term(String name) {
        return NodeFactory.createURI(Wg.NS + name);
    }
}
