package org.werkgraaf.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;

/** Derives, when content is loaded, all wider things of each thing ({@code skos:broaderTransitive}), however far away. */
public final class HierarchyDerivation {
    private HierarchyDerivation() {}

    /** @param graph all that the content says */
    public static List<Triple> of(Graph graph) {
        Map<Node, Set<Node>> broader = new HashMap<>();
        Assessments assessments = Assessments.of(graph);
        graph.stream(Node.ANY, SKOS.broader.asNode(), Node.ANY)
                .filter(assessments::accepts)
                .forEach(triple -> broader.computeIfAbsent(triple.getSubject(), thing -> new HashSet<>())
                        .add(triple.getObject()));
        List<Triple> derived = new ArrayList<>();
        broader.keySet()
                .forEach(thing -> wider(thing, broader)
                        .forEach(each -> derived.add(Triple.create(thing, SKOS.broaderTransitive.asNode(), each))));
        return derived;
    }

    /** Without the thing itself, even if the content has a circle. */
    private static Set<Node> wider(Node thing, Map<Node, Set<Node>> broader) {
        Set<Node> wider = new HashSet<>();
        Set<Node> level = broader.getOrDefault(thing, Set.of());
        while (!level.isEmpty()) {
            Set<Node> next = new HashSet<>();
            level.stream().filter(wider::add).forEach(each -> next.addAll(broader.getOrDefault(each, Set.of())));
            level = next;
        }
        wider.remove(thing);
        return wider;
    }
}
