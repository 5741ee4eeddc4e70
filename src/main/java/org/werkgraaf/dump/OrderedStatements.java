package org.werkgraaf.dump;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.meaning.Block;
import org.werkgraaf.vocabulary.PropertyNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads the statements of a graph in the one order in which they are always written. */
final class OrderedStatements {
    private static final Node TYPE = RDF.type.asNode();
    /** When and from which files a service published: the same release has other values elsewhere. */
    private static final Set<Node> OF_THE_SERVICE =
            Set.of(DCTerms.issued.asNode(), NodeFactory.createURI(Wg.NS + PropertyNames.CONTENT_DIGEST));

    private static final String RELEASES = ThingId.THINGS + "release/";

    private static final Comparator<Triple> ORDER = Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
            .thenComparing(triple -> !triple.getPredicate().equals(TYPE))
            .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms);

    private OrderedStatements() {}

    /** All statements: by subject, of each first its class, then by property and value. */
    static List<Triple> of(Graph graph) {
        return inOrder(graph.stream(Node.ANY, Node.ANY, Node.ANY));
    }

    /** The statements from one thing, in the same order. */
    static List<Triple> of(Block block) {
        return inOrder(block.out());
    }

    private static List<Triple> inOrder(Stream<Triple> statements) {
        return statements
                .filter(OrderedStatements::isOfTheRelease)
                .sorted(ORDER)
                .toList();
    }

    /** The subjects of all statements, in order. */
    static List<Node> subjects(Graph graph) {
        return graph.stream(Node.ANY, Node.ANY, Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .sorted(NodeCmp::compareRDFTerms)
                .toList();
    }

    private static boolean isOfTheRelease(Triple triple) {
        return !(OF_THE_SERVICE.contains(triple.getPredicate())
                && triple.getSubject().isURI()
                && triple.getSubject().getURI().startsWith(RELEASES));
    }
}
