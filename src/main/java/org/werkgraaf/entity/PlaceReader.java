package org.werkgraaf.entity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.store.Verification;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads passages, and finds which passages state something. */
final class PlaceReader {
    private static final Comparator<Place> READING_ORDER =
            Comparator.comparing(Place::source)
                    .thenComparingInt(PlaceReader::firstLine)
                    .thenComparing(Place::id, NaturalOrder.INSTANCE);

    private final Graph graph;
    private final Values values;
    private final Map<Node, Place> known = new HashMap<>();

    PlaceReader(Graph graph, Values values) {
        this.graph = graph;
        this.values = values;
    }

    /** The passages that state the triple, in reading order. */
    List<Place> stating(Triple triple) {
        // The rarer end decides: a subject such as a technique has many claims, most objects few.
        Stream<Node> claims = graph.stream(Node.ANY, RDF.subject.asNode(), triple.getSubject())
                .map(Triple::getSubject)
                .filter(claim -> graph.contains(claim, RDF.predicate.asNode(), triple.getPredicate())
                        && graph.contains(claim, RDF.object.asNode(), triple.getObject()));
        return claims.flatMap(claim -> graph.stream(claim, Wg.HAS_PASSAGE, Node.ANY))
                .map(link -> place(link.getObject()))
                .distinct()
                .sorted(READING_ORDER)
                .toList();
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
                .sorted(READING_ORDER)
                .toList();
    }

    /** One passage. */
    Place place(Node passage) {
        Place place = known.get(passage);
        if (place == null) {
            place = read(passage);
            known.put(passage, place);
        }
        return place;
    }

    private Place read(Node passage) {
        Node source = object(passage, Wg.IN_SOURCE)
                .orElseThrow(() -> new IllegalStateException("The passage " + passage + " has no source"));
        return new Place(
                ThingId.of(passage).toString(),
                ThingId.of(source).toString(),
                Texts.byLanguage(graph, source, SKOS.prefLabel.asNode()),
                Texts.byLanguage(graph, passage, Wg.SECTION),
                Texts.list(graph, passage, Wg.PAGE),
                Texts.list(graph, passage, Wg.PARAGRAPH),
                Texts.list(graph, passage, Wg.LINE),
                Texts.byLanguage(graph, passage, Wg.PARAPHRASE),
                graph.stream(passage, Wg.SPEAKER, Node.ANY)
                        .map(triple -> values.of(triple.getObject(), true, List.of()))
                        .toList(),
                Verification.ofPassage(graph, passage).orElse(null),
                object(passage, Wg.CLAIM_STATUS)
                        .map(status -> ThingId.of(status).slug())
                        .orElse(null),
                Texts.byLanguage(graph, passage, SKOS.editorialNote.asNode()),
                object(passage, Wg.CORRECTED_BY)
                        .map(other -> ThingId.of(other).toString())
                        .orElse(null));
    }

    private Optional<Node> object(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).findFirst();
    }

    private static int firstLine(Place place) {
        return place.lines().stream()
                .map(line -> line.replaceAll("\\D.*", ""))
                .filter(digits -> !digits.isEmpty() && digits.length() < 9)
                .mapToInt(Integer::parseInt)
                .min()
                .orElse(0);
    }
}
