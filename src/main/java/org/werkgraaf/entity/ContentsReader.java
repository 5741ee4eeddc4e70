package org.werkgraaf.entity;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.entity.Description.Part;
import org.werkgraaf.vocabulary.Wg;

/** Reads an act as a tree: its provisions in the order of their numbers, and theirs. */
final class ContentsReader {
    /** No act is nested deeper; a circle in the data ends here. */
    private static final int DEPTH_MAX = 10;

    private final Graph graph;
    private final Values values;

    ContentsReader(Graph graph, Values values) {
        this.graph = graph;
        this.values = values;
    }

    /** The parts of an act or provision. */
    List<Part> read(Node whole) {
        return read(whole, 0);
    }

    /** What is directly part of an act or provision, in the order of numbers. */
    static List<Node> parts(Graph graph, Node whole) {
        return graph.stream(Node.ANY, Wg.PART_OF, whole)
                .map(Triple::getSubject)
                .distinct()
                .sorted(Comparator.comparing((Node part) -> number(graph, part), new NaturalOrder())
                        .thenComparing(Node::getURI))
                .toList();
    }

    private List<Part> read(Node whole, int depth) {
        if (depth == DEPTH_MAX) {
            return List.of();
        }
        return parts(graph, whole).stream()
                .map(part -> new Part(values.of(part, true, List.of()), read(part, depth + 1)))
                .toList();
    }

    private static String number(Graph graph, Node provision) {
        return Literals.list(graph, provision, Wg.NUMBER).stream().findFirst().orElse(provision.toString());
    }
}
