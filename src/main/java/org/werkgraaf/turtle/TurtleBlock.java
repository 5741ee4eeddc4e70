package org.werkgraaf.turtle;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * A subject with what is said of it, as it is written.
 *
 * @param graph name of the braces around it; that of the default graph outside of braces
 * @param subject whose statements they are
 * @param groups its properties with their values
 * @param start where it begins
 * @param end where it ends, behind its dot
 */
record TurtleBlock(Node graph, TurtleTerm subject, List<TurtleGroup> groups, int start, int end) {
    boolean isOf(Node name, Node thing) {
        return graph.equals(name) && thing.equals(subject.node());
    }

    /** Its statements, but for those with a term that has no IRI. */
    Stream<Quad> quads() {
        Node thing = subject.node();
        if (thing == null) {
            return Stream.empty();
        }
        return groups.stream().flatMap(group -> {
            Node verb = group.verb().node();
            return verb == null
                    ? Stream.empty()
                    : group.objects().stream()
                            .map(TurtleTerm::node)
                            .filter(Objects::nonNull)
                            .map(object -> new Quad(graph, thing, verb, object));
        });
    }
}
