package org.werkgraaf.index;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.werkgraaf.meaning.Block;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads the identifiers, addresses and citations under which a thing is looked up. */
final class KeyReader {
    /** The identifier of a judgment in the address of its text. */
    private static final Pattern ECLI = Pattern.compile("ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\\d{4}:[A-Z0-9.]{1,25}");

    private final Graph graph;
    private final Instruments instruments;
    private final Map<Node, String> schemes = new HashMap<>();
    private final Map<Node, Set<String>> actKeys = new HashMap<>();

    KeyReader(Graph graph, Instruments instruments) {
        this.graph = graph;
        this.instruments = instruments;
        graph.stream(Node.ANY, RDFS.subPropertyOf.asNode(), DCTerms.identifier.asNode())
                .map(triple -> triple.getSubject())
                .filter(property -> !property.equals(Wg.INVENTORY_ID))
                .forEach(property -> schemes.put(property, name(property)));
    }

    /** The official identifiers. */
    List<Thing.Identifier> identifiers(Block block) {
        return schemes.entrySet().stream()
                .flatMap(scheme -> block.objects(scheme.getKey())
                        .map(value -> new Thing.Identifier(scheme.getValue(), value.getLiteralLexicalForm())))
                .sorted(Comparator.comparing(Thing.Identifier::scheme).thenComparing(Thing.Identifier::value))
                .toList();
    }

    /** What people paste to find it: its IRI, id, identifiers and addresses, as keys. */
    static Set<String> keys(Block block, List<Thing.Identifier> identifiers) {
        ThingId id = ThingId.of(block.thing());
        Set<String> keys = new TreeSet<>();
        keys.add(Keys.of(id.iri()));
        keys.add(Keys.of(id.toString()));
        keys.add(Keys.of(id.slug()));
        identifiers.forEach(identifier -> keys.addAll(Keys.ofIdentifier(identifier.value())));
        block.objects(Wg.WEB_PAGE).filter(Node::isURI).map(Node::getURI).forEach(page -> {
            keys.add(Keys.of(page));
            Matcher ecli = ECLI.matcher(page);
            if (ecli.find()) {
                keys.addAll(Keys.ofIdentifier(ecli.group()));
            }
        });
        return keys;
    }

    /** The number of a provision by itself, and with each name of its act: {@code 6.1.f@}, {@code 6.1.f@avg}. */
    Set<String> citations(Block provision) {
        Set<String> citations = new TreeSet<>();
        Set<String> acts = instruments.of(provision.thing()).map(this::actKeys).orElse(Set.of());
        provision
                .objects(Wg.NUMBER)
                .map(Node::getLiteralLexicalForm)
                .flatMap(number -> Citation.read("art. " + number).stream())
                .filter(citation -> citation.rest().isEmpty())
                .map(citation -> citation.paths().get(0))
                .forEach(path -> {
                    citations.add(path + "@");
                    acts.forEach(act -> citations.add(path + "@" + act));
                });
        return citations;
    }

    private Set<String> actKeys(Node act) {
        return actKeys.computeIfAbsent(
                act,
                instrument -> NameReader.all(Block.of(graph, instrument))
                        .flatMap(name -> Stream.of(name, name.replaceAll("\\s*\\(.*\\)", "")))
                        .map(Keys::of)
                        .filter(key -> !key.isEmpty() && key.length() <= Keys.LENGTH_MAX)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private String name(Node property) {
        Map<String, String> labels = new TreeMap<>();
        NameReader.texts(Block.of(graph, property), RDFS.label.asNode())
                .forEach((lang, values) -> labels.put(lang, values.get(0)));
        return Languages.pick(labels, Languages.DOCUMENTATION, property.getLocalName());
    }
}
