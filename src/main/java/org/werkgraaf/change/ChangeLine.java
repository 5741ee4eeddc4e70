package org.werkgraaf.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to the values of a property.
 *
 * @param thing whose property
 * @param property which
 * @param passage in whose braces; absent outside of braces
 * @param lang the language of texts; empty for other values
 * @param before values that go
 * @param after values that come
 */
public record ChangeLine(
        Node thing, Node property, @Nullable Node passage, String lang, List<Node> before, List<Node> after) {
    /** A change in lines, thing by thing. */
    public static List<ChangeLine> of(ChangeSet change) {
        Map<Key, ChangeLine> lines = new LinkedHashMap<>();
        change.removed().forEach(quad -> line(lines, quad).before.add(quad.getObject()));
        change.added().forEach(quad -> line(lines, quad).after.add(quad.getObject()));
        return List.copyOf(lines.values());
    }

    /** Whether it says something else of a thing, or stands in the braces of a passage. */
    public boolean touches(Node node) {
        return thing.equals(node) || node.equals(passage);
    }

    private static ChangeLine line(Map<Key, ChangeLine> lines, Quad quad) {
        Node passage = quad.getGraph().equals(Quad.defaultGraphNodeGenerated) ? null : quad.getGraph();
        String lang = quad.getObject().isLiteral() ? quad.getObject().getLiteralLanguage() : "";
        return lines.computeIfAbsent(
                new Key(quad.getSubject(), quad.getPredicate(), passage, lang),
                key -> new ChangeLine(
                        key.thing, key.property, key.passage, key.lang, new ArrayList<>(), new ArrayList<>()));
    }

    private record Key(Node thing, Node property, @Nullable Node passage, String lang) {}
}
