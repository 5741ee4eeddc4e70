package org.werkgraaf.web.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.stereotype.Component;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Prefixes;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.WebSettings;

/** Tells what the graph is made of: its release, its terms, and where to begin. */
@Component
public class GraphMarkdown {
    private final GraphStore store;
    private final WebSettings settings;
    private final String guide = read("llms.txt");

    GraphMarkdown(GraphStore store, WebSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** Where an assistant begins. */
    public String guide() {
        return guide.replace("{base}", settings.baseUrl());
    }

    /** The release that is served, with how many things of each class it has. */
    public String release() {
        return store.read(snapshot -> {
            Release release =
                    snapshot.release().orElseThrow(() -> new IllegalStateException("No release is published yet"));
            Graph ontology = snapshot.graph(Graphs.ONTOLOGY);
            Map<String, String> classes = new TreeMap<>();
            ontology.stream(Node.ANY, Wg.TYPE_SEGMENT, Node.ANY).forEach(triple -> {
                long things = snapshot.union().stream(Node.ANY, RDF.type.asNode(), triple.getSubject())
                        .map(org.apache.jena.graph.Triple::getSubject)
                        .distinct()
                        .count();
                classes.put(
                        triple.getSubject().getLocalName(),
                        "`" + triple.getObject().getLiteralLexicalForm() + "/…`: " + things);
            });
            return new Markdown()
                    .heading(1, "Release " + release.id())
                    .paragraph("Published " + release.publishedAt() + ". Licence of the content: CC BY 4.0. Files: "
                            + settings.baseUrl() + "/dumps/. Description: " + settings.baseUrl()
                            + "/.well-known/void.")
                    .heading(2, "Things by class")
                    .list(classes.entrySet().stream()
                            .map(entry -> Markdown.plain(entry.getKey()) + " " + entry.getValue())
                            .toList())
                    .toString();
        });
    }

    /** The classes and properties with their definitions. */
    public String ontology() {
        return store.read(snapshot -> {
            Graph graph = snapshot.graph(Graphs.ONTOLOGY);
            Map<String, List<String>> terms = new LinkedHashMap<>();
            terms.put("Classes", terms(graph, OWL.Class.asNode()));
            List<String> properties = new ArrayList<>(terms(graph, OWL.ObjectProperty.asNode()));
            properties.addAll(terms(graph, OWL.DatatypeProperty.asNode()));
            terms.put("Properties", properties.stream().sorted().toList());
            Markdown document = new Markdown()
                    .heading(1, "Terms of the graph")
                    .paragraph("PREFIX wg: <" + Wg.NS + "> · release "
                            + snapshot.releaseId().orElse(""));
            terms.forEach((name, lines) -> document.heading(2, name).list(lines));
            return document.toString();
        });
    }

    private static List<String> terms(Graph graph, Node kind) {
        return graph.stream(Node.ANY, RDF.type.asNode(), kind)
                .map(org.apache.jena.graph.Triple::getSubject)
                .filter(Node::isURI)
                .distinct()
                .map(term -> {
                    String ends = ends(graph, term);
                    return "`" + Prefixes.mapping().shortForm(term.getURI()) + "`" + (ends.isEmpty() ? "" : " " + ends)
                            + ": "
                            + Markdown.plain(text(graph, term, SKOS.definition.asNode())
                                    .or(() -> text(graph, term, RDFS.comment.asNode()))
                                    .or(() -> text(graph, term, RDFS.label.asNode()))
                                    .orElse(""));
                })
                .sorted()
                .toList();
    }

    private static String ends(Graph graph, Node property) {
        String from = names(graph, property, RDFS.domain.asNode());
        String to = names(graph, property, RDFS.range.asNode());
        return from.isEmpty() && to.isEmpty() ? "" : "(" + from + " → " + to + ")";
    }

    private static String names(Graph graph, Node term, Node relation) {
        return graph.stream(term, relation, Node.ANY)
                .map(org.apache.jena.graph.Triple::getObject)
                .filter(Node::isURI)
                .map(Node::getLocalName)
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private static Optional<String> text(Graph graph, Node term, Node relation) {
        Map<String, String> texts = new LinkedHashMap<>();
        graph.stream(term, relation, Node.ANY)
                .map(org.apache.jena.graph.Triple::getObject)
                .filter(Node::isLiteral)
                .forEach(text -> texts.put(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
        return texts.isEmpty() ? Optional.empty() : Optional.of(Languages.pick(texts, Languages.DOCUMENTATION, ""));
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(GraphMarkdown.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " is not packaged", e);
        }
    }
}
