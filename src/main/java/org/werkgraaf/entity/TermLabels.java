package org.werkgraaf.entity;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Wg;

/** Labels of classes and properties, read once per release. */
final class TermLabels {
    private final Map<Node, Map<String, String>> labels = new HashMap<>();
    private final Map<Node, Map<String, String>> inverse = new HashMap<>();
    private final Map<Node, Boolean> single = new HashMap<>();
    /** Classes of things; a node's other types, such as skos:Concept, are not ours. */
    private final Map<Node, Boolean> classes = new HashMap<>();

    /** @param ontology the ontology, with the words for terms of other vocabularies */
    TermLabels(Graph ontology) {
        ontology.stream(Node.ANY, RDFS.label.asNode(), Node.ANY).forEach(triple -> put(labels, triple));
        ontology.stream(Node.ANY, Wg.INVERSE_LABEL, Node.ANY).forEach(triple -> put(inverse, triple));
        ontology.stream(Node.ANY, Wg.SINGLE_VALUED, Node.ANY)
                .forEach(triple -> single.put(
                        triple.getSubject(),
                        triple.getObject().getLiteralLexicalForm().equals("true")));
        ontology.stream(Node.ANY, RDF.type.asNode(), org.apache.jena.vocabulary.OWL.Class.asNode())
                .forEach(triple -> classes.put(triple.getSubject(), true));
    }

    private static void put(Map<Node, Map<String, String>> map, Triple triple) {
        map.computeIfAbsent(triple.getSubject(), node -> new TreeMap<>())
                .put(triple.getObject().getLiteralLanguage(), triple.getObject().getLiteralLexicalForm());
    }

    boolean isClass(Node node) {
        return classes.containsKey(node);
    }

    boolean isSingleValued(Node property) {
        return single.getOrDefault(property, false);
    }

    /** Whether the property's links to a thing are shown on that thing. */
    boolean isShownInverse(Node property) {
        return inverse.containsKey(property);
    }

    Map<String, String> label(Node term) {
        @Nullable Map<String, String> own = labels.get(term);
        return own == null
                ? Map.of(Languages.DOCUMENTATION, term.isURI() ? term.getLocalName() : term.toString())
                : own;
    }

    Map<String, String> inverseLabel(Node property) {
        @Nullable Map<String, String> own = inverse.get(property);
        return own == null ? label(property) : own;
    }
}
