package org.werkgraaf.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** The content of the repository as one graph, with its passages by source. */
final class Library {
    static final Node CITES = NodeFactory.createURI(Wg.NS + "cites");

    private static final long FILE_BYTES_MAX = 20_000_000;

    private final Graph graph;
    private final Map<Node, Set<Node>> claimed;
    private final Map<String, List<Passage>> passages;

    private Library(Graph graph) {
        this.graph = graph;
        this.claimed = claimed(graph);
        this.passages = subjects(Wg.PASSAGE).stream()
                .map(this::passage)
                .collect(Collectors.groupingBy(Passage::source, TreeMap::new, Collectors.toList()));
    }

    /** A place in a source, and what it speaks of or lets speak. */
    record Passage(Node node, String source, List<TextLines> lines, Set<Node> mentions) {
        boolean isNear(Inventory.Place place, int lineDistance) {
            return source.equals(place.document())
                    && lines.stream().anyMatch(run -> run.isWithin(lineDistance, place.lines()));
        }

        @Override
        public String toString() {
            return node.toString();
        }
    }

    static Library read() {
        return new Library(new GraphLoader()
                .load(new ContentReader("ontology", "data", "queries", FILE_BYTES_MAX).read())
                .union());
    }

    Graph graph() {
        return graph;
    }

    List<Passage> passages() {
        return passages.values().stream().flatMap(List::stream).toList();
    }

    List<Passage> passages(String source) {
        return passages.getOrDefault(source, List.of());
    }

    List<Node> subjects(Node type) {
        return graph.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .distinct()
                .toList();
    }

    List<Node> values(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).toList();
    }

    boolean has(Node subject, Node property) {
        return graph.contains(subject, property, Node.ANY);
    }

    boolean isA(Node subject, Node type) {
        return graph.contains(subject, RDF.type.asNode(), type);
    }

    /** The languages of the texts of a property. */
    Set<String> languages(Node subject, Node property) {
        return values(subject, property).stream().map(Node::getLiteralLanguage).collect(Collectors.toSet());
    }

    /** The things that stand for each row, by its id. */
    Map<String, List<Node>> thingsByRow() {
        return graph.stream(Node.ANY, Wg.INVENTORY_ID, Node.ANY)
                .collect(Collectors.groupingBy(
                        triple -> triple.getObject().getLiteralLexicalForm(),
                        TreeMap::new,
                        Collectors.mapping(Triple::getSubject, Collectors.toList())));
    }

    /** The thing itself, the terms of a scheme, and what is narrower than a concept. */
    Set<Node> thingAndItsTerms(Node thing) {
        Set<Node> all = new HashSet<>(Set.of(thing));
        graph.stream(Node.ANY, SKOS.inScheme.asNode(), thing)
                .map(Triple::getSubject)
                .forEach(all::add);
        if (isA(thing, Wg.CONCEPT)) {
            graph.stream(Node.ANY, SKOS.broader.asNode(), thing)
                    .map(Triple::getSubject)
                    .forEach(all::add);
        }
        return all;
    }

    private Passage passage(Node node) {
        List<TextLines> lines = new ArrayList<>();
        values(node, Wg.LINE).forEach(value -> lines.addAll(TextLines.of(value.getLiteralLexicalForm())));
        Set<Node> mentions = new HashSet<>(claimed.getOrDefault(node, Set.of()));
        Stream.of(Wg.MENTIONS, Wg.SPEAKER).forEach(property -> mentions.addAll(values(node, property)));
        String source = values(node, Wg.IN_SOURCE).stream()
                .findFirst()
                .map(found -> ThingId.of(found).slug())
                .orElse("");
        return new Passage(node, source, lines, mentions);
    }

    /** What the claims of each passage are about, the terms of fixed schemes among them. */
    private static Map<Node, Set<Node>> claimed(Graph graph) {
        Map<Node, Set<Node>> claimed = new HashMap<>();
        graph.stream(Node.ANY, Wg.HAS_PASSAGE, Node.ANY)
                .forEach(triple -> Stream.of(RDF.subject.asNode(), RDF.object.asNode())
                        .flatMap(property -> graph.stream(triple.getSubject(), property, Node.ANY))
                        .forEach(about -> claimed.computeIfAbsent(triple.getObject(), passage -> new HashSet<>())
                                .add(about.getObject())));
        return claimed;
    }
}
