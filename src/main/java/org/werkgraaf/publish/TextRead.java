package org.werkgraaf.publish;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.presentation.LawClasses;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * An official text of law that was read.
 *
 * @param source id of the source
 * @param labels its label by language
 * @param state the day as of which it holds, or the year
 * @param readOn the day on which it was read
 * @param statements how many statements stand in it
 */
public record TextRead(
        String source,
        Map<String, String> labels,
        @Nullable String state,
        @Nullable String readOn,
        long statements) {
    private static final Node PRIMARY = new ThingId("verification", "primary").node();

    /** The primary sources that speak of law and decide no case, by name. */
    static List<TextRead> all(Graph graph) {
        Set<Node> law = LawClasses.inText(graph);
        return graph.stream(Node.ANY, Wg.VERIFICATION, PRIMARY)
                .map(Triple::getSubject)
                .filter(source -> graph.contains(source, RDF.type.asNode(), Wg.SOURCE))
                .map(source -> of(graph, source, law))
                .filter(text -> text.statements > 0)
                .sorted(Comparator.comparing((TextRead text) -> text.labels.getOrDefault(Languages.FIRST, text.source))
                        .thenComparing(TextRead::source))
                .toList();
    }

    private static TextRead of(Graph graph, Node source, Set<Node> ofLaw) {
        Set<Node> claims = new HashSet<>();
        graph.stream(Node.ANY, Wg.IN_SOURCE, source)
                .flatMap(passage -> graph.stream(Node.ANY, Wg.HAS_PASSAGE, passage.getSubject()))
                .forEach(link -> claims.add(link.getSubject()));
        Set<Node> types = new HashSet<>();
        claims.forEach(claim -> graph.stream(claim, RDF.subject.asNode(), Node.ANY)
                .flatMap(subject -> graph.stream(subject.getObject(), RDF.type.asNode(), Node.ANY))
                .forEach(type -> types.add(type.getObject())));
        boolean law = types.stream().anyMatch(ofLaw::contains) && !types.contains(Wg.CASE);
        Map<String, String> labels = new TreeMap<>();
        graph.stream(source, SKOS.prefLabel.asNode(), Node.ANY)
                .map(Triple::getObject)
                .forEach(label -> labels.put(label.getLiteralLanguage(), label.getLiteralLexicalForm()));
        return new TextRead(
                ThingId.of(source).toString(),
                labels,
                text(graph, source, DCTerms.date.asNode()),
                text(graph, source, Wg.READ_ON),
                law ? claims.size() : 0);
    }

    private static @Nullable String text(Graph graph, Node source, Node property) {
        return graph.stream(source, property, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
