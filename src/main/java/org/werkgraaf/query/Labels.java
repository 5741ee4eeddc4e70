package org.werkgraaf.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Wg;

/** Finds what IRIs are called in one language. */
final class Labels {
    private final DatasetGraph dataset;
    private final List<String> languages;

    /** @param lang the language preferred; then those that stand in for it, then any */
    Labels(DatasetGraph dataset, String lang) {
        this.dataset = dataset;
        this.languages = Languages.inOrder(lang);
    }

    /** The label of a thing, class or property; of a passage that of its source and the place in it. */
    Optional<String> of(Node iri) {
        return one(iri, SKOS.prefLabel.asNode())
                .or(() -> one(iri, RDFS.label.asNode()))
                .or(() -> source(iri).flatMap(this::of).map(source -> source + place(iri)));
    }

    /** The language of the label of a thing, class or property when that is not the one preferred. */
    Optional<String> foreign(Node iri) {
        return literal(iri, SKOS.prefLabel.asNode())
                .or(() -> literal(iri, RDFS.label.asNode()))
                .map(Node::getLiteralLanguage)
                .filter(lang -> !lang.isEmpty() && !lang.equals(languages.get(0)));
    }

    /** What the class or property of the ontology is called that has this name, the first letter in either case. */
    Optional<String> ofTerm(String name) {
        String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return Stream.of(type, name)
                .map(local -> NodeFactory.createURI(Wg.NS + local))
                .flatMap(term -> one(term, RDFS.label.asNode()).stream())
                .findFirst();
    }

    private Optional<Node> source(Node passage) {
        Iterator<Quad> found = dataset.find(Node.ANY, passage, Wg.IN_SOURCE, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }

    private String place(Node passage) {
        return Stream.concat(
                        literals(passage, Wg.PAGE).map(Node::getLiteralLexicalForm), inOneLanguage(passage, Wg.SECTION))
                .distinct()
                .map(part -> ", " + part)
                .collect(Collectors.joining());
    }

    /** The texts of the language preferred, or else of one other, in order. */
    private Stream<String> inOneLanguage(Node subject, Node property) {
        SortedMap<String, List<String>> texts = new TreeMap<>();
        literals(subject, property)
                .forEach(text -> texts.computeIfAbsent(text.getLiteralLanguage(), lang -> new ArrayList<>())
                        .add(text.getLiteralLexicalForm()));
        return Stream.concat(languages.stream(), texts.keySet().stream())
                .flatMap(lang -> Stream.ofNullable(texts.get(lang)))
                .findFirst()
                .stream()
                .flatMap(List::stream)
                .sorted();
    }

    private Optional<String> one(Node subject, Node property) {
        return literal(subject, property).map(Node::getLiteralLexicalForm);
    }

    private Optional<Node> literal(Node subject, Node property) {
        List<Node> labels = Iter.iter(dataset.find(Node.ANY, subject, property, Node.ANY))
                .map(Quad::getObject)
                .filter(Node::isLiteral)
                .toList();
        return Stream.concat(
                        languages.stream()
                                .flatMap(lang -> labels.stream()
                                        .filter(label ->
                                                label.getLiteralLanguage().equals(lang))),
                        labels.stream())
                .findFirst();
    }

    private Stream<Node> literals(Node subject, Node property) {
        return Iter.asStream(dataset.find(Node.ANY, subject, property, Node.ANY))
                .map(Quad::getObject)
                .filter(Node::isLiteral);
    }
}
