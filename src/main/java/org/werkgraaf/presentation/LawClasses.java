package org.werkgraaf.presentation;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** The classes that are law, as {@code ontology/presentation.ttl} has it. */
public final class LawClasses {
    private LawClasses() {}

    /** Those of which the statements are statements on law. */
    public static Set<Node> stated(Graph graph) {
        return marked(graph, Show.LAW);
    }

    /** Those whose things stand in the text of law itself. */
    public static Set<Node> inText(Graph graph) {
        return marked(graph, Show.LAW_TEXT);
    }

    private static Set<Node> marked(Graph graph, Node term) {
        ShowGraph shown = new ShowGraph(graph);
        return shown.subjects(term).filter(type -> shown.is(type, term)).collect(Collectors.toUnmodifiableSet());
    }
}
