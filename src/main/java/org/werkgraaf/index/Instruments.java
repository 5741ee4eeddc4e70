package org.werkgraaf.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.vocabulary.Wg;

/** The instrument at the top of each provision's tree; provisions are few, and many things refer to the same ones. */
final class Instruments {
    private final Graph graph;
    private final Classes classes;
    private final Map<Node, Optional<Node>> known = new HashMap<>();

    Instruments(Graph graph, Classes classes) {
        this.graph = graph;
        this.classes = classes;
    }

    /** The act of a provision, or the act itself; empty for what is no part of one. */
    Optional<Node> of(Node part) {
        return Wg.PROVISION.equals(classes.of(part)) ? known.computeIfAbsent(part, this::top) : top(part);
    }

    private Optional<Node> top(Node part) {
        Node at = part;
        Set<Node> seen = new HashSet<>();
        while (seen.add(at)) {
            Optional<Node> whole = graph.stream(at, Wg.PART_OF, Node.ANY)
                    .map(Triple::getObject)
                    .findFirst();
            if (whole.isEmpty()) {
                return Wg.INSTRUMENT.equals(classes.of(at)) ? Optional.of(at) : Optional.empty();
            }
            at = whole.get();
        }
        return Optional.empty();
    }
}
