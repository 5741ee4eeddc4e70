package org.werkgraaf.index;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Block;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.presentation.Profile;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Finds the passage that says what a card shows of a thing. */
final class SaidReader {
    private final Graph graph;
    private final Assessments assessments;
    private final Presentation presentation;

    SaidReader(Graph graph, Assessments assessments, Presentation presentation) {
        this.graph = graph;
        this.assessments = assessments;
        this.presentation = presentation;
    }

    /** The first passage that says the first thing on the card that a source says; null for a class whose cards show none. */
    Thing.@Nullable Said of(Block block, Node type) {
        Profile profile = presentation.profile(type.getLocalName()).orElse(null);
        if (profile == null || !profile.said()) {
            return null;
        }
        return profile.card().stream()
                .flatMap(List::stream)
                .flatMap(property -> passages(block.thing(), property).min(Comparator.comparing(Node::getURI)).stream())
                .findFirst()
                .flatMap(this::read)
                .orElse(null);
    }

    private Stream<Node> passages(Node thing, Node property) {
        return graph.stream(Node.ANY, RDF.subject.asNode(), thing)
                .map(Triple::getSubject)
                .filter(claim ->
                        Assessments.statement(graph, claim).getPredicate().equals(property))
                .filter(claim -> assessments.accepts(Assessments.statement(graph, claim)))
                .flatMap(claim -> objects(claim, Wg.HAS_PASSAGE));
    }

    private Optional<Thing.Said> read(Node passage) {
        return objects(passage, Wg.IN_SOURCE)
                .findFirst()
                .map(source -> new Thing.Said(
                        ThingId.of(passage).toString(),
                        ThingId.of(source).toString(),
                        byLanguage(passage, Wg.SECTION),
                        texts(passage, Wg.PAGE),
                        texts(passage, Wg.PARAGRAPH),
                        texts(passage, Wg.LINE)));
    }

    private Map<String, String> byLanguage(Node passage, Node property) {
        Map<String, String> texts = new TreeMap<>();
        objects(passage, property)
                .sorted(Comparator.comparing(Node::getLiteralLexicalForm))
                .forEach(text -> texts.putIfAbsent(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
        return texts;
    }

    private List<String> texts(Node passage, Node property) {
        return objects(passage, property)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
    }

    private Stream<Node> objects(Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject);
    }
}
