package org.werkgraaf.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.werkgraaf.store.Release;

/** The graphs of a release as somebody else keeps them, who has nothing but N-Quads and patches. */
public final class Copy {
    private final SortedMap<String, SortedSet<String>> graphs = new TreeMap<>();

    /** Those of a release. */
    static Copy of(DatasetGraph dataset, Release release) {
        Copy copy = new Copy();
        release.graphs()
                .keySet()
                .forEach(name -> dataset.getGraph(NodeFactory.createURI(name)).stream()
                        .forEach(triple -> copy.add(name, ReleaseDifference.line(triple))));
        return copy;
    }

    /** Those of a file of N-Quads, without what it says of the release itself. */
    public static Copy ofQuads(String quads) {
        Copy copy = new Copy();
        quads.lines()
                .filter(line -> !line.endsWith("<https://w3id.org/werkgraaf/graph/release> ."))
                .forEach(line -> copy.statement(line.substring(0, line.length() - 2), true));
        return copy;
    }

    private void add(String graph, String line) {
        graphs.computeIfAbsent(graph, each -> new TreeSet<>()).add(line);
    }

    private void statement(String quad, boolean adds) {
        int graph = quad.lastIndexOf(" <");
        String name = quad.substring(graph + 2, quad.length() - 1);
        String line = quad.substring(0, graph);
        if (adds) {
            add(name, line);
        } else {
            assertThat(graphs.get(name)).as("there is what goes").isNotNull();
            assertThat(graphs.get(name).remove(line)).as(quad).isTrue();
        }
    }

    /** Takes a patch. */
    public void take(String patch) {
        assertThat(patch).endsWith("TC .\n");
        patch.lines().forEach(line -> {
            if (line.startsWith("D ") || line.startsWith("A ")) {
                statement(line.substring(2, line.length() - 2), line.startsWith("A "));
            }
        });
        graphs.values().removeIf(SortedSet::isEmpty);
    }

    SortedMap<String, SortedSet<String>> lines() {
        return graphs;
    }

    /** As the documentation says that it is reckoned. */
    public String digest() {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<String, SortedSet<String>> graph : graphs.entrySet()) {
            StringBuilder lines = new StringBuilder();
            graph.getValue().forEach(line -> lines.append(line).append('\n'));
            all.append(graph.getKey()).append(' ').append(sha256(lines)).append('\n');
        }
        return sha256(all);
    }

    private static String sha256(CharSequence text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
