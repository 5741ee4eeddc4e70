package org.werkgraaf.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Premise;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Verification;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads passages, and finds which passages state something. */
final class PlaceReader {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,8}");

    private final Graph graph;
    private final Values values;
    private final NamesRead namesRead;
    /** The claims that begin or end at a node, by what they state: all relations of a page share one end. */
    private final Map<Node, Map<Triple, List<Node>>> claimsFrom = new HashMap<>();

    private final Map<Node, Map<Triple, List<Node>>> claimsTo = new HashMap<>();

    PlaceReader(Graph graph, Values values, NamesRead namesRead) {
        this.graph = graph;
        this.values = values;
        this.namesRead = namesRead;
    }

    /** The passages that state a link from a thing of which all links are read, in reading order. */
    List<Place> statingFrom(Triple triple) {
        return stated(
                claimsFrom.computeIfAbsent(triple.getSubject(), end -> claims(RDF.subject.asNode(), end)), triple);
    }

    /** The passages that state a link to a thing of which all links are read, in reading order. */
    List<Place> statingTo(Triple triple) {
        return stated(claimsTo.computeIfAbsent(triple.getObject(), end -> claims(RDF.object.asNode(), end)), triple);
    }

    /** The passages that make a claim, in reading order. */
    List<Place> stating(Node claim) {
        return graph.stream(claim, Wg.HAS_PASSAGE, Node.ANY)
                .map(link -> place(link.getObject()))
                .sorted(readingOrder())
                .toList();
    }

    private List<Place> stated(Map<Triple, List<Node>> claims, Triple triple) {
        return claims.getOrDefault(triple, List.of()).stream()
                .distinct()
                .map(this::place)
                .sorted(readingOrder())
                .toList();
    }

    /** The passages behind each claim with that end. */
    private Map<Triple, List<Node>> claims(Node part, Node end) {
        Map<Triple, List<Node>> passages = new HashMap<>();
        graph.stream(Node.ANY, part, end)
                .map(Triple::getSubject)
                .distinct()
                .forEach(claim -> passages.computeIfAbsent(
                                Assessments.statement(graph, claim), statement -> new ArrayList<>())
                        .addAll(graph.stream(claim, Wg.HAS_PASSAGE, Node.ANY)
                                .map(Triple::getObject)
                                .toList()));
        return passages;
    }

    /** The passages that mention the thing, in reading order. */
    List<Place> mentioning(Node thing) {
        return linkedBy(Wg.MENTIONS, thing);
    }

    /** The passages of a source, in reading order. */
    List<Place> of(Node source) {
        return linkedBy(Wg.IN_SOURCE, source);
    }

    private List<Place> linkedBy(Node property, Node thing) {
        return graph.stream(Node.ANY, property, thing)
                .map(link -> place(link.getSubject()))
                .distinct()
                .sorted(readingOrder())
                .toList();
    }

    /** One passage. */
    Place place(Node passage) {
        return namesRead.places().get(passage, this::read);
    }

    private Place read(Node passage) {
        Node source = object(passage, Wg.IN_SOURCE)
                .orElseThrow(() -> new IllegalStateException("The passage " + passage + " has no source"));
        return new Place(
                ThingId.of(passage).toString(),
                ThingId.of(source).toString(),
                values.name(source).labels(),
                Literals.byLanguage(graph, passage, Wg.SECTION),
                Literals.list(graph, passage, Wg.PAGE),
                Literals.list(graph, passage, Wg.PARAGRAPH),
                Literals.list(graph, passage, Wg.LINE),
                Literals.byLanguage(graph, passage, Wg.PARAPHRASE),
                graph.stream(passage, Wg.SPEAKER, Node.ANY)
                        .map(triple -> values.of(triple.getObject(), true, List.of()))
                        .sorted(Comparator.comparing(Value::text))
                        .toList(),
                Verification.ofPassage(graph, passage).orElse(null),
                object(passage, Wg.CLAIM_STATUS)
                        .map(status -> ThingId.of(status).slug())
                        .orElse(null),
                Literals.byLanguage(graph, passage, SKOS.editorialNote.asNode()),
                object(passage, Wg.CORRECTED_BY)
                        .map(other -> ThingId.of(other).toString())
                        .orElse(null),
                graph.stream(passage, Wg.INFERRED_FROM, Node.ANY)
                        .map(link -> premise(link.getObject()))
                        .sorted(Comparator.comparing(Premise::passage).thenComparing(Premise::id, new NaturalOrder()))
                        .toList(),
                object(passage, Wg.WEB_PAGE)
                        .or(() -> object(source, Wg.WEB_PAGE))
                        .map(Node::toString)
                        .orElse(null));
    }

    private Premise premise(Node node) {
        Optional<Node> source = object(node, Wg.IN_SOURCE);
        return new Premise(
                ThingId.of(node).toString(),
                values.name(source.orElse(node)).labels(),
                Literals.byLanguage(graph, node, Wg.SECTION),
                source.isPresent());
    }

    private Optional<Node> object(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).min(NodeCmp::compareRDFTerms);
    }

    /** For one sort: reads the lines of each passage once. */
    private static Comparator<Place> readingOrder() {
        Map<String, Integer> lines = new HashMap<>();
        return Comparator.comparing(Place::source)
                .thenComparingInt(place -> lines.computeIfAbsent(place.id(), id -> firstLine(place)))
                .thenComparing(Place::id, new NaturalOrder());
    }

    private static int firstLine(Place place) {
        return place.lines().stream()
                .map(NUMBER::matcher)
                .filter(Matcher::lookingAt)
                .mapToInt(number -> Integer.parseInt(number.group()))
                .min()
                .orElse(0);
    }
}
