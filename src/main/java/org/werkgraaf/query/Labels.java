package org.werkgraaf.query;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
        return Stream.concat(texts(passage, Wg.PAGE).stream(), one(passage, Wg.SECTION).stream())
                .map(part -> ", " + part)
                .collect(Collectors.joining());
    }

    private Optional<String> one(Node subject, Node property) {
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
                .findFirst()
                .map(Node::getLiteralLexicalForm);
    }

    private Set<String> texts(Node subject, Node property) {
        Set<String> texts = new LinkedHashSet<>();
        dataset.find(Node.ANY, subject, property, Node.ANY)
                .forEachRemaining(quad -> texts.add(quad.getObject().getLiteralLexicalForm()));
        return texts;
    }
}
