package org.werkgraaf.assess;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Reads texts by language. */
final class LanguageTexts {
    private LanguageTexts() {}

    /** The first text in each language, in the order of the texts. */
    static Map<String, String> of(Graph graph, Node thing, Node property) {
        Map<String, String> texts = new TreeMap<>();
        graph.stream(thing, property, Node.ANY)
                .map(triple -> triple.getObject())
                .filter(Node::isLiteral)
                .forEach(text -> texts.merge(
                        text.getLiteralLanguage(),
                        text.getLiteralLexicalForm(),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return texts;
    }
}
