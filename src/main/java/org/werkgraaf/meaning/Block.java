package org.werkgraaf.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.vocabulary.Wg;

/**
 * The statements about one thing: those from it, read once; those to it; and the passages that mention it. The graph may be a whole
 * release, or no more than what a store elsewhere sent about the thing.
 */
public final class Block {
    private final Graph graph;
    private final Node thing;
    private final Map<Node, List<Triple>> out = new HashMap<>();

    private Block(Graph graph, Node thing) {
        this.graph = graph;
        this.thing = thing;
        graph.stream(thing, Node.ANY, Node.ANY)
                .forEach(triple -> out.computeIfAbsent(triple.getPredicate(), property -> new ArrayList<>())
                        .add(triple));
    }

    /** Reads the block of a thing. */
    public static Block of(Graph graph, Node thing) {
        return new Block(graph, thing);
    }

    /** The thing itself. */
    public Node thing() {
        return thing;
    }

    /** The statements of which it is the subject. */
    public Stream<Triple> out() {
        return out.values().stream().flatMap(List::stream);
    }

    /** Those of one property. */
    public Stream<Triple> out(Node property) {
        return out.getOrDefault(property, List.of()).stream();
    }

    /** What it points to by a property. */
    public Stream<Node> objects(Node property) {
        return out(property).map(Triple::getObject);
    }

    /** The statements of which it is the object; read anew each time, as there can be a great many. */
    public Stream<Triple> in() {
        return graph.stream(Node.ANY, Node.ANY, thing);
    }

    /** The passages that mention it. */
    public Stream<Node> mentions() {
        return graph.stream(Node.ANY, Wg.MENTIONS, thing).map(Triple::getSubject);
    }
}
