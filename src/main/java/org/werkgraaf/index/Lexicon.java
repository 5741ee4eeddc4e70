package org.werkgraaf.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;

/**
 * The words in names and definitions, counted before the index is written, so that glued words can be taken apart while it
 * is. A large graph is sampled: its words repeat.
 */
final class Lexicon {
    private static final int TEXTS_MAX = 200_000;
    private static final Analyzers PLAIN = new Analyzers(new Compounds(word -> 0));

    private final Map<String, Integer> counts = new HashMap<>();

    private Lexicon() {}

    static Lexicon of(Graph graph) {
        Lexicon lexicon = new Lexicon();
        for (Node property : List.of(
                SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), SKOS.hiddenLabel.asNode(), SKOS.definition.asNode())) {
            Iterator<Triple> texts = graph.find(Node.ANY, property, Node.ANY);
            for (int i = 0; i < TEXTS_MAX && texts.hasNext(); i++) {
                Node text = texts.next().getObject();
                if (text.isLiteral()) {
                    lexicon.count(text.getLiteralLexicalForm());
                }
            }
        }
        return lexicon;
    }

    int frequency(String word) {
        return counts.getOrDefault(word, 0);
    }

    private void count(String text) {
        Set<String> words = new HashSet<>();
        PLAIN.tokens(Fields.WORDS, text).forEach(token -> words.add(token.text()));
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
}
