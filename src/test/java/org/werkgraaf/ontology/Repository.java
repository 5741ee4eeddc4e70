package org.werkgraaf.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;

/** The files of the ontology and the data as they stand in the repository, from which Maven runs the tests. */
final class Repository {
    private static final long FILE_BYTES_MAX = 20_000_000;

    private Repository() {}

    static Content content() {
        return new ContentReader("ontology", "data", "queries", FILE_BYTES_MAX).read();
    }

    static Graph ontology() {
        return graph(Path.of("ontology/werkgraaf.ttl"));
    }

    static Graph graph(Path file) {
        return GraphLoader.parse(List.of(contentFile(file)));
    }

    static Graph graph(List<Path> files) {
        return GraphLoader.parse(files.stream().map(Repository::contentFile).toList());
    }

    static String text(Path file) {
        return contentFile(file).text();
    }

    /** The files below a folder that end as given, in order; none when there is no such folder. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> folders(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The subjects of a class, in order. */
    static List<Node> subjects(Graph graph, Node type) {
        return graph.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .distinct()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    static String localName(Node node) {
        return node.getURI().replaceAll(".*[#/]", "");
    }

    private static ContentFile contentFile(Path file) {
        try {
            return new ContentFile(file.toString().replace('\\', '/'), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
