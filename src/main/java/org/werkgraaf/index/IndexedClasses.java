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
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** The classes whose things have a document of their own, and how many of them the graph has. */
final class IndexedClasses {
    /** Classes whose things are found through what they describe, not by themselves. */
    private static final Set<Node> NOT_INDEXED = Set.of(
            Wg.CLAIM,
            Wg.PASSAGE,
            Wg.STEP,
            Wg.APPLICABILITY,
            Wg.RELEASE,
            Wg.CONDITION,
            Wg.FACT,
            Wg.VERSION,
            Wg.TRANSPOSITION,
            Wg.COVERAGE,
            Wg.CHECK_TERM);

    private IndexedClasses() {}

    /** The classes of a graph that holds the ontology. */
    static Set<Node> of(Graph graph) {
        Set<Node> classes = new HashSet<>();
        graph.stream(Node.ANY, Wg.TYPE_SEGMENT, Node.ANY).forEach(term -> classes.add(term.getSubject()));
        classes.add(Wg.CONCEPT);
        classes.removeAll(NOT_INDEXED);
        return classes;
    }

    static boolean contains(@Nullable Node type) {
        return type != null && !NOT_INDEXED.contains(type);
    }

    /** How many entities of each indexed class the graph has. */
    static Map<String, Long> counts(Graph graph) {
        Map<String, Long> counts = new TreeMap<>();
        of(graph).forEach(type -> {
            long count = things(graph, type).distinct().count();
            if (count > 0) {
                counts.put(type.getLocalName(), count);
            }
        });
        return counts;
    }

    /** How many indexed entities of the graph have a label in each language. */
    static Map<String, Long> languages(Graph graph) {
        Map<String, Long> counts = new TreeMap<>();
        Languages.ALL.forEach(lang -> counts.put(lang, 0L));
        of(graph)
                .forEach(type -> things(graph, type)
                        .forEach(thing -> graph.stream(thing, SKOS.prefLabel.asNode(), Node.ANY)
                                .map(label -> label.getObject().getLiteralLanguage())
                                .distinct()
                                .forEach(lang -> counts.computeIfPresent(lang, (l, count) -> count + 1))));
        return counts;
    }

    private static Stream<Node> things(Graph graph, Node type) {
        return graph.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .filter(ThingId::isThing);
    }
}
