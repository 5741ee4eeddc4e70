package org.werkgraaf.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.entity.Description.HistoryStep;
import org.werkgraaf.entity.Description.Part;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Position;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Statement;
import org.werkgraaf.entity.Description.Through;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Hierarchy;
import org.werkgraaf.meaning.Verification;
import org.werkgraaf.presentation.Presentation.PageRules;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads the description of one thing from the graph of one release. */
final class DescriptionReader {
    private final Graph graph;
    private final TermLabels vocabulary;
    private final Assessments assessments;
    private final PageRules pages;
    private final Hierarchy hierarchy;
    private final String release;
    private final Values values;
    private final PlaceReader places;

    DescriptionReader(
            Graph graph,
            TermLabels vocabulary,
            Assessments assessments,
            NamesRead namesRead,
            PageRules pages,
            Hierarchy hierarchy,
            String release) {
        this.graph = graph;
        this.vocabulary = vocabulary;
        this.assessments = assessments;
        this.pages = pages;
        this.hierarchy = hierarchy;
        this.release = release;
        this.values = new Values(graph, vocabulary, namesRead);
        this.places = new PlaceReader(graph, values, namesRead);
    }

    Description read(ThingId id) {
        Node node = id.node();
        Node type = values.type(node).orElse(Wg.CONCEPT);
        List<Place> mentions = places.mentioning(node);
        Position position = type.equals(Wg.PROVISION)
                ? new PositionReader(graph, values).read(node).orElse(null)
                : null;
        Map<String, Map<String, String>> texts = new TreeMap<>();
        for (Node property : pages.texts()) {
            Map<String, String> found = Literals.byLanguage(graph, node, property);
            if (!found.isEmpty()) {
                texts.put(property.getLocalName(), found);
            }
        }
        return new Description(
                id.toString(),
                id.iri(),
                type.getLocalName(),
                vocabulary.label(type),
                Literals.byLanguage(graph, node, SKOS.prefLabel.asNode()),
                Literals.all(graph, node, SKOS.altLabel.asNode()),
                Literals.byLanguage(graph, node, SKOS.definition.asNode()),
                texts,
                Verification.of(graph, node).orElse(null),
                facts(node),
                incoming(node, triple -> true),
                through(node, type),
                history(node),
                mentions,
                ownPlaces(node, type),
                statements(node, type),
                position,
                contents(node, type, position),
                release);
    }

    private List<Relation> facts(Node node) {
        return facts(node, triple -> true);
    }

    private List<Relation> facts(Node node, Predicate<Triple> wanted) {
        return relations(graph.stream(node, Node.ANY, Node.ANY).filter(wanted), false);
    }

    private List<Relation> incoming(Node node, Predicate<Triple> wanted) {
        return relations(
                graph.stream(Node.ANY, Node.ANY, node)
                        .filter(triple -> vocabulary.isShownInverse(triple.getPredicate()))
                        .filter(triple -> values.type(triple.getSubject()).isPresent())
                        .filter(wanted),
                true);
    }

