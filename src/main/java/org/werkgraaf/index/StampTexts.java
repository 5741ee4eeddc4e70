package org.werkgraaf.index;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.presentation.Profile;
import org.werkgraaf.vocabulary.Wg;

/** Writes down what an index says of itself: release, format, counts, and what its classes and relations are called. */
record StampTexts(Graph graph, Presentation presentation) {
    /**
     * What the index of a release says of itself.
     *
     * @param counts how many documents there are of each class
     */
    Map<String, String> of(String releaseId, Map<String, Long> counts) {
        Map<String, String> stamp = new LinkedHashMap<>();
        stamp.put(Stamp.RELEASE, releaseId);
        stamp.put(Stamp.FORMAT, IndexFormat.current());
        counts.forEach((type, count) -> stamp.put(Stamp.COUNT + type, Long.toString(count)));
        counts.keySet()
                .forEach(type -> graph.stream(NodeFactory.createURI(Wg.NS + type), RDFS.label.asNode(), Node.ANY)
                        .forEach(triple -> stamp.put(
                                Stamp.LABEL + type + "." + triple.getObject().getLiteralLanguage(),
                                triple.getObject().getLiteralLexicalForm())));
        presentation.profiles().stream()
                .filter(profile -> counts.containsKey(profile.name()))
                .forEach(profile -> {
                    stamp.putAll(askedFor(profile));
                    stamp.put(
                            Stamp.KIND + profile.name(),
                            lines(Stream.of(
                                            texts(profile.type(), RDFS.label.asNode()),
                                            texts(profile.type(), SKOS.altLabel.asNode()),
                                            texts(profile.type(), SKOS.hiddenLabel.asNode()),
                                            lines(profile.singular()),
                                            lines(profile.plural()))
                                    .flatMap(each -> each)));
                });
        presentation
                .facetProperties()
                .forEach((facet, properties) -> stamp.put(
                        Stamp.RELATION + facet,
                        lines(properties.stream()
                                .flatMap(property -> Stream.of(
                                                texts(property, RDFS.label.asNode()),
                                                texts(property, Wg.INVERSE_LABEL),
                                                lines(presentation
                                                        .figure(property.getLocalName())
                                                        .cardWord()))
                                        .flatMap(each -> each)))));
        return stamp;
    }

    /** What a term is called: its language, a tab, and the name. */
    private Stream<String> texts(Node term, Node property) {
        return graph.stream(term, property, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLanguage() + "\t"
                        + triple.getObject().getLiteralLexicalForm());
    }

    private static Stream<String> lines(Map<String, String> texts) {
        return texts.entrySet().stream().map(text -> text.getKey() + "\t" + text.getValue());
    }

    private static String lines(Stream<String> lines) {
        return lines.distinct().sorted().collect(Collectors.joining("\n"));
    }

    private static Map<String, String> askedFor(Profile profile) {
        Map<String, String> asked = new LinkedHashMap<>();
        String facet = profile.facet();
        if (profile.anchor() && facet != null) {
            asked.put(Stamp.ANCHOR + profile.name(), facet);
        }
        if (profile.isNorm()) {
            asked.put(Stamp.NORM + profile.name(), "");
        }
        if (!profile.askedBy().isEmpty()) {
            asked.put(
                    Stamp.ASKED_BY + profile.name(),
                    profile.askedBy().stream().map(Fields::fold).sorted().collect(Collectors.joining(" ")));
        }
        return asked;
    }
}
