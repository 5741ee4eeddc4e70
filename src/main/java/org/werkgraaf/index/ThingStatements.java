package org.werkgraaf.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * All statements of which one thing is the subject, read from the store at once.
 *
 * @param thing the thing
 * @param byProperty its statements
 */
record ThingStatements(Node thing, Map<Node, List<Triple>> byProperty) {
    static final ThingStatements NONE = new ThingStatements(Node.ANY, Map.of());

    static ThingStatements of(Graph graph, Node thing) {
        Map<Node, List<Triple>> byProperty = new HashMap<>();
        graph.stream(thing, Node.ANY, Node.ANY)
                .forEach(triple -> byProperty
                        .computeIfAbsent(triple.getPredicate(), property -> new ArrayList<>())
                        .add(triple));
        return new ThingStatements(thing, byProperty);
    }

    Stream<Triple> all() {
        return byProperty.values().stream().flatMap(List::stream);
    }

    Stream<Triple> with(Node property) {
        return byProperty.getOrDefault(property, List.of()).stream();
    }
}
