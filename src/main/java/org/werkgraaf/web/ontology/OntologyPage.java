package org.werkgraaf.web.ontology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.Languages;

/**
 * The terms of the graph as a page shows them.
 *
 * @param release id of the release whose use of them is counted
 * @param version of the ontology
 * @param classes by label
 * @param properties by name
 * @param diagram the chief classes and the links between them
 */
public record OntologyPage(
        String release, String version, List<ClassTerm> classes, List<PropertyTerm> properties, Diagram diagram) {
    /** The way to what is said of one term, up to its name. */
    static final String WAY = "/ontology?term=";

    /** Kinds of property in the order in which readers ask for them. */
    private static final List<String> KINDS = List.of("ObjectProperty", "DatatypeProperty");

    /** Only the terms of which this holds. */
    OntologyPage narrowed(Predicate<Words> wanted) {
        return new OntologyPage(
                release,
                version,
                classes.stream().filter(term -> wanted.test(term.words())).toList(),
                properties.stream().filter(term -> wanted.test(term.words())).toList(),
                diagram);
    }

    /** The properties that lead to things, those that have values, and the others. */
    public Map<String, List<PropertyTerm>> propertiesByKind() {
        Map<String, List<PropertyTerm>> kinds = new LinkedHashMap<>();
        KINDS.forEach(kind -> kinds.put(kind, new ArrayList<>()));
        properties.forEach(
                term -> kinds.computeIfAbsent(KINDS.contains(term.kind()) ? term.kind() : "", kind -> new ArrayList<>())
                        .add(term));
        kinds.values().removeIf(List::isEmpty);
        return kinds;
    }

    /**
     * A term that can be pointed at.
     *
     * @param name what it is called, such as {@code Case} or {@code xsd:date}
     * @param link to it on this page or elsewhere; absent when it has none
     * @param count how often it is used in this way; 0 when that does not matter
     */
    public record Name(String name, @Nullable String link, long count) {}

    /**
     * What the names of a term say.
     *
     * @param name local name, which is also its anchor
     * @param iri its IRI
     * @param labels by language
     * @param definitions by language
     */
    public record Words(String name, String iri, Map<String, String> labels, Map<String, String> definitions) {
        /** Label in the language of the ontology; empty when there is none. */
        public String label() {
            return labels.getOrDefault(Languages.DOCUMENTATION, "");
        }

        /** Definition in the language of the ontology; empty when there is none. */
        public String definition() {
            return definitions.getOrDefault(Languages.DOCUMENTATION, "");
        }

        /** Whether each of these words, which are in small letters, stands in a name or a definition. */
        boolean hold(List<String> wanted) {
            String all = String.join(
                            " ", name, String.join(" ", labels.values()), String.join(" ", definitions.values()))
                    .toLowerCase(Locale.ROOT);
            return wanted.stream().allMatch(all::contains);
        }
    }

    /**
     * A class.
     *
     * @param words its names
     * @param above superclasses
     * @param below subclasses
     * @param segment of the IRIs of its things; empty when they have several
     * @param things how many there are in the release
     * @param example one of them; absent when there is none
     * @param out properties of its things
     * @param in properties that lead to its things
     * @param rules what its shapes ask
     */
    public record ClassTerm(
            Words words,
            List<Name> above,
            List<Name> below,
            String segment,
            long things,
            @Nullable Name example,
            List<Use> out,
            List<Use> in,
            List<ShapeRules.Rule> rules) {}

    /**
     * A property as a class uses it.
     *
     * @param property the property
     * @param label how it reads in this direction, in English
     * @param ends the classes or datatypes at the other end
     */
    public record Use(Name property, String label, List<Name> ends) {}

    /**
     * A property.
     *
     * @param words its names
     * @param inverse how it reads from its object; empty when that is not said
     * @param kind local name of its class in OWL
     * @param domain what has it, as the ontology says
     * @param range what it leads to, as the ontology says
     * @param claim whether its statements must stand in the graph of a source
     * @param single whether a thing has one right value of it
     * @param statements how many there are in the release
     * @param uses from what to what it leads in this release, the most frequent first
     * @param rules what the shapes ask of it
     */
    public record PropertyTerm(
            Words words,
            String inverse,
            String kind,
            List<Name> domain,
            List<Name> range,
            boolean claim,
            boolean single,
            long statements,
            List<Pair> uses,
            List<ShapeRules.Rule> rules) {}

    /**
     * @param from class of the subject
     * @param to class or datatype of the object
     * @param count how many such statements there are
     */
    public record Pair(Name from, Name to, long count) {}
}
