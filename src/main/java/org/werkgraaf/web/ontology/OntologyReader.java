package org.werkgraaf.web.ontology;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Prefixes;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.ontology.OntologyPage.ClassTerm;
import org.werkgraaf.web.ontology.OntologyPage.Name;
import org.werkgraaf.web.ontology.OntologyPage.Pair;
import org.werkgraaf.web.ontology.OntologyPage.PropertyTerm;
import org.werkgraaf.web.ontology.OntologyPage.Use;
import org.werkgraaf.web.ontology.OntologyPage.Words;

/** Reads the page of the ontology from the graph of a release and the shapes of its content. */
final class OntologyReader {
    private static final List<Node> PROPERTY_KINDS =
            List.of(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(), OWL.AnnotationProperty.asNode());

    private final Graph ontology;
    private final Graph union;
    private final Usage usage;
    private final ShapeRules rules;
    private final PrefixMapping prefixes = Prefixes.mapping();

    /**
     * @param ontology the named graph with the terms
     * @param union all graphs
     * @param shapes what content must keep
     */
    OntologyReader(Graph ontology, Graph union, Graph shapes) {
        this.ontology = ontology;
        this.union = union;
        this.usage = Usage.of(union);
        this.rules = new ShapeRules(shapes);
    }

    OntologyPage read(String release, Presentation presentation) {
        List<ClassTerm> classes = instances(OWL.Class.asNode())
                .map(this::classTerm)
                .sorted(Comparator.comparing(term -> term.words().label()))
                .toList();
        List<PropertyTerm> properties = PROPERTY_KINDS.stream()
                .flatMap(kind -> instances(kind).map(property -> propertyTerm(property, kind)))
                .sorted(Comparator.comparing((PropertyTerm term) -> term.words().name(), String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new OntologyPage(
                release,
                objects(org.apache.jena.graph.NodeFactory.createURI(Wg.NS.replace("#", "")), OWL.versionInfo.asNode())
                        .map(Node::getLiteralLexicalForm)
                        .findFirst()
                        .orElse(""),
                classes,
                properties,
                Diagram.of(presentation.drawing(), this::term, usage));
    }

    private Stream<Node> instances(Node kind) {
        return ontology.stream(Node.ANY, RDF.type.asNode(), kind)
                .map(Triple::getSubject)
                .filter(node -> node.isURI() && node.getURI().startsWith(Wg.NS));
    }

    private ClassTerm classTerm(Node type) {
        return new ClassTerm(
                words(type),
                names(objects(type, RDFS.subClassOf.asNode())),
                names(ontology.stream(Node.ANY, RDFS.subClassOf.asNode(), type).map(Triple::getSubject)),
                objects(type, Wg.TYPE_SEGMENT)
                        .map(Node::getLiteralLexicalForm)
                        .findFirst()
                        .orElse(""),
                usage.things(type),
                usage.example(type).map(this::example).orElse(null),
                usage.from(type).entrySet().stream()
                        .map(each -> use(each, RDFS.label.asNode(), Usage.Link::to))
                        .toList(),
                usage.to(type).entrySet().stream()
                        .map(each -> use(each, Wg.INVERSE_LABEL, Usage.Link::from))
                        .toList(),
                Stream.concat(Stream.of(type), objects(type, RDFS.subClassOf.asNode()))
                        .flatMap(each -> rules.ofClass(each).stream())
                        .distinct()
                        .toList());
    }

    private Use use(
            Map.Entry<Node, List<Usage.Link>> entry, Node label, java.util.function.Function<Usage.Link, Node> end) {
        Node property = entry.getKey();
        String read = text(property, label);
        return new Use(
                name(property, 0),
                read.isEmpty() ? text(property, RDFS.label.asNode()) : read,
                entry.getValue().stream()
                        .map(link -> name(end.apply(link), usage.links(link)))
                        .toList());
    }

    private PropertyTerm propertyTerm(Node property, Node kind) {
        return new PropertyTerm(
                words(property),
                text(property, Wg.INVERSE_LABEL),
                kind.getLocalName(),
                names(objects(property, RDFS.domain.asNode())),
                names(objects(property, RDFS.range.asNode())),
                isTrue(property, Wg.CLAIM_PROPERTY),
                isTrue(property, Wg.SINGLE_VALUED),
                usage.statements(property),
                usage.of(property).stream()
                        .map(link -> new Pair(name(link.from(), 0), name(link.to(), 0), usage.links(link)))
                        .toList(),
                rules.ofProperty(property));
    }

    private Words words(Node term) {
        return new Words(
                local(term), term.getURI(), texts(term, RDFS.label.asNode()), texts(term, SKOS.definition.asNode()));
    }

    /** The words of a term by its local name. */
    private Words term(String name) {
        return words(org.apache.jena.graph.NodeFactory.createURI(Wg.NS + name));
    }

    private @Nullable Name example(Node thing) {
        return ThingId.find(thing)
                .map(id -> {
                    String label =
                            texts(union, thing, SKOS.prefLabel.asNode()).getOrDefault(Languages.DOCUMENTATION, "");
                    return new Name(label.isEmpty() ? id.toString() : label, "/id/" + id, 0);
                })
                .orElse(null);
    }

    private List<Name> names(Stream<Node> nodes) {
        return nodes.filter(Node::isURI)
                .map(node -> name(node, 0))
                .sorted(Comparator.comparing(Name::name))
                .toList();
    }

    private Name name(Node term, long count) {
        if (term.getURI().startsWith(Wg.NS)) {
            return new Name(local(term), OntologyPage.WAY + local(term), count);
        }
        String shortened = prefixes.shortForm(term.getURI());
        // The IRIs of datatypes lead to a schema, which tells readers nothing.
        return new Name(shortened, shortened.startsWith("xsd:") ? null : term.getURI(), count);
    }

    private static String local(Node term) {
        return term.getURI().substring(Wg.NS.length());
    }

    private boolean isTrue(Node term, Node property) {
        return objects(term, property)
                .anyMatch(value -> value.getLiteralLexicalForm().equals("true"));
    }

    private String text(Node term, Node property) {
        return texts(term, property).getOrDefault(Languages.DOCUMENTATION, "");
    }

    private Map<String, String> texts(Node term, Node property) {
        return texts(ontology, term, property);
    }

    /** The first text in each language, in the order of the texts. */
    private static Map<String, String> texts(Graph graph, Node subject, Node property) {
        Map<String, String> texts = new TreeMap<>();
        graph.stream(subject, property, Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .forEach(value -> texts.merge(
                        value.getLiteralLanguage(),
                        value.getLiteralLexicalForm(),
                        (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return texts;
    }

    private Stream<Node> objects(Node subject, Node property) {
        return ontology.stream(subject, property, Node.ANY).map(Triple::getObject);
    }
}
