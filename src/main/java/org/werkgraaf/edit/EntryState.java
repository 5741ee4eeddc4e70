package org.werkgraaf.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.store.Sha256;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * What is written of a thing.
 *
 * @param thing its id
 * @param type its class; absent when there is no such thing
 * @param stated its statements, property by property
 */
public record EntryState(ThingId thing, @Nullable Node type, List<Stated> stated) {
    /**
     * A statement as it stands in the files.
     *
     * @param property of the thing
     * @param value of the property
     * @param passage in whose braces it stands; absent outside of braces
     */
    public record Stated(
            Node property, Node value, @Nullable Node passage) {
        /** Names it among the statements of its thing. */
        public String key() {
            String text = property + " " + NodeFmtLib.strNT(value) + " " + (passage == null ? "" : passage);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        Quad quad(Node subject) {
            return new Quad(passage == null ? Quad.defaultGraphNodeGenerated : passage, subject, property, value);
        }
    }

    /** A thing of which nothing is written yet. */
    public static EntryState none(ThingId thing) {
        return new EntryState(thing, null, List.of());
    }

    /**
     * Reads what is written of a thing.
     *
     * @param form of its class: what it has no field for is not read
     */
    public static EntryState of(Snapshot snapshot, ThingId thing, EntryForm form) {
        Node subject = thing.node();
        Optional<Node> type = type(snapshot, thing);
        if (type.isEmpty()) {
            return none(thing);
        }
        List<Stated> stated = new ArrayList<>();
        snapshot.dataset().stream(Node.ANY, subject, RDF.type.asNode(), type.get())
                .map(quad -> snapshot.graph(quad.getGraph()))
                .toList()
                .forEach(own -> form.fields()
                        .filter(field -> !field.atPlace())
                        .forEach(field -> own.stream(subject, field.property(), Node.ANY)
                                .forEach(
                                        triple -> stated.add(new Stated(field.property(), triple.getObject(), null)))));
        Graph union = snapshot.union();
        claims(union, subject).forEach(claim -> {
            Node property = object(union, claim, RDF.predicate.asNode());
            Node value = object(union, claim, RDF.object.asNode());
            union.stream(claim, Wg.HAS_PASSAGE, Node.ANY)
                    .forEach(triple -> stated.add(new Stated(property, value, triple.getObject())));
        });
        return new EntryState(
                thing,
                type.get(),
                stated.stream()
                        .distinct()
                        .sorted(Comparator.comparing(
                                        (Stated each) -> each.property().toString())
                                .thenComparing(each -> String.valueOf(each.passage()))
                                .thenComparing(each -> each.value().toString()))
                        .toList());
    }

    /** The class of a thing, if it exists. */
    public static Optional<Node> type(Snapshot snapshot, ThingId thing) {
        return snapshot.union().stream(thing.node(), RDF.type.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(type -> type.isURI() && type.getURI().startsWith(Wg.NS))
                .findFirst();
    }

    private static Stream<Node> claims(Graph union, Node subject) {
        return union.stream(Node.ANY, RDF.subject.asNode(), subject)
                .map(Triple::getSubject)
                .distinct()
                .toList()
                .stream();
    }

    private static Node object(Graph union, Node claim, Node property) {
        return union.stream(claim, property, Node.ANY)
                .map(Triple::getObject)
                .findFirst()
                .orElseThrow();
    }

    /** Whether nothing is written of it yet. */
    public boolean isNew() {
        return type == null;
    }

    /** Tells this state from another of the same thing. */
    public String digest() {
        StringBuilder text = new StringBuilder();
        stated.forEach(each -> text.append(each.key()).append('\n'));
        return Sha256.of(text.toString()).substring(0, 32);
    }

    /** The values of a field outside of braces. */
    public List<Node> own(EntryField field) {
        return stated.stream()
                .filter(each -> each.passage() == null && each.property().equals(field.property()))
                .map(Stated::value)
                .toList();
    }

    /** The statements on a field in the braces of passages. */
    public List<Stated> atPlaces(EntryField field) {
        return stated.stream()
                .filter(each -> each.passage() != null && each.property().equals(field.property()))
                .toList();
    }
}
