package org.werkgraaf.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.validate.Finding;
import org.werkgraaf.vocabulary.Wg;

/** What the things are called that findings are about. */
final class FindingNames {
    private FindingNames() {}

    /** Labels by language and IRI; a passage has no name, so its source and heading stand for one. */
    static Map<String, Map<String, String>> of(Graph graph, List<Finding> findings) {
        Map<String, Map<String, String>> names = new TreeMap<>();
        for (Finding finding : findings) {
            names.computeIfAbsent(finding.entity(), iri -> name(graph, NodeFactory.createURI(iri)));
        }
        return names;
    }

    private static Map<String, String> name(Graph graph, Node thing) {
        Map<String, String> labels = texts(graph, thing, SKOS.prefLabel.asNode());
        graph.stream(thing, Wg.IN_SOURCE, Node.ANY).findFirst().ifPresent(link -> {
            Map<String, String> headings = texts(graph, thing, Wg.SECTION);
            texts(graph, link.getObject(), SKOS.prefLabel.asNode())
                    .forEach((lang, source) ->
                            labels.put(lang, headings.containsKey(lang) ? source + ", " + headings.get(lang) : source));
        });
        return labels;
    }

    private static Map<String, String> texts(Graph graph, Node subject, Node property) {
        Map<String, String> texts = new HashMap<>();
        graph.stream(subject, property, Node.ANY)
                .map(link -> link.getObject())
                .filter(Node::isLiteral)
                .forEach(text -> texts.put(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
        return texts;
    }
}
