package org.werkgraaf.entity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description.Position;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.vocabulary.Wg;

/** Finds where a provision stands in its act: what it is part of, and what comes before and after it there. */
final class PositionReader {
    /** No act is nested deeper; a circle in the data ends here. */
    private static final int DEPTH_MAX = 10;

    private final Graph graph;
    private final Values values;

    PositionReader(Graph graph, Values values) {
        this.graph = graph;
        this.values = values;
    }

    Optional<Position> read(Node provision) {
        Optional<Node> parent = whole(provision);
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        Deque<Value> within = new ArrayDeque<>();
        Optional<Node> at = parent;
        while (at.isPresent() && within.size() < DEPTH_MAX) {
            within.addFirst(value(at.get()));
            at = whole(at.get());
        }
        List<Node> siblings = ContentsReader.parts(graph, parent.get());
        int place = siblings.indexOf(provision);
        return Optional.of(
                new Position(List.copyOf(within), sibling(siblings, place - 1), sibling(siblings, place + 1)));
    }

    private @Nullable Value sibling(List<Node> siblings, int place) {
        return place < 0 || place >= siblings.size() ? null : value(siblings.get(place));
    }

    private Optional<Node> whole(Node part) {
        return graph.stream(part, Wg.PART_OF, Node.ANY).map(Triple::getObject).min(NodeCmp::compareRDFTerms);
    }

    private Value value(Node node) {
        return values.of(node, true, List.of());
    }
}
