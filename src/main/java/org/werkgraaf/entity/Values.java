package org.werkgraaf.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Turns nodes into values that can be shown. */
final class Values {
    private final Graph graph;
    private final Vocabulary vocabulary;

    Values(Graph graph, Vocabulary vocabulary) {
        this.graph = graph;
        this.vocabulary = vocabulary;
    }

    Value of(Node node, boolean accepted, List<Place> said) {
        if (node.isLiteral()) {
            String text = node.getLiteralLexicalForm();
            String datatype = node.getLiteralDatatypeURI();
            return new Value(
                    null,
                    null,
                    node.getLiteralLanguage().isEmpty() ? Map.of() : Map.of(node.getLiteralLanguage(), text),
                    text,
                    datatype.substring(Math.max(datatype.lastIndexOf('#'), datatype.lastIndexOf('/')) + 1),
                    accepted,
                    said);
        }
        Optional<ThingId> id = ThingId.find(node);
        Optional<Node> type = type(node);
        // A passage has no name: what it says stands for it.
        Node label = type.filter(Wg.PASSAGE::equals).isPresent() ? Wg.PARAPHRASE : SKOS.prefLabel.asNode();
        return new Value(
                id.filter(known -> graph.contains(node, RDF.type.asNode(), Node.ANY))
                        .map(ThingId::toString)
                        .orElse(null),
                type.map(Node::getLocalName).orElse(null),
                Texts.byLanguage(graph, node, label),
                node.toString(),
                null,
                accepted,
                said);
    }

    /** The class of a thing, if it is one of ours. */
    Optional<Node> type(Node node) {
        return graph.stream(node, RDF.type.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(vocabulary::isClass)
                .filter(type -> type.getURI().startsWith(Wg.NS))
                .findFirst();
    }
}
