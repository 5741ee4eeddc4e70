package org.werkgraaf.index;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Block;
import org.werkgraaf.meaning.Hierarchy;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads the values by which a thing is counted and filtered. */
final class FacetReader {
    private final Graph graph;
    private final Assessments assessments;
    private final Classes classes;
    private final Instruments instruments;
    private final IndexedClasses indexed;
    private final Map<Node, Facet> ofClasses = new HashMap<>();
    private final Map<Facet, List<Node>> ofProperties = new EnumMap<>(Facet.class);

    private final Hierarchy hierarchy;

    FacetReader(
            Graph graph,
            Assessments assessments,
            Classes classes,
            Instruments instruments,
            Hierarchy hierarchy,
            Presentation presentation) {
        this.graph = graph;
        this.assessments = assessments;
        this.classes = classes;
        this.instruments = instruments;
        this.indexed = new IndexedClasses(graph, presentation);
        presentation.profiles().forEach(profile -> {
            if (profile.facet() != null) {
                ofClasses.put(profile.type(), facet(profile.facet()));
            }
        });
        presentation.facetProperties().forEach((name, properties) -> ofProperties.put(facet(name), properties));
        this.hierarchy = hierarchy;
    }

    /** Entities connected to the thing by an accepted statement, in either direction. */
    Set<Node> neighbours(Block block) {
        Set<Node> neighbours = new HashSet<>();
        stated(block.out())
                .map(Triple::getObject)
                .filter(other -> classes.of(other) != null)
                .forEach(neighbours::add);
        stated(block.in())
                .map(Triple::getSubject)
                .filter(other -> indexed.contains(classes.of(other)))
                .forEach(neighbours::add);
        return neighbours;
    }

    /** The values by dimension that the thing is about: ids, or the class's name for the type. */
    Map<Facet, Set<String>> direct(Block block, Node type, Set<Node> neighbours, List<Node> mentions) {
        Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
        add(facets, Facet.TYPE, type.getLocalName());
        addByClass(facets, block.thing());
        neighbours.forEach(other -> addByClass(facets, other));
        turnsOn(block).forEach(other -> addByClass(facets, other));
        jurisdictions(block).forEach(place -> add(facets, Facet.JURISDICTION, place));
        ofProperties.forEach((facet, properties) -> properties.stream()
                .flatMap(property -> stated(block.out(property)))
                .forEach(stated -> addValue(facets, facet, stated.getObject())));
        mentions.stream()
                .flatMap(passage -> objects(passage, Wg.IN_SOURCE))
                .forEach(source -> add(facets, Facet.SOURCE, source));
        return facets;
    }

    /** How the thing ended, for a case or incident. */
    Stream<Node> outcomes(Block block) {
        return ofProperties.getOrDefault(Facet.OUTCOME, List.of()).stream()
                .flatMap(property -> stated(block.out(property)))
                .map(Triple::getObject)
                .filter(Node::isURI);
    }

    private static Facet facet(String name) {
        return Facet.of(name).orElseThrow(() -> new IllegalArgumentException("There is no facet " + name));
    }

    /**
     * The values for which the thing counts: those that it is about, and those for which it holds or that it concerns because they
     * are narrower or wider.
     */
    Map<Facet, Set<String>> reached(Node type, Map<Facet, Set<String>> direct) {
        Map<Facet, Set<String>> reached = new EnumMap<>(Facet.class);
        direct.forEach((facet, values) -> facet.hierarchy()
                .ifPresentOrElse(
                        about -> values.stream()
                                .flatMap(value -> ThingId.parse(value).stream())
                                .flatMap(id -> hierarchy.reach(type, about, id.node()).stream())
                                .forEach(thing -> add(reached, facet, thing)),
                        () -> reached.put(facet, values)));
        return reached;
    }

    /** A provision is about what the norms that it creates turn on. */
    private Stream<Node> turnsOn(Block block) {
        return stated(block.out(Wg.CREATES))
                .flatMap(creates -> stated(graph.stream(creates.getObject(), Wg.TRIGGER, Node.ANY)))
                .map(Triple::getObject);
    }

    private void addByClass(Map<Facet, Set<String>> facets, Node other) {
        Node type = classes.of(other);
        Facet facet = type == null ? null : ofClasses.get(type);
        if (facet != null) {
            add(facets, facet, other);
        }
        if (Wg.PROVISION.equals(type)) {
            instruments.of(other).ifPresent(act -> add(facets, Facet.INSTRUMENT, act));
        }
    }

    /** Its own and those of the acts that create it; of a part of an act without its own, those of the act. */
    private Stream<Node> jurisdictions(Block block) {
        List<Node> own = block.objects(Wg.HAS_JURISDICTION).toList();
        Stream<Node> acts = stated(graph.stream(Node.ANY, Wg.CREATES, block.thing()))
                .flatMap(creates -> instruments.of(creates.getSubject()).stream());
        Stream<Node> whole = own.isEmpty() ? instruments.of(block.thing()).stream() : Stream.of();
        return Stream.concat(
                own.stream(), Stream.concat(acts, whole).flatMap(act -> objects(act, Wg.HAS_JURISDICTION)));
    }

    private Stream<Triple> stated(Stream<Triple> statements) {
        return statements
                .filter(triple -> !Wg.DERIVED.contains(triple.getPredicate()))
                .filter(assessments::accepts);
    }

    private Stream<Node> objects(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject);
    }

    /** The names by which values of facets are written that are no things, such as the survey of a figure. */
    Stream<Node> literals(Block block) {
        return ofProperties.values().stream()
                .flatMap(List::stream)
                .flatMap(block::objects)
                .filter(value ->
                        value.isLiteral() && !value.getLiteralLanguage().isEmpty());
    }

    /** Of a name that is written in several languages, one is the value; the others are its labels. */
    private static void addValue(Map<Facet, Set<String>> facets, Facet facet, Node value) {
        if (!value.isLiteral()) {
            add(facets, facet, value);
        } else if (value.getLiteralLanguage().isEmpty()
                || value.getLiteralLanguage().equals(Languages.DOCUMENTATION)) {
            add(facets, facet, value.getLiteralLexicalForm());
        }
    }

    private static void add(Map<Facet, Set<String>> facets, Facet facet, Node value) {
        add(facets, facet, ThingId.of(value).toString());
    }

    private static void add(Map<Facet, Set<String>> facets, Facet facet, String value) {
        facets.computeIfAbsent(facet, f -> new TreeSet<>()).add(value);
    }
}
