package org.werkgraaf.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * How far the own law of countries is in the graph, by subject: what tells a country without a rule from one whose law nobody put
 * in.
 */
public final class Coverages {
    private final List<Note> notes = new ArrayList<>();
    private final Map<Node, Set<Node>> topics = new HashMap<>();
    private final Hierarchy hierarchy;

    /** How much of the law is in the graph. */
    public enum Level {
        /** The rules that matter. */
        COVERED("covered"),
        /** Some of them. */
        PARTLY_COVERED("partly-covered"),
        /** None: that nothing is found says nothing. */
        NOT_COVERED("not-covered");

        private final String slug;

        Level(String slug) {
            this.slug = slug;
        }

        /** The slug of its term in the scheme of levels. */
        public String slug() {
            return slug;
        }

        private static Level of(Node level) {
            String slug = ThingId.of(level).slug();
            for (Level each : values()) {
                if (each.slug.equals(slug)) {
                    return each;
                }
            }
            return NOT_COVERED;
        }
    }

    /**
     * What was noted of one subject.
     *
     * @param topic the subject
     * @param level how far it is covered
     */
    public record Noted(ThingId topic, Level level) {}

    /** Reads what was noted, from a graph that holds all terms. */
    public Coverages(Graph graph, Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        graph.stream(Node.ANY, RDF.type.asNode(), Wg.COVERAGE)
                .map(Triple::getSubject)
                .forEach(note -> objects(graph, note, Wg.IN_COUNTRY)
                        .forEach(country -> objects(graph, note, Wg.ON_TOPIC)
                                .forEach(topic -> objects(graph, note, Wg.COVERAGE_LEVEL)
                                        .forEach(level -> notes.add(new Note(country, topic, Level.of(level)))))));
        graph.stream(Node.ANY, Wg.COVERS_TERM, Node.ANY)
                .forEach(triple -> topics.computeIfAbsent(triple.getSubject(), key -> new HashSet<>())
                        .add(triple.getObject()));
    }

    private static Set<Node> objects(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).collect(Collectors.toSet());
    }

    /**
     * How far the own law of a country is in the graph on what some terms are about: on all subjects when they touch none, or when
     * there are none. A part of a country has that country's law; a union alone does not make the law of its countries known.
     *
     * @param terms techniques, data and the like; those that are wider count too
     */
    public Level of(ThingId country, Set<ThingId> terms) {
        Set<Level> levels = noted(country, terms).stream().map(Noted::level).collect(Collectors.toSet());
        if (levels.isEmpty()) {
            return Level.NOT_COVERED;
        }
        return levels.size() == 1 ? levels.iterator().next() : Level.PARTLY_COVERED;
    }

    /** What was noted of the country on each subject that the terms touch, by subject; nothing of a country whose law is not here. */
    public List<Noted> noted(ThingId country, Set<ThingId> terms) {
        Set<Node> wider = terms.stream()
                .flatMap(term -> {
                    Set<Node> all = new HashSet<>(hierarchy.wider(term.node()));
                    all.add(term.node());
                    return all.stream();
                })
                .collect(Collectors.toSet());
        Set<Node> touched = topics.entrySet().stream()
                .filter(topic -> topic.getValue().stream().anyMatch(wider::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<Node> states = states(country.node());
        return notes.stream()
                .filter(note -> states.contains(note.country()))
                .filter(note -> touched.isEmpty() || touched.contains(note.topic()))
                .map(note -> new Noted(ThingId.of(note.topic()), note.level()))
                .sorted(Comparator.comparing(note -> note.topic().toString()))
                .toList();
    }

    /** The techniques, data and the like that a subject is about. */
    public Set<ThingId> terms(ThingId topic) {
        return topics.getOrDefault(topic.node(), Set.of()).stream()
                .map(ThingId::of)
                .collect(Collectors.toSet());
    }

    /** The countries of which something was noted. */
    public List<ThingId> countries() {
        return notes.stream()
                .map(note -> ThingId.of(note.country()))
                .distinct()
                .sorted(Comparator.comparing(ThingId::toString))
                .toList();
    }

    /** The country itself when something was noted of it; else those of the wider ones that are countries, and no unions. */
    private Set<Node> states(Node country) {
        if (notes.stream().anyMatch(note -> note.country().equals(country))) {
            return Set.of(country);
        }
        return hierarchy.wider(country).stream()
                .filter(one -> !hierarchy.wider(one).isEmpty())
                .collect(Collectors.toSet());
    }

    private record Note(Node country, Node topic, Level level) {}
}
