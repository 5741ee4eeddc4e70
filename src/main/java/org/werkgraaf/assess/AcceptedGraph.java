package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** The statements of a release that its editors accept, in a fixed order. */
final class AcceptedGraph {
    private final Graph graph;
    private final Assessments assessments;
    /** One for each thing, so that a check finds out by identity that two are the same. */
    private final Map<Node, Optional<ThingId>> ids = new HashMap<>();

    /** @param graph all of the release */
    AcceptedGraph(Graph graph) {
        this.graph = graph;
        this.assessments = Assessments.of(graph);
    }

    /** The things of a class. */
    Stream<Node> instances(Node type) {
        return graph.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .sorted(Comparator.comparing(Node::toString));
    }

    /** What a thing points to by a property. */
    Stream<Node> objects(Node thing, Node property) {
        return graph.stream(thing, property, Node.ANY)
                .filter(assessments::accepts)
                .map(Triple::getObject)
                .sorted(Comparator.comparing(Node::toString));
    }

    /** Whether the editors accept a statement. */
    boolean isAccepted(Triple statement) {
        return assessments.accepts(statement);
    }

    /** The id of a thing's IRI. */
    ThingId id(Node thing) {
        return find(thing).orElseThrow(() -> new IllegalArgumentException(thing + " is not the IRI of a thing"));
    }

    /** The id of an IRI, if it is that of a thing. */
    Optional<ThingId> find(Node node) {
        return ids.computeIfAbsent(node, ThingId::find);
    }

    /** The things to which it points by a property. */
    Stream<ThingId> ids(Node thing, Node property) {
        return objects(thing, property).flatMap(object -> find(object).stream());
    }

    /** The same, each once. */
    Set<ThingId> set(Node thing, Node property) {
        return ids(thing, property).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The act that a provision is part of; the thing itself where it is an act, or none is known. */
    Node instrument(Node provision) {
        Set<Node> seen = new HashSet<>();
        Node here = provision;
        while (seen.add(here) && !graph.contains(here, RDF.type.asNode(), Wg.INSTRUMENT)) {
            here = objects(here, Wg.PART_OF).findFirst().orElse(here);
        }
        return here;
    }

    /** The first day that it has by a property. */
    Optional<LocalDate> date(Node thing, Node property) {
        return objects(thing, property)
                .map(value -> LocalDate.parse(value.getLiteralLexicalForm()))
                .findFirst();
    }

    /** Whether it says true by a property. */
    boolean isTrue(Node thing, Node property) {
        return objects(thing, property)
                .anyMatch(value -> value.getLiteralLexicalForm().equals("true"));
    }

    /** What is written by a property, whoever accepts it: the first text in each language, in the order of the texts. */
    Map<String, String> texts(Node thing, Node property) {
        Map<String, String> texts = new TreeMap<>();
        graph.stream(thing, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .forEach(text -> texts.merge(
                        text.getLiteralLanguage(),
                        text.getLiteralLexicalForm(),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return texts;
    }

    /** All links between things by a property. */
    Map<ThingId, Set<ThingId>> links(Node property) {
        Map<ThingId, Set<ThingId>> links = new HashMap<>();
        statements(property)
                .forEach(triple -> find(triple.getSubject())
                        .ifPresent(from -> find(triple.getObject())
                                .ifPresent(to -> links.computeIfAbsent(from, key -> new LinkedHashSet<>())
                                        .add(to))));
        return links;
    }

    /** All statements of a property, in no order. */
    Stream<Triple> statements(Node property) {
        return graph.stream(Node.ANY, property, Node.ANY).filter(assessments::accepts);
    }
}
