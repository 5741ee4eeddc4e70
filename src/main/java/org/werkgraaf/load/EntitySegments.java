package org.werkgraaf.load;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** The path segments of the ontology's classes, by which a thing is told from a term of a fixed scheme. */
record EntitySegments(Set<String> segments) {
    static EntitySegments of(Graph ontology) {
        return new EntitySegments(ontology.stream(Node.ANY, Wg.TYPE_SEGMENT, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean isEntity(Node node) {
        return ThingId.find(node).map(id -> segments.contains(id.segment())).orElse(false);
    }
}
