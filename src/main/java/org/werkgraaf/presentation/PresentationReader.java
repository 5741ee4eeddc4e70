package org.werkgraaf.presentation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.werkgraaf.presentation.Presentation.Drawing;
import org.werkgraaf.presentation.Presentation.PageRules;
import org.werkgraaf.presentation.Presentation.WayIn;
import org.werkgraaf.presentation.Profile.Chapter;
import org.werkgraaf.vocabulary.FacetNames;
import org.werkgraaf.vocabulary.Wg;

/** Reads what is shown of each class from the graph of a release. */
final class PresentationReader {
    private static final String CHAPTER = "chapter-";

    private final Graph graph;

    PresentationReader(Graph graph) {
        this.graph = graph;
    }

    /** The profiles by local name of the class. */
    Map<String, Profile> profiles() {
        Map<String, Profile> profiles = new HashMap<>();
        subjects(Show.PLURAL).forEach(type -> profiles.put(type.getLocalName(), profile(type)));
        return Map.copyOf(profiles);
    }

    private Profile profile(Node type) {
        known(type);
        Map<String, String> singular = new TreeMap<>(texts(type, RDFS.label.asNode()));
        singular.putAll(texts(type, Show.SINGULAR));
        return new Profile(
                type,
                singular,
                texts(type, Show.PLURAL),
                text(type, Show.WEIGHT).map(Float::parseFloat).orElse(1f),
                number(type, Show.ORDER).orElse(0),
                paths(type, Show.BRIEF),
                text(type, Show.CHAPTERS)
                        .orElse("")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(this::chapter)
                        .toList(),
                card(type),
                is(type, Show.SAID),
                Set.copyOf(paths(type, Show.ELSEWHERE)),
                text(type, Show.FACET).map(PresentationReader::facet).orElse(null),
                is(type, Show.ANCHOR),
                words(type),
                flag(type, Show.INDEXED),
                flag(type, Show.LISTED),
                is(type, Show.TEXT),
                is(type, Show.HISTORY_FIRST),
                text(type, Show.CHECKED_AS).map(PresentationReader::asked).orElse(null),
                is(type, Show.RULE));
    }

    private static String asked(String text) {
        if (!text.matches("[a-z][A-Za-z]*=([a-z-]+/)?\\{0}")) {
            throw new PresentationException(
                    text,
                    "The check cannot be asked '" + text
                            + "'; write a parameter of the check and {0} for the thing, such as" + " technique={0}.");
        }
        return text;
    }

    private Chapter chapter(String line) {
        String[] parts = line.split("\\s+", 2);
        if (!graph.contains(Show.term(CHAPTER + parts[0]), RDFS.label.asNode(), Node.ANY)) {
            throw new PresentationException(
                    parts[0],
                    "The chapter '" + parts[0] + "' has no heading; give show:" + CHAPTER + parts[0]
                            + " an rdfs:label in each language.");
        }
        return new Chapter(parts[0], parts.length < 2 ? List.of() : paths(parts[1]));
    }

    private List<List<Node>> card(Node type) {
        return text(type, Show.CARD)
                .orElse("")
                .lines()
                .map(this::paths)
                .filter(line -> !line.isEmpty())
                .map(line -> line.stream().map(PresentationReader::own).toList())
                .toList();
    }

    private static Node own(Path path) {
        if (path.inverse()) {
            throw new PresentationException(
                    "show:card",
                    "A card shows what is said of the thing itself; leave ^ out before "
                            + path.property().getLocalName() + " in show:card.");
        }
        return path.property();
    }

