package org.werkgraaf.web.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** How the terms of the ontology are used in one release: things per class, and links per property and pair of classes. */
final class Usage {
    private final Map<Node, Node> classes = new HashMap<>();
    private final Map<Node, Long> things = new HashMap<>();
    private final Map<Node, Integer> links = new HashMap<>();
    private final Map<Node, Node> best = new HashMap<>();
    private final Map<Node, Long> statements = new HashMap<>();
    private final Map<Link, Long> byLink = new HashMap<>();

    /**
     * A way in which a property is used.
     *
     * @param from class of the subject
     * @param property the property
     * @param to class of the object, or the datatype of a literal
     */
    record Link(Node from, Node property, Node to) {}

    /** Reads all statements once. */
    static Usage of(Graph union) {
        Usage usage = new Usage();
        union.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isURI()
                        && triple.getObject().getURI().startsWith(Wg.NS))
                .forEach(triple -> {
                    if (usage.classes.put(triple.getSubject(), triple.getObject()) == null) {
                        usage.things.merge(triple.getObject(), 1L, Long::sum);
                    }
                });
        union.stream(Node.ANY, Node.ANY, Node.ANY)
                .filter(triple -> triple.getPredicate().getURI().startsWith(Wg.NS))
                .forEach(usage::count);
        usage.chooseExamples();
        return usage;
    }

    private void count(Triple triple) {
        statements.merge(triple.getPredicate(), 1L, Long::sum);
        Node from = classes.get(triple.getSubject());
        if (from == null) {
            return;
        }
        links.merge(triple.getSubject(), 1, Integer::sum);
        Node object = triple.getObject();
        Node to = object.isLiteral() ? datatype(object) : classes.get(object);
        if (to != null) {
            byLink.merge(new Link(from, triple.getPredicate(), to), 1L, Long::sum);
        }
    }

    private static Node datatype(Node literal) {
        return NodeFactory.createURI(literal.getLiteralDatatypeURI());
    }

    /** Of each class the thing of which most is said; of equals the first by name. */
    private void chooseExamples() {
        Comparator<Node> order = Comparator.<Node>comparingInt(node -> links.getOrDefault(node, 0))
                .reversed()
                .thenComparing(Node::getURI);
        classes.keySet().stream()
                .filter(node -> ThingId.find(node).isPresent())
                .sorted(order)
                .forEach(node -> best.putIfAbsent(classes.get(node), node));
    }

    long things(Node type) {
        return things.getOrDefault(type, 0L);
    }

    long statements(Node property) {
        return statements.getOrDefault(property, 0L);
    }

    long links(Link link) {
        return byLink.getOrDefault(link, 0L);
    }

    Optional<Node> example(Node type) {
        return Optional.ofNullable(best.get(type));
    }

    /** Properties of things of a class, with the classes they lead to, by name. */
    Map<Node, List<Link>> from(Node type) {
        return grouped(byLink.keySet().stream()
                .filter(link -> link.from().equals(type))
                .toList());
    }

    /** Properties that lead to things of a class, with the classes they come from, by name. */
    Map<Node, List<Link>> to(Node type) {
        return grouped(
                byLink.keySet().stream().filter(link -> link.to().equals(type)).toList());
    }

    /** The ways in which a property is used, the most frequent first. */
    List<Link> of(Node property) {
        return byLink.keySet().stream()
                .filter(link -> link.property().equals(property))
                .sorted(mostUsed())
                .toList();
    }

    private Map<Node, List<Link>> grouped(List<Link> found) {
        Map<Node, List<Link>> byProperty = new TreeMap<>(Comparator.comparing(Node::getURI));
        found.stream()
                .sorted(mostUsed())
                .forEach(link -> byProperty
                        .computeIfAbsent(link.property(), property -> new ArrayList<>())
                        .add(link));
        return byProperty;
    }

    private Comparator<Link> mostUsed() {
        return Comparator.<Link>comparingLong(byLink::get)
                .reversed()
                .thenComparing(link -> link.from().getURI() + " " + link.to().getURI());
    }
}
