package org.werkgraaf.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.meaning.Verification;
import org.werkgraaf.presentation.LawClasses;
import org.werkgraaf.vocabulary.Wg;

/**
 * The claims that were drawn, in the order in which they were.
 *
 * @param from how many there were to draw from
 * @param claims the claims
 */
record Draw(int from, List<Node> claims) {
    /** Every claim has the same chance. Claims are drawn from their order by IRI, which follows from what they say. */
    static Draw of(Graph graph, AuditRequest request) {
        Set<Node> law = LawClasses.stated(graph);
        List<Node> all = graph.stream(Node.ANY, RDF.type.asNode(), Wg.CLAIM)
                .map(Triple::getSubject)
                .filter(claim -> !request.law() || isLaw(graph, claim, law))
                .filter(claim -> request.verification()
                        .map(wanted -> Verification.of(graph, claim).equals(Optional.of(wanted)))
                        .orElse(true))
                .sorted(Comparator.comparing(Node::getURI))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(all, new Random(request.seed()));
        return new Draw(all.size(), List.copyOf(all.subList(0, Math.min(request.sample(), all.size()))));
    }

    private static boolean isLaw(Graph graph, Node claim, Set<Node> law) {
        return graph.stream(claim, RDF.subject.asNode(), Node.ANY)
                .flatMap(subject -> graph.stream(subject.getObject(), RDF.type.asNode(), Node.ANY))
                .anyMatch(type -> law.contains(type.getObject()));
    }
}
