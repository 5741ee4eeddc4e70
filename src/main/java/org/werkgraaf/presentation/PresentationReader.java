package org.werkgraaf.presentation;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.werkgraaf.presentation.Presentation.Drawing;
import org.werkgraaf.presentation.Presentation.PageRules;
import org.werkgraaf.presentation.Presentation.WayIn;

/** Reads what is shown of each class from the graph of a release. */
final class PresentationReader {
    private final Graph graph;
    private final ShowGraph shown;

    PresentationReader(Graph graph) {
        this.graph = graph;
        this.shown = new ShowGraph(graph);
    }

    /** The profiles by local name of the class. */
    Map<String, Profile> profiles() {
        Map<String, Profile> profiles = new HashMap<>();
        ProfileReader reader = new ProfileReader(shown);
        shown.subjects(Show.PLURAL).forEach(type -> profiles.put(type.getLocalName(), reader.read(type)));
        return Map.copyOf(profiles);
    }

    /** How the values of properties are written, by local name; those of which nothing is said are left out. */
    Map<String, Figure> figures() {
        Map<String, Figure> figures = new HashMap<>();
        Stream.of(
                        Stream.of(Show.UNIT, Show.COMPARATOR, Show.TAG, Show.CARD_WORD, Show.PHRASE)
                                .flatMap(shown::subjects),
                        graph.stream(Node.ANY, RDFS.range.asNode(), XSD.gYear.asNode())
                                .map(Triple::getSubject))
                .flatMap(properties -> properties)
                .forEach(property -> figures.put(property.getLocalName(), figure(property)));
        return Map.copyOf(figures);
    }

    private Figure figure(Node property) {
        shown.known(property);
        return new Figure(
                shown.objects(property, Show.UNIT).map(shown::known).findFirst().orElse(null),
                shown.objects(property, Show.COMPARATOR)
                        .map(shown::known)
                        .findFirst()
                        .orElse(null),
                graph.contains(property, RDFS.range.asNode(), XSD.gYear.asNode()),
                shown.text(property, Show.TAG).filter("true"::equals).isPresent(),
                shown.texts(property, Show.CARD_WORD),
                shown.texts(property, Show.PHRASE));
    }

    PageRules pages() {
        return new PageRules(
                nodes(Show.FIRST),
                Set.copyOf(nodes(Show.LAST)),
                Set.copyOf(nodes(Show.BESIDE)),
                Set.copyOf(shown.paths(Show.PAGES, Show.ELSEWHERE)),
                nodes(Show.TEXTS),
                Set.copyOf(nodes(Show.UNSHOWN)),
                Set.copyOf(nodes(Show.UNLINKED)),
                nodes(Show.FILED_UNDER));
    }

    private List<Node> nodes(Node term) {
        return shown.paths(Show.PAGES, term).stream().map(Path::property).toList();
    }

    /** The schemes of identifiers by the local name of their property, in the order in which citations look for them. */
    Map<String, String> identifiers() {
        Map<String, String> identifiers = new LinkedHashMap<>();
        nodes(Show.IDENTIFIERS)
                .forEach(property -> identifiers.put(
                        property.getLocalName(),
                        shown.text(property, Show.SCHEME)
                                .orElseThrow(() -> new PresentationException(
                                        "wg:" + property.getLocalName(),
                                        "show:identifiers names " + property.getLocalName()
                                                + ", which has no show:scheme; say what its scheme is called."))));
        return Collections.unmodifiableMap(identifiers);
    }

    /** The headings of chapters by name. */
    Map<String, Map<String, String>> headings() {
        Map<String, Map<String, String>> headings = new HashMap<>();
        shown.subjects(RDFS.label.asNode())
                .filter(node -> node.isURI()
                        && node.getURI().startsWith(Show.term(Show.CHAPTER).getURI()))
                .forEach(node -> headings.put(
                        node.getURI().substring(Show.term(Show.CHAPTER).getURI().length()),
                        shown.texts(node, RDFS.label.asNode())));
        return Map.copyOf(headings);
    }

    List<WayIn> waysIn(Collection<Profile> profiles) {
        Map<Node, List<Profile>> byWay = profiles.stream()
                .filter(profile -> graph.contains(profile.type(), Show.WAY_IN, Node.ANY))
                .sorted(Comparator.comparingInt(Profile::order).thenComparing(Profile::name))
                .collect(Collectors.groupingBy(profile ->
                        shown.objects(profile.type(), Show.WAY_IN).findFirst().orElseThrow()));
        return byWay.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Node, List<Profile>> way) ->
                                shown.number(way.getKey(), Show.ORDER).orElse(Integer.MAX_VALUE))
                        .thenComparing(way -> way.getKey().getURI()))
                .map(way -> new WayIn(
                        way.getValue().get(0).name(),
                        shown.texts(way.getKey(), SKOS.definition.asNode()),
                        way.getValue().stream().map(Profile::name).toList()))
                .toList();
    }

    Drawing drawing() {
        Map<Integer, Map<Integer, String>> grid = new TreeMap<>();
        shown.subjects(Show.ROW)
                .forEach(type -> grid.computeIfAbsent(
                                shown.number(type, Show.ROW).orElseThrow(), r -> new TreeMap<>())
                        .put(shown.number(type, Show.COLUMN).orElse(1), type.getLocalName()));
        List<List<String>> arrows = shown.text(Show.PAGES, Show.ARROWS)
                .orElse("")
                .lines()
                .filter(line -> !line.isBlank())
                .map(this::arrow)
                .toList();
        return new Drawing(
                grid.values().stream().map(row -> List.copyOf(row.values())).toList(), arrows);
    }

    private List<String> arrow(String line) {
        List<String> names = Path.all(line).stream()
                .map(path -> shown.known(path.property()).getLocalName())
                .toList();
        if (names.size() != 3) {
            throw new PresentationException(
                    line.strip(),
                    "The arrow '" + line.strip() + "' is not a class, a property and a class; write these three.");
        }
        return names;
    }

    /** The local names of the classes that have a number, in order of it. */
    List<String> classesBy(Node term) {
        return shown.subjects(term)
                .sorted(Comparator.comparing(type -> shown.number(type, term).orElseThrow()))
                .map(Node::getLocalName)
                .toList();
    }

    /** The local names of the classes of which a term says something, by what it says. */
    Map<String, List<String>> classesBySaying(Node term) {
        return shown.subjects(term)
                .map(shown::known)
                .sorted(Comparator.comparing(Node::getURI))
                .collect(Collectors.groupingBy(
                        type -> shown.text(type, term).orElseThrow(),
                        Collectors.mapping(Node::getLocalName, Collectors.toList())));
    }

    /** @param types local names of classes, whose facets count things and not values */
    Map<String, List<Node>> facetProperties(Set<String> types) {
        return shown.subjects(Show.FACET)
                .filter(property -> !types.contains(property.getLocalName()))
                .map(shown::known)
                .sorted(Comparator.comparing(Node::getURI))
                .collect(Collectors.groupingBy(
                        property ->
                                ShowGraph.facet(shown.text(property, Show.FACET).orElseThrow()),
                        TreeMap::new,
                        Collectors.toList()));
    }
}
