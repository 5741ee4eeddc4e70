package org.werkgraaf.index;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** The classes whose things have a document of their own, and how many of them the graph has. */
final class IndexedClasses {
    private final Graph graph;
    private final Set<Node> classes = new HashSet<>();

    /** @param graph holds the ontology, what is shown of its classes, and the things */
    IndexedClasses(Graph graph, Presentation presentation) {
        this.graph = graph;
        graph.stream(Node.ANY, Wg.TYPE_SEGMENT, Node.ANY).forEach(term -> classes.add(term.getSubject()));
        classes.add(Wg.CONCEPT);
        // The things of the others are found through what they describe, not by themselves.
        presentation.profiles().stream()
                .filter(profile -> !profile.indexed())
                .forEach(profile -> classes.remove(profile.type()));
    }

    Set<Node> all() {
        return classes;
    }

    boolean contains(@Nullable Node type) {
        return type != null && classes.contains(type);
    }

    /** How many entities of each indexed class the graph has. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        classes.forEach(type -> {
            long count = things(type).distinct().count();
            if (count > 0) {
                counts.put(type.getLocalName(), count);
            }
        });
        return counts;
    }

    /** How many indexed entities of the graph have a label in each language. */
    Map<String, Long> languages() {
        Map<String, Long> counts = new TreeMap<>();
        Languages.ALL.forEach(lang -> counts.put(lang, 0L));
        classes.forEach(type -> things(type)
                .forEach(thing -> graph.stream(thing, SKOS.prefLabel.asNode(), Node.ANY)
                        .map(label -> label.getObject().getLiteralLanguage())
                        .distinct()
                        .forEach(lang -> counts.computeIfPresent(lang, (l, count) -> count + 1))));
        return counts;
    }

    private Stream<Node> things(Node type) {
        return graph.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .filter(ThingId::isThing);
    }
}
