package org.werkgraaf.index;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * Tells the class of a thing from the segment of its IRI, without looking it up. No content is published in which a link points
 * to a thing that is not there.
 */
final class Classes {
    private final Map<String, Node> bySegment;

    private Classes(Map<String, Node> bySegment) {
        this.bySegment = bySegment;
    }

    /** @param graph holds the ontology, which names the segment of each class */
    static Classes of(Graph graph) {
        Map<String, Node> bySegment = new HashMap<>();
        graph.stream(Node.ANY, Wg.TYPE_SEGMENT, Node.ANY)
                .forEach(triple -> bySegment.put(triple.getObject().getLiteralLexicalForm(), triple.getSubject()));
        return new Classes(bySegment);
    }

    /** The class of a thing; terms of a fixed scheme have segments of their own. Null for what is no thing. */
    @Nullable Node of(Node node) {
        if (!ThingId.isThing(node)) {
            return null;
        }
        String iri = node.getURI();
        int end = iri.indexOf('/', ThingId.THINGS.length());
        return end < 0 ? null : bySegment.getOrDefault(iri.substring(ThingId.THINGS.length(), end), Wg.CONCEPT);
    }
}
