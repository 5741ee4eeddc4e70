package org.werkgraaf.meaning;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.vocabulary.Wg;

/**
 * For which things something counts that is about one thing of a hierarchy. What the law says of a wider thing holds for the
 * narrower ones; what happens with a narrower thing is about the wider ones too. Of which classes the first is true, and for
 * things of which classes, the ontology says ({@code wg:holdsForNarrower}); all others are of the second kind.
 */
public final class Hierarchy {
    private final Map<Node, Set<Node>> wider = new HashMap<>();
    private final Map<Node, Set<Node>> narrower = new HashMap<>();
    private final Map<Node, Set<Node>> holdsForNarrower = new HashMap<>();

    private Hierarchy(Graph graph) {
        graph.stream(Node.ANY, SKOS.broaderTransitive.asNode(), Node.ANY).forEach(triple -> {
            add(wider, triple.getSubject(), triple.getObject());
            add(narrower, triple.getObject(), triple.getSubject());
        });
        graph.stream(Node.ANY, Wg.HOLDS_FOR_NARROWER, Node.ANY)
                .forEach(triple -> add(holdsForNarrower, triple.getSubject(), triple.getObject()));
    }

    /** Reads the hierarchy of a graph that holds the derived one and the ontology. */
    public static Hierarchy of(Graph graph) {
        return new Hierarchy(graph);
    }

    /** All things wider than this one, itself not included. */
    public Set<Node> wider(Node thing) {
        return wider.getOrDefault(thing, Set.of());
    }

    /** All things narrower than this one, itself not included. */
    public Set<Node> narrower(Node thing) {
        return narrower.getOrDefault(thing, Set.of());
    }

    /**
     * Whether what is said by, or of, a thing of a class holds for the things narrower than the one that it is about.
     *
     * @param type class of what is said, such as a provision
     * @param about class of what it is about, such as a technique
     */
    public boolean holdsForNarrower(Node type, Node about) {
        return holdsForNarrower.getOrDefault(type, Set.of()).contains(about);
    }

    /**
     * The things for which something counts that is about one thing: that one and the narrower or the wider ones.
     *
     * @param type class of what is said
     * @param about class of the thing
     * @param thing what it is about
     */
    public Set<Node> reach(Node type, Node about, Node thing) {
        Set<Node> reach = new HashSet<>(holdsForNarrower(type, about) ? narrower(thing) : wider(thing));
        reach.add(thing);
        return reach;
    }

    private static void add(Map<Node, Set<Node>> sets, Node key, Node value) {
        sets.computeIfAbsent(key, each -> new HashSet<>()).add(value);
    }
}
