package org.werkgraaf.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.Wg;

/**
 * Derives what a norm turns on from its conditions, so that a search or a short query need not walk through them: what makes it
 * hold ({@code wg:trigger}), whom it leaves out and from how many persons it holds. These say that a norm has to do with something;
 * whether it holds is for its conditions to say.
 */
final class ConditionDerivation {
    private static final List<Node> TRIGGERS =
            List.of(Wg.USES_TECHNIQUE, Wg.PROCESSES_DATA, Wg.FOR_PURPOSE, Wg.DECIDES_ON, Wg.IN_RISK_CLASS);

    private final Map<Node, Map<Node, Set<Node>>> criteria = new HashMap<>();
    private final Map<Node, Set<Node>> conditions = new HashMap<>();
    private final Set<Node> others = new HashSet<>();

    private ConditionDerivation(Iterable<Graph> graphs) {
        List<Node> read = Stream.concat(TRIGGERS.stream(), Stream.of(Wg.EXCLUDES, Wg.PERSONS_AT_LEAST))
                .toList();
        for (Graph graph : graphs) {
            graph.stream(Node.ANY, Wg.EXCEPTION, Node.ANY)
                    .map(Triple::getObject)
                    .forEach(others::add);
            graph.stream(Node.ANY, RDF.Nodes.type, Wg.RISK_CLASS)
                    .map(Triple::getSubject)
                    .forEach(others::add);
            graph.stream(Node.ANY, Wg.HAS_CONDITION, Node.ANY)
                    .forEach(triple -> conditions
                            .computeIfAbsent(triple.getSubject(), norm -> new HashSet<>())
                            .add(triple.getObject()));
            read.forEach(property -> graph.stream(Node.ANY, property, Node.ANY)
                    .forEach(triple -> criteria.computeIfAbsent(triple.getSubject(), condition -> new HashMap<>())
                            .computeIfAbsent(property, any -> new HashSet<>())
                            .add(triple.getObject())));
        }
    }

    /** The derived statements: {@code wg:trigger}, {@code wg:excludes} and {@code wg:thresholdPersons} of norms with conditions. */
    static List<Triple> of(Iterable<Graph> graphs) {
        return new ConditionDerivation(graphs).derive();
    }

    private List<Triple> derive() {
        List<Triple> derived = new ArrayList<>();
        conditions.keySet().removeAll(others);
        conditions.forEach((norm, of) -> {
            TRIGGERS.stream()
                    .flatMap(property -> of.stream().flatMap(condition -> values(condition, property)))
                    .distinct()
                    .forEach(value -> derived.add(Triple.create(norm, Wg.TRIGGER, value)));
            inAll(of, Wg.EXCLUDES).forEach(status -> derived.add(Triple.create(norm, Wg.EXCLUDES, status)));
            leastPersons(of).ifPresent(number -> derived.add(Triple.create(norm, Wg.THRESHOLD_PERSONS, number)));
        });
        return derived;
    }

    /** What each of the conditions names: one alone does not speak for the norm. */
    private Set<Node> inAll(Set<Node> of, Node property) {
        Set<Node> common = null;
        for (Node condition : of) {
            Set<Node> here = new HashSet<>(values(condition, property).toList());
            if (common == null) {
                common = here;
            } else {
                common.retainAll(here);
            }
        }
        return common == null ? Set.of() : common;
    }

    /** The smallest number, when every condition has one. */
    private Optional<Node> leastPersons(Set<Node> of) {
        if (of.stream()
                .anyMatch(condition ->
                        values(condition, Wg.PERSONS_AT_LEAST).findAny().isEmpty())) {
            return Optional.empty();
        }
        return of.stream()
                .flatMap(condition -> values(condition, Wg.PERSONS_AT_LEAST))
                .filter(Node::isLiteral)
                .min(Comparator.comparingLong(number -> Long.parseLong(number.getLiteralLexicalForm())));
    }

    private Stream<Node> values(Node condition, Node property) {
        return criteria.getOrDefault(condition, Map.of()).getOrDefault(property, Set.of()).stream();
    }
}