    private List<Relation> relations(Stream<Triple> triples, boolean inverse) {
        Map<Node, List<Triple>> byProperty = new LinkedHashMap<>();
        triples.filter(this::isFact)
                .distinct()
                .forEach(triple -> byProperty
                        .computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>())
                        .add(triple));
        return byProperty.entrySet().stream()
                .map(entry -> relation(
                        entry.getKey(),
                        inverse ? vocabulary.inverseLabel(entry.getKey()) : vocabulary.label(entry.getKey()),
                        entry.getValue(),
                        inverse))
                .sorted(Comparator.comparing(Relation::name))
                .toList();
    }

    /**
     * What is said of each wider thing that holds for narrower ones; the nearest has the most that are wider still. All law of the
     * Union does not go onto the page of each country in it.
     */
    private List<Through> through(Node node, Node type) {
        if (type.equals(Wg.JURISDICTION)) {
            return List.of();
        }
        return hierarchy.wider(node).stream()
                .sorted(Comparator.comparing(
                                (Node wider) -> -hierarchy.wider(wider).size())
                        .thenComparing(Node::getURI))
                .map(wider -> new Through(
                        values.of(wider, true, List.of()),
                        Stream.concat(
                                        facts(wider, triple -> holdsForNarrower(triple.getObject(), type, triple))
                                                .stream(),
                                        incoming(wider, triple -> holdsForNarrower(triple.getSubject(), type, triple))
                                                .stream())
                                .toList()))
                .filter(through -> !through.relations().isEmpty())
                .toList();
    }

    private boolean holdsForNarrower(Node said, Node about, Triple statement) {
        return assessments.accepts(statement)
                && values.type(said)
                        .filter(type -> hierarchy.holdsForNarrower(type, about))
                        .isPresent();
    }

    /** What is derived serves queries; the page shows the dates and links themselves. */
    private boolean isFact(Triple triple) {
        return !pages.unshown().contains(triple.getPredicate()) && !Wg.DERIVED.contains(triple.getPredicate());
    }

    private Relation relation(Node property, Map<String, String> labels, List<Triple> triples, boolean inverse) {
        List<Value> shown = triples.stream()
                .map(triple -> values.of(
                        inverse ? triple.getSubject() : triple.getObject(),
                        assessments.accepts(triple),
                        inverse ? places.statingTo(triple) : places.statingFrom(triple)))
                .sorted(Comparator.comparing(Value::accepted)
                        .reversed()
                        .thenComparing(
                                value -> value.labels().getOrDefault(Languages.FIRST, value.text()), new NaturalOrder())
                        .thenComparing(DescriptionReader::exact))
                .toList();
        boolean disputed = !inverse && vocabulary.isSingleValued(property) && shown.size() > 1;
        return new Relation(property.getURI(), property.getLocalName(), labels, disputed, shown);
    }

    private List<Part> contents(Node node, Node type, @Nullable Position position) {
        if (type.equals(Wg.INSTRUMENT)) {
            return new ContentsReader(graph, values).read(node);
        }
        return position == null
                ? List.of()
                : ThingId.parse(String.valueOf(position.within().get(0).id()))
                        .map(act -> new ContentsReader(graph, values).read(act.node()))
                        .orElse(List.of());
    }

    private List<Place> ownPlaces(Node node, Node type) {
        if (type.equals(Wg.PASSAGE)) {
            return List.of(places.place(node));
        }
        if (type.equals(Wg.CLAIM)) {
            return places.stating(node);
        }
        return type.equals(Wg.SOURCE) ? places.of(node) : List.of();
    }

    private List<Statement> statements(Node node, Node type) {
        if (type.equals(Wg.CLAIM)) {
            return List.of(statement(Assessments.statement(graph, node)));
        }
        if (!type.equals(Wg.PASSAGE)) {
            return List.of();
        }
        return graph.stream(Node.ANY, Wg.HAS_PASSAGE, node)
                .map(claim -> Assessments.statement(graph, claim.getSubject()))
                .distinct()
                .map(this::statement)
                .sorted(Comparator.comparing(
                                (Statement statement) -> statement.subject().text())
                        .thenComparing(Statement::name)
                        .thenComparing(statement -> statement.object().text(), new NaturalOrder())
                        .thenComparing(statement -> exact(statement.object())))
                .toList();
    }

    /** Values that read alike are ordered too, whatever order the graph gives them in. */
    private static String exact(Value value) {
        return value.text() + value.labels() + value.datatype();
    }

    private Statement statement(Triple triple) {
        return new Statement(
                values.of(triple.getSubject(), true, List.of()),
                triple.getPredicate().getURI(),
                triple.getPredicate().getLocalName(),
                vocabulary.label(triple.getPredicate()),
                values.of(triple.getObject(), assessments.accepts(triple), List.of()));
    }

    private List<HistoryStep> history(Node node) {
        return graph.stream(node, Wg.HAS_STEP, Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .map(this::step)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(HistoryStep::date).thenComparing(HistoryStep::id))
                .toList();
    }

    private @Nullable HistoryStep step(Node step) {
        return Stream.of(Wg.DATE, Wg.OCCURRED)
                .flatMap(property -> graph.stream(step, property, Node.ANY))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .min(Comparator.naturalOrder())
                .map(date -> new HistoryStep(
                        ThingId.of(step).toString(),
                        date,
                        Literals.byLanguage(graph, step, SKOS.prefLabel.asNode()),
                        facts(step)))
                .orElse(null);
    }
}
