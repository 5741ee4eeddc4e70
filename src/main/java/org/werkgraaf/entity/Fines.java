package org.werkgraaf.entity;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Hierarchy;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** The fines of one release as they were imposed; amounts that the editors hold to be mistaken or overtaken do not count. */
public final class Fines {
    private static final Node FINE = new ThingId("outcome", "fine").node();

    private final List<Fine> all;
    private final Hierarchy hierarchy;

    Fines(Graph union, Assessments assessments, Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        all = union.stream(Node.ANY, Wg.OUTCOME, FINE)
                .filter(assessments::accepts)
                .map(Triple::getSubject)
                .distinct()
                .flatMap(node -> fines(union, assessments, node))
                .toList();
    }

    /**
     * The sum by currency of the fines in some cases.
     *
     * @param jurisdiction id of the jurisdiction of the case, or of a wider one
     * @param about id of something that the case concerns, or of something wider
     * @param cases which cases count, by id
     */
    public Map<String, BigDecimal> sums(String jurisdiction, String about, Predicate<String> cases) {
        return all.stream()
                .filter(fine -> fine.jurisdictions().contains(jurisdiction)
                        && fine.concerns().contains(about))
                .filter(fine -> cases.test(fine.id()))
                .collect(Collectors.toMap(Fine::currency, Fine::amount, BigDecimal::add, TreeMap::new));
    }

    private Stream<Fine> fines(Graph union, Assessments assessments, Node node) {
        Set<String> jurisdictions = things(union, assessments, node, Wg.HAS_JURISDICTION);
        Set<String> concerns = things(union, assessments, node, Wg.CONCERNS);
        return union.stream(node, Wg.CURRENCY, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .min(Comparator.naturalOrder())
                .stream()
                .flatMap(currency -> union.stream(node, Wg.AMOUNT_IMPOSED, Node.ANY)
                        .filter(assessments::accepts)
                        .map(triple -> new BigDecimal(triple.getObject().getLiteralLexicalForm()))
                        .distinct()
                        .map(amount ->
                                new Fine(ThingId.of(node).toString(), jurisdictions, concerns, amount, currency)));
    }

    private Set<String> things(Graph union, Assessments assessments, Node node, Node property) {
        return union.stream(node, property, Node.ANY)
                .filter(assessments::accepts)
                .map(Triple::getObject)
                .flatMap(thing -> Stream.concat(Stream.of(thing), hierarchy.wider(thing).stream()))
                .flatMap(thing -> ThingId.find(thing).stream())
                .map(ThingId::toString)
                .collect(Collectors.toSet());
    }

    private record Fine(
            String id, Set<String> jurisdictions, Set<String> concerns, BigDecimal amount, String currency) {}
}
