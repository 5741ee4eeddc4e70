package org.werkgraaf.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.load.Candidate;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.load.GraphLoader;
import org.werkgraaf.vocabulary.ThingId;

/** The content that comes with the service: what synthetic cases link to and the words of their texts. */
final class Packaged {
    private static final long FILE_BYTES_MAX = 20_000_000;

    private final Content content;
    private final Candidate candidate;
    private final Graph union;

    private Packaged(Content content) {
        this.content = content;
        this.candidate = new GraphLoader().load(content);
        this.union = candidate.union();
    }

    static Packaged read() {
        ContentReader reader = new ContentReader(
                "classpath:werkgraaf/ontology",
                "classpath:werkgraaf/data",
                "classpath:werkgraaf/queries",
                FILE_BYTES_MAX);
        return new Packaged(reader.read());
    }

    Content content() {
        return content;
    }

    Candidate candidate() {
        return candidate;
    }

    Graph union() {
        return union;
    }

    /** All things of a class, always in the same order. */
    List<Node> things(Node type) {
        return union.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .filter(ThingId::isThing)
                .distinct()
                .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
                .toList();
    }

    /** The terms of a fixed scheme, such as {@code outcome}. */
    List<Node> concepts(String segment) {
        return union.stream(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .map(Triple::getSubject)
                .filter(node -> ThingId.find(node)
                        .filter(id -> id.segment().equals(segment))
                        .isPresent())
                .distinct()
                .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
                .toList();
    }

    /** The words of all names and definitions in a language, the most frequent first. */
    List<String> words(String lang) {
        Map<String, Integer> counts = new HashMap<>();
        Stream.of(SKOS.prefLabel, SKOS.altLabel, SKOS.definition)
                .flatMap(property -> union.stream(Node.ANY, property.asNode(), Node.ANY))
                .map(Triple::getObject)
                .filter(text -> text.isLiteral() && text.getLiteralLanguage().equals(lang))
                .forEach(text -> {
                    for (String word : text.getLiteralLexicalForm()
                            .toLowerCase(Locale.ROOT)
                            .split("[^\\p{L}]+")) {
                        if (word.length() > 1) {
                            counts.merge(word, 1, Integer::sum);
                        }
                    }
                });
        List<String> words = new ArrayList<>(counts.keySet());
        words.sort((a, b) -> counts.get(a).equals(counts.get(b)) ? a.compareTo(b) : counts.get(b) - counts.get(a));
        return words;
    }
}
