package org.werkgraaf.web.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.store.Sha256;

/**
 * A copy of a graph that gives its triples in one order, whatever order they came in: by subject, of each first its class, then by
 * property and value. Nodes without a name are named by their place in that order.
 */
final class OrderedGraph extends GraphBase {
    private static final Comparator<Triple> ORDER = Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
            .thenComparing(triple -> !triple.getPredicate().equals(RDF.type.asNode()))
            .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms);

    private final List<Triple> triples;
    private final Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();
    private final Map<Node, List<Triple>> byObject = new HashMap<>();

    private OrderedGraph(List<Triple> triples) {
        this.triples = triples;
        for (Triple triple : triples) {
            bySubject
                    .computeIfAbsent(triple.getSubject(), node -> new ArrayList<>())
                    .add(triple);
            byObject.computeIfAbsent(triple.getObject(), node -> new ArrayList<>())
                    .add(triple);
        }
    }

    static OrderedGraph of(Graph graph) {
        Map<Node, Node> names = new Namer(graph).names();
        OrderedGraph ordered = new OrderedGraph(graph.stream()
                .map(triple -> Triple.create(
                        names.getOrDefault(triple.getSubject(), triple.getSubject()),
                        triple.getPredicate(),
                        names.getOrDefault(triple.getObject(), triple.getObject())))
                .sorted(ORDER)
                .toList());
        ordered.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping());
        return ordered;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        List<Triple> candidates = triples;
        if (pattern.getSubject().isConcrete()) {
            candidates = bySubject.getOrDefault(pattern.getSubject(), List.of());
        } else if (pattern.getObject().isConcrete()) {
            candidates = byObject.getOrDefault(pattern.getObject(), List.of());
        }
        return WrappedIterator.create(candidates.iterator()).filterKeep(pattern::matches);
    }

    /** Names blank nodes by what is said of them, which stays the same when their labels do not. */
    private static final class Namer {
        private final Graph graph;
        private final Map<Node, String> signatures = new HashMap<>();

        Namer(Graph graph) {
            this.graph = graph;
        }

        Map<Node, Node> names() {
            List<Node> blanks = graph.stream()
                    .map(Triple::getSubject)
                    .filter(Node::isBlank)
                    .distinct()
                    .sorted(Comparator.comparing(this::signature))
                    .toList();
            Map<Node, Node> names = new HashMap<>();
            blanks.forEach(
                    blank -> names.put(blank, NodeFactory.createBlankNode(String.format("b%06d", names.size()))));
            return names;
        }

        private String signature(Node blank) {
            String known = signatures.get(blank);
            if (known != null) {
                return known;
            }
            // What leads back to the node itself says nothing more about it.
            signatures.put(blank, "");
            String signature = digest(graph.stream(blank, Node.ANY, Node.ANY)
                    .map(triple -> triple.getPredicate() + " "
                            + (triple.getObject().isBlank() ? signature(triple.getObject()) : triple.getObject()))
                    .sorted()
                    .toList());
            signatures.put(blank, signature);
            return signature;
        }

        private static String digest(List<String> statements) {
            return Sha256.of(String.join("\n", statements));
        }
    }
}
