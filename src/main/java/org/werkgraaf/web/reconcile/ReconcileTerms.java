package org.werkgraaf.web.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.springframework.stereotype.Component;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Stamp;
import org.werkgraaf.presentation.Path;
import org.werkgraaf.presentation.Profile;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Wg;
import org.werkgraaf.web.reconcile.MatchCandidate.NamedId;

/** The classes and properties of the release that are offered for matching, with their names in a language. */
@Component
class ReconcileTerms {
    /** How a property is written that is read from the thing at its other end. */
    static final String BACK = "^";

    static final String IRI = "iri";
    private final EntityIndex index;
    private final EntityReader reader;

    ReconcileTerms(EntityIndex index, EntityReader reader) {
        this.index = index;
        this.reader = reader;
    }

    /** The classes, in order of their names. */
    List<NamedId> types(String lang) {
        Map<String, String> types = new TreeMap<>();
        index.stamp()
                .map(Stamp::labels)
                .orElse(Map.of())
                .forEach((type, labels) -> types.put(Languages.pick(labels, lang, type), type));
        return types.entrySet().stream()
                .map(type -> new NamedId(type.getValue(), type.getKey()))
                .toList();
    }

    /** The properties that pages show of a class, in their order; of all classes when none is named. */
    List<NamedId> properties(Optional<String> type, String lang) {
        Map<String, String> properties = new LinkedHashMap<>();
        own().forEach((id, term) -> properties.put(id, Languages.pick(reader.label(term, false), lang, id)));
        reader.presentation().profiles().stream()
                .filter(profile -> type.isEmpty() || type.get().equals(profile.name()))
                .flatMap(ReconcileTerms::paths)
                .forEach(path -> properties.putIfAbsent(id(path), name(path, lang)));
        return properties.entrySet().stream().map(NamedId::of).toList();
    }

    /** How a property reads, also one that no page shows. */
    String name(String property, String lang) {
        boolean back = property.startsWith(BACK);
        String name = back ? property.substring(BACK.length()) : property;
        Node term = own().getOrDefault(name, NodeFactory.createURI(Wg.NS + name));
        return Languages.pick(reader.label(term, back), lang, property);
    }

    /** What things of every class may have, and no page shows among their properties. */
    private Map<String, Node> own() {
        Map<String, Node> own = new LinkedHashMap<>();
        own.put(IRI, NodeFactory.createURI(IRI));
        Stream.of(SKOS.definition.asNode(), SKOS.altLabel.asNode(), Wg.VERIFICATION)
                .forEach(term -> own.put(term.getLocalName(), term));
        reader.presentation()
                .identifiers()
                .keySet()
                .forEach(name -> own.put(name, NodeFactory.createURI(Wg.NS + name)));
        return own;
    }

    private static Stream<Path> paths(Profile profile) {
        return Stream.of(
                        profile.card().stream().flatMap(List::stream).map(property -> new Path(property, false)),
                        profile.brief().stream(),
                        profile.chapters().stream().flatMap(chapter -> chapter.paths().stream()))
                .flatMap(paths -> paths);
    }

    private static String id(Path path) {
        return (path.inverse() ? BACK : "") + path.property().getLocalName();
    }

    private String name(Path path, String lang) {
        return Languages.pick(reader.label(path.property(), path.inverse()), lang, id(path));
    }
}
