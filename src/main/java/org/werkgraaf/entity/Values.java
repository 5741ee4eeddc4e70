package org.werkgraaf.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.entity.NamesRead.Name;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Turns nodes into values that can be shown. */
final class Values {
    private final Graph graph;
    private final TermLabels vocabulary;
    private final NamesRead namesRead;

    Values(Graph graph, TermLabels vocabulary, NamesRead namesRead) {
        this.graph = graph;
        this.vocabulary = vocabulary;
        this.namesRead = namesRead;
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
        Name name = name(node);
        return new Value(
                name.id(),
                name.type() == null ? null : name.type().getLocalName(),
                name.labels(),
                node.toString(),
                null,
                accepted,
                said);
    }

    /** The class of a thing, if it is one of ours. */
    Optional<Node> type(Node node) {
        return Optional.ofNullable(name(node).type());
    }

    /** What a link to a node shows. */
    Name name(Node node) {
        return namesRead.names().get(node, this::read);
    }

    private Name read(Node node) {
        Optional<Node> type = graph.stream(node, RDF.type.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(vocabulary::isClass)
                .filter(each -> each.getURI().startsWith(Wg.NS))
                .min(NodeCmp::compareRDFTerms);
        // A passage has no name: what it says stands for it.
        Node label = type.filter(Wg.PASSAGE::equals).isPresent() ? Wg.PARAPHRASE : SKOS.prefLabel.asNode();
        return new Name(
                ThingId.find(node)
                        .filter(id -> graph.contains(node, RDF.type.asNode(), Node.ANY))
                        .map(ThingId::toString)
                        .orElse(null),
                type.orElse(null),
                Literals.byLanguage(graph, node, label));
    }
}
