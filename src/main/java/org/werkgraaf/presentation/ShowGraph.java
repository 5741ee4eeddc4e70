package org.werkgraaf.presentation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.FacetNames;
import org.werkgraaf.vocabulary.Wg;

/** Reads what a graph says with the terms of {@link Show}; what cannot be meant is a {@link PresentationException}. */
record ShowGraph(Graph graph) {
    /** The paths that a text of the subject is; none when there is no such text. */
    List<Path> paths(Node subject, Node term) {
        return text(subject, term).map(this::paths).orElse(List.of());
    }

    /** The paths in a text, each of a property that there is. */
    List<Path> paths(String text) {
        List<Path> paths = Path.all(text);
        paths.forEach(path -> known(path.property()));
        return paths;
    }

    /** A term of the ontology must be one; what others name is theirs. */
    Node known(Node term) {
        if (term.getURI().startsWith(Wg.NS) && !graph.contains(term, RDF.type.asNode(), Node.ANY)) {
            throw new PresentationException(
                    "wg:" + term.getLocalName(),
                    "The ontology has no term wg:" + term.getLocalName()
                            + "; write the name of one that ontology/werkgraaf.ttl declares, or declare it there.");
        }
        return term;
    }

    /** False unless it says true. */
    boolean is(Node subject, Node term) {
        return text(subject, term).filter("true"::equals).isPresent();
    }

    /** True unless it says false. */
    boolean flag(Node subject, Node term) {
        return text(subject, term).map(text -> !text.equals("false")).orElse(true);
    }

    /** The whole number that it says. */
    Optional<Integer> number(Node subject, Node term) {
        return text(subject, term).map(text -> {
            if (!text.matches("\\d{1,6}")) {
                throw new PresentationException(
                        text,
                        "The value '" + text + "' of show:" + term.getLocalName() + " of " + subject
                                + " is no whole number; write one, such as 3.");
            }
            return Integer.parseInt(text);
        });
    }

    /** The one text that it says. */
    Optional<String> text(Node subject, Node term) {
        List<String> texts = objects(subject, term)
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .toList();
        if (texts.size() > 1) {
            throw new PresentationException(
                    texts.get(1).lines().findFirst().orElse(""),
                    "show:" + term.getLocalName() + " of " + subject.getLocalName()
                            + " is written twice; write it once.");
        }
        return texts.stream().findFirst();
    }

    /** What it says, by language. */
    Map<String, String> texts(Node subject, Node term) {
        Map<String, String> texts = new TreeMap<>();
        objects(subject, term).forEach(text -> texts.put(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
        return texts;
    }

    /** Of what the term says something. */
    Stream<Node> subjects(Node term) {
        return graph.stream(Node.ANY, term, Node.ANY).map(Triple::getSubject).distinct();
    }

    /** What the term says of a subject. */
    Stream<Node> objects(Node subject, Node term) {
        return graph.stream(subject, term, Node.ANY).map(Triple::getObject);
    }

    /** The name of a facet that search has. */
    static String facet(String name) {
        if (!FacetNames.ALL.contains(name)) {
            throw new PresentationException(
                    '"' + name + '"',
                    "Search has no facet '" + name + "'; use one of " + String.join(", ", FacetNames.ALL) + ".");
        }
        return name;
    }
}
