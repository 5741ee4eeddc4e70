package org.werkgraaf.index;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Block;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.presentation.Profile;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * Reads which rights, obligations and prohibitions a provision or a case is on. A provision is on what it creates, and an article on
 * what its paragraphs create; a case is on what it concerns, and on what the provisions that it turned on are on.
 */
final class NormReader {
    private final Graph graph;
    private final Assessments assessments;
    private final Classes classes;
    private final Set<Node> norms;

    NormReader(Graph graph, Assessments assessments, Classes classes, Presentation presentation) {
        this.graph = graph;
        this.assessments = assessments;
        this.classes = classes;
        this.norms = presentation.profiles().stream()
                .filter(Profile::isNorm)
                .map(Profile::type)
                .collect(Collectors.toSet());
    }

    /** The ids of the norms that a thing of the class is on; none for most classes. */
    Set<String> of(Block block, Node type) {
        Stream<Node> on = Stream.of();
        if (Wg.PROVISION.equals(type)) {
            on = created(block.thing());
        } else if (Wg.CASE.equals(type)) {
            Stream<Node> turnedOn = Stream.of(Wg.INVOKES, Wg.BREACHED, Wg.NOT_BREACHED)
                    .flatMap(property -> objects(block.thing(), property))
                    .filter(each -> Wg.PROVISION.equals(classes.of(each)))
                    .flatMap(provision -> Stream.concat(created(provision), createdAbove(provision)));
            on = Stream.concat(objects(block.thing(), Wg.CONCERNS), turnedOn);
        }
        return on.filter(norm -> norms.contains(classes.of(norm)))
                .map(norm -> ThingId.of(norm).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a provision and its parts create. */
    private Stream<Node> created(Node provision) {
        Stream<Node> parts =
                stated(graph.stream(Node.ANY, Wg.PART_OF, provision)).map(Triple::getSubject);
        return Stream.concat(Stream.of(provision), parts).flatMap(part -> objects(part, Wg.CREATES));
    }

    /** What the article creates as a whole of which a provision is a part. */
    private Stream<Node> createdAbove(Node provision) {
        return objects(provision, Wg.PART_OF)
                .filter(whole -> Wg.PROVISION.equals(classes.of(whole)))
                .flatMap(whole -> objects(whole, Wg.CREATES));
    }

    private Stream<Node> objects(Node subject, Node property) {
        return stated(graph.stream(subject, property, Node.ANY)).map(Triple::getObject);
    }

    private Stream<Triple> stated(Stream<Triple> statements) {
        return statements.filter(assessments::accepts);
    }
}