    private Set<String> words(Node type) {
        return objects(type, Show.ASKED_BY)
                .flatMap(words ->
                        Arrays.stream(words.getLiteralLexicalForm().strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How the values of properties are written, by local name; those of which nothing is said are left out. */
    Map<String, Figure> figures() {
        Map<String, Figure> figures = new HashMap<>();
        Stream.of(
                        Stream.of(Show.UNIT, Show.COMPARATOR, Show.TAG, Show.CARD_WORD, Show.PHRASE)
                                .flatMap(this::subjects),
                        graph.stream(Node.ANY, RDFS.range.asNode(), XSD.gYear.asNode())
                                .map(Triple::getSubject))
                .flatMap(properties -> properties)
                .forEach(property -> figures.put(property.getLocalName(), figure(property)));
        return Map.copyOf(figures);
    }

    private Figure figure(Node property) {
        known(property);
        return new Figure(
                objects(property, Show.UNIT).map(this::known).findFirst().orElse(null),
                objects(property, Show.COMPARATOR).map(this::known).findFirst().orElse(null),
                graph.contains(property, RDFS.range.asNode(), XSD.gYear.asNode()),
                text(property, Show.TAG).filter("true"::equals).isPresent(),
                texts(property, Show.CARD_WORD),
                texts(property, Show.PHRASE));
    }

    PageRules pages() {
        return new PageRules(
                nodes(Show.FIRST),
                Set.copyOf(nodes(Show.LAST)),
                Set.copyOf(nodes(Show.BESIDE)),
                Set.copyOf(paths(Show.PAGES, Show.ELSEWHERE)),
                nodes(Show.TEXTS),
                Set.copyOf(nodes(Show.UNSHOWN)),
                Set.copyOf(nodes(Show.UNLINKED)),
                nodes(Show.FILED_UNDER));
    }

    private List<Node> nodes(Node term) {
        return paths(Show.PAGES, term).stream().map(Path::property).toList();
    }

    /** The headings of chapters by name. */
    Map<String, Map<String, String>> headings() {
        Map<String, Map<String, String>> headings = new HashMap<>();
        subjects(RDFS.label.asNode())
                .filter(node -> node.isURI()
                        && node.getURI().startsWith(Show.term(CHAPTER).getURI()))
                .forEach(node -> headings.put(
                        node.getURI().substring(Show.term(CHAPTER).getURI().length()),
                        texts(node, RDFS.label.asNode())));
        return Map.copyOf(headings);
    }

    List<WayIn> waysIn(Collection<Profile> profiles) {
        Map<Node, List<Profile>> byWay = profiles.stream()
                .filter(profile -> graph.contains(profile.type(), Show.WAY_IN, Node.ANY))
                .sorted(Comparator.comparingInt(Profile::order).thenComparing(Profile::name))
                .collect(Collectors.groupingBy(profile ->
                        objects(profile.type(), Show.WAY_IN).findFirst().orElseThrow()));
        return byWay.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Node, List<Profile>> way) ->
                                number(way.getKey(), Show.ORDER).orElse(Integer.MAX_VALUE))
                        .thenComparing(way -> way.getKey().getURI()))
                .map(way -> new WayIn(
                        way.getValue().get(0).name(),
                        texts(way.getKey(), SKOS.definition.asNode()),
                        way.getValue().stream().map(Profile::name).toList()))
                .toList();
    }

    Drawing drawing() {
        Map<Integer, Map<Integer, String>> grid = new TreeMap<>();
        subjects(Show.ROW)
                .forEach(type -> grid.computeIfAbsent(number(type, Show.ROW).orElseThrow(), r -> new TreeMap<>())
                        .put(number(type, Show.COLUMN).orElse(1), type.getLocalName()));
        List<List<String>> arrows = text(Show.PAGES, Show.ARROWS)
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
                .map(path -> known(path.property()).getLocalName())
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
        return subjects(term)
                .sorted(Comparator.comparing(type -> number(type, term).orElseThrow()))
                .map(Node::getLocalName)
                .toList();
    }

    /** The local names of the classes of which a term says something, by what it says. */
    Map<String, List<String>> classesBySaying(Node term) {
        return subjects(term)
                .map(this::known)
                .sorted(Comparator.comparing(Node::getURI))
                .collect(Collectors.groupingBy(
                        type -> text(type, term).orElseThrow(),
                        Collectors.mapping(Node::getLocalName, Collectors.toList())));
    }

    /** @param types local names of classes, whose facets count things and not values */
    Map<String, List<Node>> facetProperties(Set<String> types) {
        return subjects(Show.FACET)
                .filter(property -> !types.contains(property.getLocalName()))
                .map(this::known)
                .sorted(Comparator.comparing(Node::getURI))
                .collect(Collectors.groupingBy(
                        property -> facet(text(property, Show.FACET).orElseThrow()),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static String facet(String name) {
        if (!FacetNames.ALL.contains(name)) {
            throw new PresentationException(
                    '"' + name + '"',
                    "Search has no facet '" + name + "'; use one of " + String.join(", ", FacetNames.ALL) + ".");
        }
        return name;
    }

    private List<Path> paths(Node subject, Node term) {
        return text(subject, term).map(this::paths).orElse(List.of());
    }

    private List<Path> paths(String text) {
        List<Path> paths = Path.all(text);
        paths.forEach(path -> known(path.property()));
        return paths;
    }

    /** A term of the ontology must be one; what others name is theirs. */
    private Node known(Node term) {
        if (term.getURI().startsWith(Wg.NS) && !graph.contains(term, RDF.type.asNode(), Node.ANY)) {
            throw new PresentationException(
                    "wg:" + term.getLocalName(),
                    "The ontology has no term wg:" + term.getLocalName()
                            + "; write the name of one that ontology/werkgraaf.ttl declares, or declare it there.");
        }
        return term;
    }

    private boolean is(Node subject, Node term) {
        return text(subject, term).filter("true"::equals).isPresent();
    }

    /** True unless it says false. */
    private boolean flag(Node subject, Node term) {
        return text(subject, term).map(text -> !text.equals("false")).orElse(true);
    }

    private Optional<Integer> number(Node subject, Node term) {
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

    private Optional<String> text(Node subject, Node term) {
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

    private Map<String, String> texts(Node subject, Node term) {
        Map<String, String> texts = new TreeMap<>();
        objects(subject, term).forEach(text -> texts.put(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
        return texts;
    }

    private Stream<Node> subjects(Node term) {
        return graph.stream(Node.ANY, term, Node.ANY).map(Triple::getSubject).distinct();
    }

    private Stream<Node> objects(Node subject, Node term) {
        return graph.stream(subject, term, Node.ANY).map(Triple::getObject);
    }
}
