package org.werkgraaf.web.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.werkgraaf.vocabulary.Languages;

/** What the SHACL shapes refuse or warn of, by class and by property. */
final class ShapeRules {
    private static final Node TARGET = shacl("targetClass");
    private static final Node PROPERTY = shacl("property");
    private static final Node PATH = shacl("path");
    private static final Node MESSAGE = shacl("message");
    private static final Node SEVERITY = shacl("severity");
    private static final Node VIOLATION = shacl("Violation");

    private final Graph shapes;
    private final Map<Node, List<Rule>> byClass = new HashMap<>();
    private final Map<Node, List<Rule>> byProperty = new HashMap<>();

    /**
     * @param name of the shape; empty when it has none
     * @param message what is wrong when the shape is broken
     * @param advice what to do then; empty when the shape does not say
     * @param refuses whether content that breaks it is refused; else it is only warned of
     */
    record Rule(String name, String message, String advice, boolean refuses) {}

    ShapeRules(Graph shapes) {
        this.shapes = shapes;
        shapes.stream(Node.ANY, TARGET, Node.ANY)
                .forEach(triple -> byClass.computeIfAbsent(triple.getObject(), type -> new ArrayList<>())
                        .addAll(Stream.concat(Stream.of(triple.getSubject()), objects(triple.getSubject(), PROPERTY))
                                .flatMap(this::rule)
                                .toList()));
        shapes.stream(Node.ANY, PATH, Node.ANY)
                .filter(triple -> triple.getObject().isURI())
                .forEach(triple -> byProperty
                        .computeIfAbsent(triple.getObject(), property -> new ArrayList<>())
                        .addAll(rule(triple.getSubject()).toList()));
    }

    /** What is asked of things of a class, what refuses content first. */
    List<Rule> ofClass(Node type) {
        return sorted(byClass.getOrDefault(type, List.of()));
    }

    /** What is asked of values of a property, what refuses content first. */
    List<Rule> ofProperty(Node property) {
        return sorted(byProperty.getOrDefault(property, List.of()));
    }

    private static List<Rule> sorted(List<Rule> rules) {
        return rules.stream()
                .distinct()
                .sorted(Comparator.comparing(Rule::refuses).reversed().thenComparing(Rule::message))
                .toList();
    }

    private Stream<Rule> rule(Node shape) {
        return text(shape, MESSAGE)
                .limit(1)
                .map(message -> new Rule(
                        shape.isURI() ? shape.getURI().substring(shape.getURI().indexOf('#') + 1) : "",
                        message,
                        text(shape, RDFS.comment.asNode()).findFirst().orElse(""),
                        objects(shape, SEVERITY).allMatch(VIOLATION::equals)));
    }

    private Stream<String> text(Node subject, Node property) {
        return objects(subject, property)
                .filter(value -> value.isLiteral()
                        && List.of(Languages.DOCUMENTATION, "").contains(value.getLiteralLanguage()))
                .map(Node::getLiteralLexicalForm)
                .sorted();
    }

    private Stream<Node> objects(Node subject, Node property) {
        return shapes.stream(subject, property, Node.ANY).map(Triple::getObject);
    }

    private static Node shacl(String name) {
        return NodeFactory.createURI("http://www.w3.org/ns/shacl#" + name);
    }
}
