package org.werkgraaf.meaning;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * The statements that the editors hold to be mistaken or overtaken: those of which every passage that makes them is assessed so
 * and which no other claim makes.
 *
 * @param rejected the statements
 */
public record Assessments(Set<Triple> rejected) {
    private static final Set<Node> REJECTING =
            Set.of(new ThingId("claim-status", "mistaken").node(), new ThingId("claim-status", "superseded").node());

    /** Reads the assessments of a graph that holds claims and passages. */
    public static Assessments of(Graph graph) {
        Set<Node> passages = new HashSet<>();
        for (Node status : REJECTING) {
            graph.stream(Node.ANY, Wg.CLAIM_STATUS, status).forEach(triple -> passages.add(triple.getSubject()));
        }
        Set<Triple> rejected = new HashSet<>();
        for (Node passage : passages) {
            graph.stream(Node.ANY, Wg.HAS_PASSAGE, passage)
                    .map(Triple::getSubject)
                    .map(claim -> statement(graph, claim))
                    .filter(statement -> isRejected(graph, statement, passages))
                    .forEach(rejected::add);
        }
        return new Assessments(Set.copyOf(rejected));
    }

    /** Whether the statement may be shown as the value that holds. */
    public boolean accepts(Triple statement) {
        return !rejected.contains(statement);
    }

    /** The statement that a claim makes. */
    public static Triple statement(Graph graph, Node claim) {
        return Triple.create(
                part(graph, claim, RDF.subject.asNode()),
                part(graph, claim, RDF.predicate.asNode()),
                part(graph, claim, RDF.object.asNode()));
    }

    private static boolean isRejected(Graph graph, Triple statement, Set<Node> passages) {
        return graph.stream(Node.ANY, RDF.subject.asNode(), statement.getSubject())
                .map(Triple::getSubject)
                .filter(claim -> statement(graph, claim).equals(statement))
                .flatMap(claim -> graph.stream(claim, Wg.HAS_PASSAGE, Node.ANY))
                .allMatch(link -> passages.contains(link.getObject()));
    }

    private static Node part(Graph graph, Node claim, Node property) {
        return graph.stream(claim, property, Node.ANY).findFirst().orElseThrow().getObject();
    }
}
