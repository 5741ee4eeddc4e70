package org.werkgraaf.dump;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
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
    private static final Map<Node, Map<String, String>> FIXED = Map.of(
            Graphs.ONTOLOGY,
            Map.of("nl", "Klassen en eigenschappen", "en", "Classes and properties", "fr", "Classes et propriétés"),
            Graphs.CONCEPTS,
            Map.of("nl", "Vaste begrippen", "en", "Fixed concepts", "fr", "Concepts fixes"),
            Graphs.MAPPINGS,
            Map.of(
                    "nl", "Koppelingen met andere vocabulaires",
                    "en", "Links to other vocabularies",
                    "fr", "Liens vers d'autres vocabulaires"),
            Graphs.ENTITIES,
            Map.of("nl", "Wat dingen zijn", "en", "What things are", "fr", "Ce que sont les éléments"),
            Graphs.SOURCES,
            Map.of("nl", "De bronnen", "en", "The sources", "fr", "Les sources"),
            Graphs.DATES,
            Map.of(
                    "nl", "Wanneer het recht geldt",
                    "en", "When the law holds",
                    "fr", "Quand le droit s'applique"),
            Graphs.CONDITIONS,
            Map.of(
                    "nl", "Waar normen van afhangen",
                    "en", "What norms turn on",
                    "fr", "De quoi dépendent les normes"),
            Graphs.PRESENTATION,
            Map.of(
                    "nl", "Wat pagina's van elke klasse laten zien",
                    "en", "What pages show of each class",
                    "fr", "Ce que les pages montrent de chaque classe"),
            Graphs.HIERARCHY,
            Map.of(
                    "nl", "Alles wat ruimer is",
                    "en", "Everything that is wider",
                    "fr", "Tout ce qui est plus large"),
            Graphs.RELEASE,
            Map.of("nl", "De uitgave", "en", "The release", "fr", "La version"));

    /** The graphs of the published release, that of the release itself included, in the order of their IRIs. */
    static List<NamedGraph> all(Snapshot snapshot) {
        Map<Node, Node> sources = new HashMap<>();
        Graph catalogue = snapshot.graph(Graphs.SOURCES);
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
                .forEach(node -> graphs.add(of(node, sources.get(node), catalogue)));
        return graphs;
    }

    private static NamedGraph of(Node node, @Nullable Node source, Graph catalogue) {
        Map<String, String> fixed = FIXED.get(node);
        if (fixed != null) {
            return new NamedGraph(node, new TreeMap<>(fixed), null);
        }
        Map<String, String> titles = new TreeMap<>();
        if (source != null) {
            catalogue.stream(source, SKOS.prefLabel.asNode(), Node.ANY)
                    .map(Triple::getObject)
                    .forEach(title -> titles.put(title.getLiteralLanguage(), title.getLiteralLexicalForm()));
        }
        return new NamedGraph(node, titles, source);
    }

    /** The last part of its IRI, such as {@code gdpr-text}. */
    public String name() {
        return node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
    }
}
