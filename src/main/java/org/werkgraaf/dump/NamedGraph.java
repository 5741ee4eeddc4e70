package org.werkgraaf.dump;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.store.Release;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.Wg;

/**
 * A named graph of a release and what it is called.
 *
 * @param node its IRI
 * @param titles its title by language
 * @param source the source whose statements it holds; absent for the graphs that belong to no source
 */
public record NamedGraph(
        Node node, Map<String, String> titles, @Nullable Node source) {
    /** The graphs of the published release, that of the release itself included, in the order of their IRIs. */
    static List<NamedGraph> all(Snapshot snapshot) {
        Map<Node, Node> sources = new HashMap<>();
        Graph catalogue = snapshot.graph(Graphs.SOURCES);
        Graph presentation = snapshot.graph(Graphs.PRESENTATION);
        catalogue.stream(Node.ANY, RDF.type.asNode(), Wg.SOURCE)
                .map(Triple::getSubject)
                .forEach(source -> sources.put(Graphs.ofSource(source), source));
        Release release =
                snapshot.release().orElseThrow(() -> new IllegalStateException("No release is published yet"));
        List<NamedGraph> graphs = new ArrayList<>();
        Stream.concat(release.graphs().keySet().stream(), Stream.of(Graphs.RELEASE.getURI()))
                .distinct()
                .sorted()
                .map(NodeFactory::createURI)
                .forEach(node -> graphs.add(
                        sources.containsKey(node)
                                ? of(node, Objects.requireNonNull(sources.get(node)), catalogue)
                                : new NamedGraph(node, titles(presentation, node, RDFS.label.asNode()), null)));
        return graphs;
    }

    private static NamedGraph of(Node node, Node source, Graph catalogue) {
        return new NamedGraph(node, titles(catalogue, source, SKOS.prefLabel.asNode()), source);
    }

    private static Map<String, String> titles(Graph graph, Node thing, Node property) {
        Map<String, String> titles = new TreeMap<>();
        graph.stream(thing, property, Node.ANY)
                .map(Triple::getObject)
                .forEach(title -> titles.put(title.getLiteralLanguage(), title.getLiteralLexicalForm()));
        return titles;
    }

    /** The last part of its IRI, such as {@code gdpr-text}. */
    public String name() {
        return node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
    }
}
