package org.werkgraaf.web.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.springframework.stereotype.Component;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.text.Markdown;

/** Tells of the graph as a whole: its release, and where to begin. */
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

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(GraphMarkdown.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + name + " is not packaged", e);
        }
    }
}
