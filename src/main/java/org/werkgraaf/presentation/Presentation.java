package org.werkgraaf.presentation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** What is shown of each class and property of one release; read once and never changed. */
public final class Presentation {
    private final Map<String, Profile> profiles;
    private final PageRules pages;
    private final Comparator<Node> ranks;
    private final Map<String, Map<String, String>> headings;
    private final List<WayIn> waysIn;
    private final Drawing drawing;
    private final List<String> comparedBy;
    private final List<String> matrixColumns;
    private final Map<String, List<String>> countedAs;
    private final Map<String, Figure> figures;
    private final List<Node> inCard;
    private final Map<String, List<Node>> facetProperties;
    private final Map<String, String> identifiers;

    private Presentation(PresentationReader reader) {
        this.profiles = reader.profiles();
        this.pages = reader.pages();
        this.ranks = pages.byRank();
        this.headings = reader.headings();
        this.waysIn = reader.waysIn(profiles.values());
        this.drawing = reader.drawing();
        this.comparedBy = reader.classesBy(Show.COMPARED_BY);
        this.matrixColumns = reader.classesBy(Show.MATRIX_COLUMNS);
        this.countedAs = reader.classesBySaying(Show.COUNTED_AS);
        this.figures = reader.figures();
        this.inCard = inCard(profiles.values(), figures);
        this.identifiers = reader.identifiers();
        this.facetProperties = reader.facetProperties(profiles.keySet());
    }

    /**
     * @param graph holds the ontology and {@code ontology/presentation.ttl}
     * @throws PresentationException when a text in it cannot be read
     */
    public static Presentation of(Graph graph) {
        return new Presentation(new PresentationReader(graph));
    }

    /** The profile of a class by its local name. */
    public Optional<Profile> profile(@Nullable String type) {
        return Optional.ofNullable(type == null ? null : profiles.get(type));
    }

    /** All profiles, in no order. */
    public List<Profile> profiles() {
        return List.copyOf(profiles.values());
    }

    /** Whether the things of a class are part of overviews. */
    public boolean lists(Node type) {
        return profile(type.getLocalName()).map(Profile::listed).orElse(true);
    }

    /** Whether the things of a class, by its local name, are found by themselves. */
    public boolean isIndexed(String type) {
        return profile(type).map(Profile::indexed).orElse(true);
    }

    /** What holds of the pages of all classes. */
    public PageRules pages() {
        return pages;
    }

    /** Compares properties: what readers look for first, then all others, then what comes last. */
    public Comparator<Node> byRank() {
        return ranks;
    }

    /** A heading by language; empty when there is none of that name. */
    public Map<String, String> heading(String chapter) {
        return headings.getOrDefault(chapter, Map.of());
    }

    /** The ways in on the home page, in order. */
    public List<WayIn> waysIn() {
        return waysIn;
    }

    /** The drawing of the chief classes. */
    public Drawing drawing() {
        return drawing;
    }

    /** The local names of the classes that are counted to compare countries, in order. */
    public List<String> comparedBy() {
        return comparedBy;
    }

    /** The local names of the classes that count in a column of the comparison of countries, {@code law} or {@code cases}. */
    public List<String> countedAs(String column) {
        return countedAs.getOrDefault(column, List.of());
    }

    /** The local names of the classes whose things set rules. */
    public Set<String> rules() {
        return profiles.values().stream()
                .filter(Profile::rule)
                .map(Profile::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The local names of the classes that may be the columns of the matrix, in order. */
    public List<String> matrixColumns() {
        return matrixColumns;
    }

    /** The properties whose values the cards of lists show, and those that have their units. */
    public List<Node> inCard() {
        return inCard;
    }

    private static List<Node> inCard(Collection<Profile> profiles, Map<String, Figure> figures) {
        Set<Node> shown = profiles.stream()
                .flatMap(profile -> profile.card().stream())
                .flatMap(List::stream)
                .collect(Collectors.toCollection(HashSet::new));
        List.copyOf(shown).stream()
                .flatMap(property -> Stream.ofNullable(figures.get(property.getLocalName())))
                .flatMap(figure ->
                        Stream.concat(Stream.ofNullable(figure.unit()), Stream.ofNullable(figure.comparator())))
                .forEach(shown::add);
        return shown.stream().sorted(Comparator.comparing(Node::getURI)).toList();
    }

    /** How the values of a property are written, by its local name. */
    public Figure figure(String property) {
        return figures.getOrDefault(property, Figure.PLAIN);
    }

    /** The property that has the unit of the numbers of another, by local names. */
    public Map<String, String> units() {
        return beside(Figure::unit);
    }

    /** The property that says how the numbers of another stand to the true ones, by local names. */
    public Map<String, String> comparators() {
        return beside(Figure::comparator);
    }

    private Map<String, String> beside(Function<Figure, @Nullable Node> which) {
        Map<String, String> beside = new TreeMap<>();
        figures.forEach((property, figure) -> {
            Node other = which.apply(figure);
            if (other != null) {
                beside.put(property, other.getLocalName());
            }
        });
        return beside;
    }

    /** The schemes of official identifiers by the local name of their property, in the order in which citations look for them. */
    public Map<String, String> identifiers() {
        return identifiers;
    }

    /** The properties whose values a facet counts, by the name of the facet. */
    public Map<String, List<Node>> facetProperties() {
        return facetProperties;
    }

    /**
     * A way in on the home page.
     *
     * @param name local name of the first class that it leads to
     * @param texts what it leads to, by language
     * @param types local names of the classes, in order
     */
    public record WayIn(String name, Map<String, String> texts, List<String> types) {}

    /**
     * The drawing of the chief classes.
     *
     * @param grid local names of the classes, row by row
     * @param arrows class, property and class, by local name
     */
    public record Drawing(List<List<String>> grid, List<List<String>> arrows) {}

    /**
     * What holds of the pages of all classes.
     *
     * @param first what readers look for first, in order
     * @param last what stands behind everything else
     * @param beside what stands beside the text
     * @param elsewhere what has a form of its own
     * @param texts texts that have a place of their own, in order
     * @param unshown what is no fact of a page
     * @param unlinked what is no link between things
     * @param filedUnder the properties whose date a thing is filed under, in order
     */
    public record PageRules(
            List<Node> first,
            Set<Node> last,
            Set<Node> beside,
            Set<Path> elsewhere,
            List<Node> texts,
            Set<Node> unshown,
            Set<Node> unlinked,
            List<Node> filedUnder) {
        private static final Comparator<Integer> ASCENDING = Comparator.naturalOrder();

        Comparator<Node> byRank() {
            Map<Node, Integer> ranks = new HashMap<>();
            first.forEach(property -> ranks.putIfAbsent(property, ranks.size()));
            last.forEach(property -> ranks.put(property, first.size() + 1));
            return Comparator.comparing(property -> ranks.getOrDefault(property, first.size()), ASCENDING);
        }
    }
}
