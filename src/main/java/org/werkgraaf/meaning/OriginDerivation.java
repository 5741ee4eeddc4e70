package org.werkgraaf.meaning;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.Wg;

/**
 * Which provisions the first text of their act brought in, worked out when content is loaded.
 *
 * <p>Of an act whose insertions were read ({@code wg:insertionsReadUpTo}) those are all parts for which no other act is given and
 * that do not begin on a day of their own. Of another act only those that are said to owe their day to the act that the whole owes
 * it to: without a reading nothing is taken for original. Statements that the editors reject do not count.
 */
public final class OriginDerivation {
    private final Graph graph;
    private final Assessments assessments;

    private OriginDerivation(Graph graph) {
        this.graph = graph;
        this.assessments = Assessments.of(graph);
    }

    /**
     * The derived statements: {@code wg:originalIn} from a provision to its act.
     *
     * @param graph all that the content says, with the ontology
     */
    public static List<Triple> of(Graph graph) {
        return new OriginDerivation(graph).derive();
    }

    private List<Triple> derive() {
        return graph.stream(Node.ANY, RDF.type.asNode(), Wg.PROVISION)
                .map(Triple::getSubject)
                .distinct()
                .flatMap(provision -> act(provision)
                        .filter(act -> isOriginal(provision, act))
                        .map(act -> Triple.create(provision, Wg.ORIGINAL_IN, act))
                        .stream())
                .toList();
    }

    private boolean isOriginal(Node provision, Node act) {
        return saysSo(provision, act)
                || !values(act, Wg.INSERTIONS_READ_UP_TO).isEmpty()
                        && lineTo(provision, act).allMatch(part -> isNotLater(part, act));
    }

    /** Whether it is said that the act of the whole brought the provision in. */
    private boolean saysSo(Node provision, Node act) {
        Set<Node> acts = values(provision, Wg.BROUGHT_IN_BY);
        return values(act, Wg.BROUGHT_IN_BY).stream().anyMatch(acts::contains);
    }

    private boolean isNotLater(Node part, Node act) {
        Set<Node> days = values(part, Wg.IN_FORCE_FROM);
        return saysSo(part, act)
                || values(part, Wg.BROUGHT_IN_BY).isEmpty()
                        && values(act, Wg.IN_FORCE_FROM).containsAll(days);
    }

    /** The provision and the larger parts that it is in, without the act. */
    private Stream<Node> lineTo(Node provision, Node act) {
        return line(provision).filter(part -> !part.equals(act));
    }

    private Optional<Node> act(Node provision) {
        return line(provision)
                .filter(part -> graph.contains(part, RDF.type.asNode(), Wg.INSTRUMENT))
                .findFirst();
    }

    /** From the part up to its act; a circle in the content ends it. */
    private Stream<Node> line(Node part) {
        Set<Node> seen = new HashSet<>();
        return Stream.iterate(
                        Optional.of(part),
                        Optional::isPresent,
                        each -> each.flatMap(
                                one -> values(one, Wg.PART_OF).stream().findFirst()))
                .map(Optional::orElseThrow)
                .takeWhile(seen::add);
    }

    private Set<Node> values(Node thing, Node property) {
        return graph.stream(thing, property, Node.ANY)
                .filter(assessments::accepts)
                .map(Triple::getObject)
                .collect(Collectors.toSet());
    }
}
