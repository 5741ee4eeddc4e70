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
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

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
        for (Node property : List.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), SKOS.definition.asNode())) {
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

    /** Adds the words of a text to what a question is held against. */
    static void add(Document document, String text) {
        document.add(new TextField(Fields.WORDS, text, Field.Store.NO));
        for (Analyzers.Token token : PLAIN.tokens(Fields.WORDS, text)) {
            String sound = Sounds.of(token.text());
            document.add(new StringField(Fields.SOUND, sound + "\u0000" + token.text(), Field.Store.NO));
            String written = text.substring(token.start(), token.end()).toLowerCase(java.util.Locale.ROOT);
            if (!written.equals(token.text()) && Fields.fold(written).equals(token.text())) {
                document.add(new StringField(Fields.SURFACE, token.text() + "\u0000" + written, Field.Store.NO));
            }
        }
    }
}
