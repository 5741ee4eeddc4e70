package org.werkgraaf.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Reads literals of a subject, by language. */
final class Literals {
    private Literals() {}

    /** The first value in each language; the key is empty for literals without one. */
    static Map<String, String> byLanguage(Graph graph, Node subject, Node property) {
        Map<String, String> first = new TreeMap<>();
        all(graph, subject, property).forEach((lang, values) -> first.put(lang, values.get(0)));
        return first;
    }

    /** All values in each language, sorted. */
    static Map<String, List<String>> all(Graph graph, Node subject, Node property) {
        Map<String, List<String>> texts = new TreeMap<>();
        graph.stream(subject, property, Node.ANY)
                .map(triple -> triple.getObject())
                .filter(Node::isLiteral)
                .forEach(value -> texts.computeIfAbsent(value.getLiteralLanguage(), lang -> new ArrayList<>())
                        .add(value.getLiteralLexicalForm()));
        texts.values().forEach(Collections::sort);
        return texts;
    }

    /** All values, whatever their language, sorted. */
    static List<String> list(Graph graph, Node subject, Node property) {
        return all(graph, subject, property).values().stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
    }
}
