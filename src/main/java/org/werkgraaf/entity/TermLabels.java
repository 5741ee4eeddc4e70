package org.werkgraaf.entity;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.vocabulary.Wg;

/** Labels of classes and properties, read once per release. */
final class TermLabels {
    private static final Map<Node, Map<String, String>> BORROWED = Map.ofEntries(
            Map.entry(SKOS.broader.asNode(), Map.of("nl", "valt onder", "en", "broader", "fr", "terme générique")),
            Map.entry(SKOS.related.asNode(), Map.of("nl", "verwant met", "en", "related to", "fr", "lié à")),
            Map.entry(SKOS.inScheme.asNode(), Map.of("nl", "in lijst", "en", "in scheme", "fr", "dans la liste")),
            Map.entry(DCTerms.title.asNode(), Map.of("nl", "titel", "en", "title", "fr", "titre")),
            Map.entry(DCTerms.creator.asNode(), Map.of("nl", "auteur", "en", "author", "fr", "auteur")),
            Map.entry(DCTerms.publisher.asNode(), Map.of("nl", "uitgever", "en", "publisher", "fr", "éditeur")),
            Map.entry(DCTerms.date.asNode(), Map.of("nl", "datum", "en", "date", "fr", "date")),
            Map.entry(DCTerms.language.asNode(), Map.of("nl", "taal", "en", "language", "fr", "langue")),
            Map.entry(SKOS.notation.asNode(), Map.of("nl", "code", "en", "notation", "fr", "code")),
            Map.entry(DCTerms.license.asNode(), Map.of("nl", "licentie", "en", "licence", "fr", "licence")),
            Map.entry(
                    SKOS.exactMatch.asNode(),
                    Map.of("nl", "hetzelfde elders", "en", "same elsewhere", "fr", "identique ailleurs")),
            Map.entry(
                    SKOS.closeMatch.asNode(),
                    Map.of(
                            "nl",
                            "bijna hetzelfde elders",
                            "en",
                            "nearly the same elsewhere",
                            "fr",
                            "presque identique ailleurs")),
            Map.entry(
                    SKOS.broadMatch.asNode(),
                    Map.of("nl", "ruimer elders", "en", "broader elsewhere", "fr", "plus large ailleurs")),
            Map.entry(
                    SKOS.narrowMatch.asNode(),
                    Map.of("nl", "enger elders", "en", "narrower elsewhere", "fr", "plus étroit ailleurs")),
            Map.entry(
                    SKOS.relatedMatch.asNode(),
                    Map.of("nl", "verwant elders", "en", "related elsewhere", "fr", "apparenté ailleurs")));

    private static final Map<Node, Map<String, String>> BORROWED_INVERSE = Map.of(
            SKOS.broader.asNode(), Map.of("nl", "omvat", "en", "narrower", "fr", "terme spécifique"),
            SKOS.related.asNode(), Map.of("nl", "verwant met", "en", "related to", "fr", "lié à"),
            SKOS.inScheme.asNode(), Map.of("nl", "bevat", "en", "has term", "fr", "contient"));

    private final Map<Node, Map<String, String>> labels = new HashMap<>();
    private final Map<Node, Map<String, String>> inverse = new HashMap<>();
    private final Map<Node, Boolean> single = new HashMap<>();
    /** Classes of things; a node's other types, such as skos:Concept, are not ours. */
    private final Map<Node, Boolean> classes = new HashMap<>();

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
        return inverse.containsKey(property) || BORROWED_INVERSE.containsKey(property);
    }

    Map<String, String> label(Node term) {
        Map<String, String> own = labels.getOrDefault(term, BORROWED.get(term));
        return own == null ? Map.of("en", term.isURI() ? term.getLocalName() : term.toString()) : own;
    }

    Map<String, String> inverseLabel(Node property) {
        Map<String, String> own = inverse.getOrDefault(property, BORROWED_INVERSE.get(property));
        return own == null ? label(property) : own;
    }
}
