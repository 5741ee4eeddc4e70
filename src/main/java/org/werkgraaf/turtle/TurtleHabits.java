package org.werkgraaf.turtle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** How a text is used to be written: in which order properties come, and which values stand on one line. */
final class TurtleHabits {
    /** How often one property comes before another. */
    private final Map<Node, Map<Node, Integer>> before = new HashMap<>();

    private final Map<Node, Boolean> onOneLine = new HashMap<>();

    /** @param texts the text itself, and those that it should look like */
    TurtleHabits(List<TurtleText> texts) {
        texts.forEach(text -> text.blocks().forEach(block -> {
            List<Node> verbs = verbs(block);
            for (int i = 0; i < verbs.size(); i++) {
                for (int j = i + 1; j < verbs.size(); j++) {
                    before.computeIfAbsent(verbs.get(i), verb -> new HashMap<>())
                            .merge(verbs.get(j), 1, Integer::sum);
                }
            }
            block.groups().forEach(group -> note(text.text(), group));
        }));
    }

    private static List<Node> verbs(TurtleBlock block) {
        List<Node> verbs = new ArrayList<>();
        block.groups().forEach(group -> {
            Node verb = group.verb().node();
            if (verb != null) {
                verbs.add(verb);
            }
        });
        return verbs;
    }

    private void note(String text, TurtleGroup group) {
        Node verb = group.verb().node();
        if (verb != null && group.objects().size() > 1) {
            onOneLine.put(
                    verb,
                    text.substring(
                                            group.objects().get(0).end(),
                                            group.objects().get(1).start())
                                    .indexOf('\n')
                            < 0);
        }
    }

    /** Whether several values of a property stand on one line. */
    boolean isOnOneLine(Node property) {
        return onOneLine.getOrDefault(property, false);
    }

    /** Before which of the properties a further one belongs; their number when it belongs behind all. */
    int place(List<Node> properties, Node property) {
        if (property.equals(RDF.Nodes.type)) {
            return 0;
        }
        int best = properties.size();
        int least = Integer.MAX_VALUE;
        for (int place = properties.size(); place >= 0; place--) {
            int wrong = 0;
            for (int i = 0; i < properties.size(); i++) {
                wrong += i < place ? count(property, properties.get(i)) : count(properties.get(i), property);
            }
            if (wrong < least) {
                least = wrong;
                best = place;
            }
        }
        return best;
    }

    private int count(Node first, Node second) {
        return before.getOrDefault(first, Map.of()).getOrDefault(second, 0);
    }

    /** Properties in the order in which they are written. */
    List<Node> inOrder(Iterable<Node> properties) {
        List<Node> sorted = new ArrayList<>();
        properties.forEach(sorted::add);
        sorted.sort(Comparator.comparing(node -> node.toString()));
        List<Node> placed = new ArrayList<>();
        sorted.forEach(property -> placed.add(place(placed, property), property));
        return placed;
    }
}
