package org.werkgraaf.meaning;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** How far what the graph says of a thing was checked. */
public final class Verification {
    /** Read in the official text. */
    public static final String PRIMARY = "primary";

    private static final List<String> BEST_FIRST = List.of(PRIMARY, "secondary", "inferred", "recalled");

    private Verification() {}

    /**
     * The thing's own status, of a passage also that of its source. Without one: the best of the passages that make a claim, or that
     * state something of a thing. Without those: the best of the passages that only mention it, but then no more than secondary, as
     * an official text that names a thing in passing does not verify it.
     *
     * @return slug of the status; empty when no passage speaks of the thing
     */
    public static Optional<String> of(Graph graph, Node thing) {
        Optional<String> own = ofPassage(graph, thing);
        if (own.isPresent()) {
            return own;
        }
        Optional<String> stated = best(ofPassages(
                graph,
                Stream.concat(
                                Stream.of(thing),
                                graph.stream(Node.ANY, RDF.subject.asNode(), thing)
                                        .map(Triple::getSubject))
                        .flatMap(claim -> graph.stream(claim, Wg.HAS_PASSAGE, Node.ANY))
                        .map(Triple::getObject)));
        if (stated.isPresent()) {
            return stated;
        }
        return best(ofPassages(graph, graph.stream(Node.ANY, Wg.MENTIONS, thing).map(Triple::getSubject)))
                .map(status -> status.equals(PRIMARY) ? "secondary" : status);
    }

    /** The status of a passage: its own, or its source's. */
    public static Optional<String> ofPassage(Graph graph, Node passage) {
        Optional<String> own = best(slugs(graph, passage));
        return own.isPresent()
                ? own
                : graph.stream(passage, Wg.IN_SOURCE, Node.ANY)
                        .flatMap(link -> best(slugs(graph, link.getObject())).stream())
                        .findFirst();
    }

    private static Set<String> ofPassages(Graph graph, Stream<Node> passages) {
        Set<String> found = new HashSet<>();
        passages.distinct().forEach(passage -> ofPassage(graph, passage).ifPresent(found::add));
        return found;
    }

    private static Set<String> slugs(Graph graph, Node subject) {
        Set<String> slugs = new HashSet<>();
        graph.stream(subject, Wg.VERIFICATION, Node.ANY)
                .forEach(triple -> slugs.add(ThingId.of(triple.getObject()).slug()));
        return slugs;
    }

    /** The best of some statuses; empty when there is none. */
    public static Optional<String> best(Set<String> found) {
        return BEST_FIRST.stream().filter(found::contains).findFirst();
    }
}
