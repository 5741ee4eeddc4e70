package org.werkgraaf.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.entity.Neighbours.Group;
import org.werkgraaf.entity.Neighbours.Near;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads what one thing is linked to by statements that the editors accept. */
final class NeighbourReader {
    private final Graph graph;
    private final TermLabels vocabulary;
    private final Assessments assessments;
    private final Values values;
    private final Set<Node> unlinked;

    /** @param unlinked what is no link between things: where something stands, and what is derived */
    NeighbourReader(
            Graph graph, TermLabels vocabulary, Assessments assessments, NamesRead namesRead, Set<Node> unlinked) {
        this.graph = graph;
        this.vocabulary = vocabulary;
        this.assessments = assessments;
        this.unlinked = unlinked;
        this.values = new Values(graph, vocabulary, namesRead);
    }

    Neighbours read(ThingId id, String release) {
        Node node = id.node();
        List<Group> groups = new ArrayList<>();
        groups(graph.stream(node, Node.ANY, Node.ANY), false).forEach(groups::add);
        groups(
                        graph.stream(Node.ANY, Node.ANY, node)
                                .filter(triple -> vocabulary.isShownInverse(triple.getPredicate())),
                        true)
                .forEach(groups::add);
        Near own = near(node).orElseThrow(() -> new IllegalStateException("The thing " + id + " has no class"));
        return new Neighbours(own.id(), own.type(), own.typeLabels(), own.labels(), List.copyOf(groups), release);
    }

    private Stream<Group> groups(Stream<Triple> triples, boolean incoming) {
        Map<String, Set<Node>> found = new TreeMap<>();
        Map<String, Node> properties = new TreeMap<>();
        triples.filter(triple ->
                        !unlinked.contains(triple.getPredicate()) && !Wg.DERIVED.contains(triple.getPredicate()))
                .filter(assessments::accepts)
                .forEach(triple -> {
                    Node other = incoming ? triple.getSubject() : triple.getObject();
                    if (other.isURI() && ThingId.find(other).isPresent()) {
                        String property = triple.getPredicate().getURI();
                        properties.put(property, triple.getPredicate());
                        found.computeIfAbsent(property, p -> new TreeSet<>(Comparator.comparing(Node::getURI)))
                                .add(other);
                    }
                });
        return found.entrySet().stream()
                .map(entry -> group(Objects.requireNonNull(properties.get(entry.getKey())), entry.getValue(), incoming))
                .filter(group -> !group.things().isEmpty());
    }

    private Group group(Node property, Set<Node> others, boolean incoming) {
        return new Group(
                property.getURI(),
                property.getLocalName(),
                incoming,
                incoming ? vocabulary.inverseLabel(property) : vocabulary.label(property),
                others.stream().flatMap(other -> near(other).stream()).toList());
    }

    private Optional<Near> near(Node node) {
        return values.type(node)
                .map(type -> new Near(
                        ThingId.of(node).toString(),
                        type.getLocalName(),
                        vocabulary.label(type),
                        values.name(node).labels()));
    }
}
