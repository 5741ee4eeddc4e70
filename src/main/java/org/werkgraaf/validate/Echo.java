package org.werkgraaf.validate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase2;

/**
 * The function {@code rule:echoes(name, text)} of quality rules: whether a text takes up a name. It does when it has a word of
 * the name, without accents and endings, anywhere in its words, so that compounds count. It is made to find texts that say nothing
 * of a thing, not to prove that one does.
 */
final class Echo extends FunctionBase2 {
    static final String IRI = "https://w3id.org/werkgraaf/rule#echoes";

    private static final int WORD_MIN = 4;
    private static final int ENDING = 2;
    private static final int STEM_MAX = 6;

    private final Map<String, List<String>> stems = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    public NodeValue exec(NodeValue name, NodeValue text) {
        return NodeValue.makeBoolean(echoes(name.asString(), text.asString()));
    }

    /** Whether the text takes up the name. */
    boolean echoes(String name, String text) {
        String folded = texts.computeIfAbsent(text, each -> ' ' + String.join(" ", Words.of(each)) + ' ');
        return stems.computeIfAbsent(name, Echo::stems).stream().anyMatch(folded::contains);
    }

    /** The longer words of a name without their endings; of a name of short words only, each of them as a whole word. */
    private static List<String> stems(String name) {
        List<String> words = Words.of(name);
        List<String> longer = words.stream()
                .filter(word -> word.length() >= WORD_MIN)
                .map(word -> word.substring(0, Math.max(WORD_MIN, Math.min(STEM_MAX, word.length() - ENDING))))
                .toList();
        return longer.isEmpty() ? words.stream().map(word -> ' ' + word + ' ').toList() : longer;
    }
}
