package org.werkgraaf.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Sh;

/** What shapes and rules say, in each language they say it in. Findings have the words of the documentation's language. */
public final class RuleWords {
    private static final Pattern HEADER = Pattern.compile("# (Problem|Solution)(?: \\(([a-z]{2,3})\\))?: (.*)");

    /** By the words in the language of the documentation. */
    private final Map<String, Map<String, String>> texts = new HashMap<>();

    private RuleWords() {}

    /**
     * The words of shapes and rules.
     *
     * @param shapes all shapes
     * @param rules texts of the rules
     */
    public static RuleWords of(Graph shapes, List<String> rules) {
        RuleWords words = new RuleWords();
        for (Node property : List.of(Sh.MESSAGE, RDFS.comment.asNode())) {
            Map<Node, Map<String, String>> said = new HashMap<>();
            shapes.stream(Node.ANY, property, Node.ANY)
                    .filter(triple -> triple.getObject().isLiteral())
                    .forEach(triple -> put(said, triple));
            said.values().forEach(words::add);
        }
        rules.forEach(words::addRule);
        return words;
    }

    private static void put(Map<Node, Map<String, String>> said, Triple triple) {
        said.computeIfAbsent(triple.getSubject(), key -> new TreeMap<>())
                .put(triple.getObject().getLiteralLanguage(), triple.getObject().getLiteralLexicalForm());
    }

    private void addRule(String text) {
        Map<String, Map<String, String>> said = new HashMap<>();
        text.lines()
                .map(HEADER::matcher)
                .filter(Matcher::matches)
                .forEach(header -> said.computeIfAbsent(header.group(1), key -> new TreeMap<>())
                        .put(
                                header.group(2) == null ? Languages.DOCUMENTATION : header.group(2),
                                header.group(3).strip()));
        said.values().forEach(this::add);
    }

    private void add(Map<String, String> said) {
        String key = said.get(Languages.DOCUMENTATION);
        if (key != null) {
            texts.put(key, Map.copyOf(said));
        }
    }

    /**
     * A text of a finding in each language in which shapes or rules say it; as it is, in the language of the documentation, where it is
     * none of theirs.
     */
    public Map<String, String> of(String text) {
        return texts.getOrDefault(text, Map.of(Languages.DOCUMENTATION, text));
    }
}
