package org.werkgraaf.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.publish.TextMissing.Named;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * Two things of one class that may be one, and of which nobody has said that they are two ({@code owl:differentFrom}).
 *
 * @param reason why: {@code identifier}, {@code party-and-date} or {@code name}
 * @param type local name of their class
 * @param one the first by id
 * @param other the second
 * @param shared what they share, or the two names
 */
public record SuspectedDuplicate(String reason, String type, Named one, Named other, String shared) {
    static final int MOST = 200;

    private static final String IDENTIFIER = "identifier";
    private static final String PARTY_AND_DATE = "party-and-date";
    private static final String NAME = "name";
    /** What sources are and say, and what belongs to another thing and is named after it. */
    private static final Set<Node> OF_OTHERS = Set.of(
            Wg.SOURCE,
            Wg.PASSAGE,
            Wg.CLAIM,
            Wg.RELEASE,
            Wg.WITHDRAWN,
            Wg.CONDITION,
            Wg.STEP,
            Wg.VERSION,
            Wg.TRANSPOSITION,
            Wg.APPLICABILITY);
    /** Shorter names differ by a letter without being one. */
    private static final int NAME_LENGTH_MIN = 10;

    /** All that are found, the most certain first, at most {@value #MOST}. */
    static List<SuspectedDuplicate> all(Graph graph) {
        Map<String, SuspectedDuplicate> found = new LinkedHashMap<>();
        for (Map.Entry<Node, Set<Node>> type : classes(graph).entrySet()) {
            String name = type.getKey().getLocalName();
            byValue(graph, type.getValue(), Wg.IDENTIFIERS)
                    .forEach((value, things) -> pairs(found, graph, IDENTIFIER, name, things, value));
            parties(graph, type.getValue())
                    .forEach((value, things) -> pairs(found, graph, PARTY_AND_DATE, name, things, value));
            names(found, graph, name, type.getValue());
        }
        return found.values().stream()
                .sorted(Comparator.comparing((SuspectedDuplicate each) ->
                                List.of(IDENTIFIER, PARTY_AND_DATE, NAME).indexOf(each.reason))
                        .thenComparing(SuspectedDuplicate::type)
                        .thenComparing(each -> each.one.id())
                        .thenComparing(each -> each.other.id()))
                .limit(MOST)
                .toList();
    }

    /** Things by class. */
    private static Map<Node, Set<Node>> classes(Graph graph) {
        Map<Node, Set<Node>> classes = new HashMap<>();
        graph.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filter(triple -> ThingId.isThing(triple.getSubject()))
                .filter(triple -> triple.getObject().isURI()
                        && triple.getObject().getURI().startsWith(Wg.NS)
                        && !OF_OTHERS.contains(triple.getObject()))
                .forEach(triple -> classes.computeIfAbsent(triple.getObject(), each -> new HashSet<>())
                        .add(triple.getSubject()));
        return classes;
    }

    private static Map<String, Set<Node>> byValue(Graph graph, Set<Node> things, Collection<Node> properties) {
        Map<String, Set<Node>> byValue = new HashMap<>();
        for (Node property : properties) {
            graph.stream(Node.ANY, property, Node.ANY)
                    .filter(triple -> things.contains(triple.getSubject()))
                    .forEach(triple -> byValue.computeIfAbsent(text(triple.getObject()), each -> new HashSet<>())
                            .add(triple.getSubject()));
        }
        return byValue;
    }

    /** Cases of one party, decided on one day. */
    private static Map<String, Set<Node>> parties(Graph graph, Set<Node> things) {
        Map<String, Set<Node>> found = new HashMap<>();
        for (Node thing : things) {
            List<Node> days = values(graph, thing, Wg.DECIDED_ON);
            for (Node day : days) {
                for (Node party : Stream.of(Wg.PARTY, Wg.DEFENDANT)
                        .flatMap(property -> values(graph, thing, property).stream())
                        .distinct()
                        .toList()) {
                    found.computeIfAbsent(text(party) + ", " + day.getLiteralLexicalForm(), each -> new HashSet<>())
                            .add(thing);
                }
            }
        }
        return found;
    }

    private static List<Node> values(Graph graph, Node thing, Node property) {
        return graph.stream(thing, property, Node.ANY).map(Triple::getObject).toList();
    }

    private static String text(Node value) {
        return value.isLiteral()
                ? value.getLiteralLexicalForm()
                : ThingId.find(value).map(ThingId::toString).orElse(value.toString());
    }

    /** Names of which one letter differs, or nothing but signs, order and capitals. */
    private static void names(Map<String, SuspectedDuplicate> found, Graph graph, String type, Set<Node> things) {
        Map<String, Map<Node, String>> byKey = new HashMap<>();
        for (Node thing : things) {
            for (Node label : values(graph, thing, SKOS.prefLabel.asNode())) {
                String name = label.getLiteralLexicalForm();
                for (String key : NameKeys.of(name, label.getLiteralLanguage(), NAME_LENGTH_MIN)) {
                    byKey.computeIfAbsent(key, each -> new HashMap<>()).put(thing, name);
                }
            }
        }
        byKey.values().stream().filter(same -> same.size() > 1).forEach(same -> {
            List<Node> sorted = new ArrayList<>(same.keySet());
            sorted.sort(Comparator.comparing(Node::getURI));
            for (int i = 0; i < sorted.size(); i++) {
                for (int j = i + 1; j < sorted.size(); j++) {
                    String one = same.get(sorted.get(i));
                    String other = same.get(sorted.get(j));
                    if (NameKeys.alike(String.valueOf(one), String.valueOf(other))) {
                        add(found, graph, NAME, type, sorted.get(i), sorted.get(j), one + " / " + other);
                    }
                }
            }
        });
    }

    private static void pairs(
            Map<String, SuspectedDuplicate> found,
            Graph graph,
            String reason,
            String type,
            Set<Node> things,
            String shared) {
        List<Node> sorted = things.stream()
                .map(Node::getURI)
                .sorted()
                .map(NodeFactory::createURI)
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                add(found, graph, reason, type, sorted.get(i), sorted.get(j), shared);
            }
        }
    }

    private static void add(
            Map<String, SuspectedDuplicate> found,
            Graph graph,
            String reason,
            String type,
            Node one,
            Node other,
            String shared) {
        Node different = OWL2.differentFrom.asNode();
        if (graph.contains(one, different, other) || graph.contains(other, different, one)) {
            return;
        }
        found.putIfAbsent(
                one + " " + other,
                new SuspectedDuplicate(reason, type, Named.of(graph, one), Named.of(graph, other), shared));
    }
}
