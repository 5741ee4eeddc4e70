package org.werkgraaf.dump;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** How far things were checked: by their own mark, else by the best of the places that speak of them. */
final class Verifications {
    private static final List<String> BEST_FIRST = List.of("primary", "secondary", "recalled");

    private final Graph graph;
    private final Map<Node, Set<String>> ofPlaces = new HashMap<>();

    Verifications(Graph graph) {
        this.graph = graph;
    }

    /** The slug of the status; empty when nothing tells. */
    String of(Node thing) {
        Set<String> found = ofPlace(thing);
        if (found.isEmpty()) {
            found = new HashSet<>();
            for (Triple mention : graph.stream(Node.ANY, Wg.MENTIONS, thing).toList()) {
                found.addAll(ofPlaces.computeIfAbsent(mention.getSubject(), this::ofPlace));
            }
            for (Triple claim : graph.stream(thing, Wg.HAS_PASSAGE, Node.ANY).toList()) {
                found.addAll(ofPlaces.computeIfAbsent(claim.getObject(), this::ofPlace));
            }
        }
        return BEST_FIRST.stream().filter(found::contains).findFirst().orElse("");
    }

    /** The mark of its own, or that of the source in which it is. */
    private Set<String> ofPlace(Node node) {
        Set<String> marks = marks(node);
        if (marks.isEmpty()) {
            graph.stream(node, Wg.IN_SOURCE, Node.ANY).forEach(triple -> marks.addAll(marks(triple.getObject())));
        }
        return marks;
    }

    private Set<String> marks(Node node) {
        Set<String> marks = new HashSet<>();
        graph.stream(node, Wg.VERIFICATION, Node.ANY)
                .forEach(triple -> marks.add(ThingId.of(triple.getObject()).slug()));
        return marks;
    }
}
