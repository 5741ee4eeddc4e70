package org.werkgraaf.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.meaning.Verification;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * A binding act of which the graph says something that was not read in its official words.
 *
 * @param act the act
 * @param parts the act itself or its provisions of which no statement was read there, in the order of their ids
 * @param statements what is said of these, by how far it was checked
 * @param address where the text of the act is published; absent when it is not known
 */
public record TextMissing(
        Named act,
        List<Named> parts,
        Map<String, Long> statements,
        @Nullable String address) {
    private static final Node BINDING = new ThingId("bindingness", "binding").node();

    /**
     * @param id id of a thing
     * @param labels its label by language
     */
    public record Named(String id, Map<String, String> labels) {
        static Named of(Graph graph, Node thing) {
            Map<String, String> labels = new TreeMap<>();
            graph.stream(thing, SKOS.prefLabel.asNode(), Node.ANY)
                    .map(Triple::getObject)
                    .forEach(label -> labels.put(label.getLiteralLanguage(), label.getLiteralLexicalForm()));
            return new Named(ThingId.of(thing).toString(), labels);
        }
    }

    /** All of them, those with the most such statements first. */
    static List<TextMissing> all(Graph graph) {
        return graph.stream(Node.ANY, Wg.BINDINGNESS, BINDING)
                .map(Triple::getSubject)
                .filter(act -> graph.contains(act, RDF.type.asNode(), Wg.INSTRUMENT))
                .filter(act -> !graph.contains(act, OWL2.deprecated.asNode(), Node.ANY))
                .map(act -> of(graph, act))
                .filter(missing -> !missing.parts.isEmpty())
                .sorted(Comparator.comparing((TextMissing missing) -> -missing.total())
                        .thenComparing(missing -> missing.act.id()))
                .toList();
    }

    private long total() {
        return statements.values().stream().mapToLong(Long::longValue).sum();
    }

    private static TextMissing of(Graph graph, Node act) {
        Map<String, Long> counts = new TreeMap<>();
        List<Named> parts = new ArrayList<>();
        Stream.concat(Stream.of(act), parts(graph, act))
                .sorted(Comparator.comparing(Node::getURI))
                .forEach(part -> {
                    List<String> levels = graph.stream(Node.ANY, RDF.subject.asNode(), part)
                            .flatMap(claim -> Verification.of(graph, claim.getSubject()).stream())
                            .toList();
                    if (!levels.isEmpty() && !levels.contains(Verification.PRIMARY)) {
                        parts.add(Named.of(graph, part));
                        levels.forEach(level -> counts.merge(level, 1L, Long::sum));
                    }
                });
        return new TextMissing(
                Named.of(graph, act),
                parts,
                counts,
                graph.stream(act, Wg.WEB_PAGE, Node.ANY)
                        .map(link -> link.getObject().toString())
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static Stream<Node> parts(Graph graph, Node whole) {
        Set<Node> direct = graph.stream(Node.ANY, Wg.PART_OF, whole)
                .map(Triple::getSubject)
                .collect(Collectors.toSet());
        return direct.stream().flatMap(part -> Stream.concat(Stream.of(part), parts(graph, part)));
    }
}
