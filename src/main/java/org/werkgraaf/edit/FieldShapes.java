package org.werkgraaf.edit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.RDFS;
import org.werkgraaf.vocabulary.Sh;
import org.werkgraaf.vocabulary.ThingId;

/** What the shapes ask of one property. Jena's parsed shapes give no constraint's values, so they are read from the graph. */
final class FieldShapes {
    /** A pattern that binds values to the ids of one segment. */
    private static final Pattern SEGMENT =
            Pattern.compile(Pattern.quote("^" + ThingId.THINGS.replace(".", "\\.")) + "([a-z-]+)/.*");

    private final Graph shapes;
    private final Set<Node> found = new LinkedHashSet<>();

    private FieldShapes(Graph shapes) {
        this.shapes = shapes;
    }

    /**
     * What is asked of each property of the things of a class.
     *
     * @return by property, in the order of the names of the properties
     */
    static Map<Node, FieldShapes> of(Graph shapes, Node type) {
        Map<Node, FieldShapes> own =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        subjects(shapes, Sh.TARGET_CLASS, type)
                .flatMap(shape -> objects(shapes, shape, Sh.PROPERTY))
                .forEach(each -> add(shapes, own, each));
        shapes.stream(Node.ANY, Sh.TARGET_SUBJECTS_OF, Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .flatMap(shape -> objects(shapes, shape, Sh.PROPERTY))
                .forEach(each -> add(shapes, own, each));
        return own;
    }

    /** The properties on which the shapes of a class itself say something. */
    static Set<Node> paths(Graph shapes, Node type) {
        Set<Node> paths = new LinkedHashSet<>();
        subjects(shapes, Sh.TARGET_CLASS, type)
                .flatMap(shape -> objects(shapes, shape, Sh.PROPERTY))
                .flatMap(each -> pathsOf(shapes, each))
                .forEach(paths::add);
        return paths;
    }

    private static void add(Graph shapes, Map<Node, FieldShapes> own, Node shape) {
        pathsOf(shapes, shape)
                .forEach(path -> own.computeIfAbsent(path, each -> new FieldShapes(shapes))
                        .found
                        .add(shape));
    }

    /** The property of a shape, or those of which it asks one. */
    private static Stream<Node> pathsOf(Graph shapes, Node shape) {
        return objects(shapes, shape, Sh.PATH)
                .flatMap(path -> path.isURI()
                        ? Stream.of(path)
                        : objects(shapes, path, Sh.ALTERNATIVE_PATH)
                                .flatMap(list -> GraphList.members(GNode.create(shapes, list)).stream())
                                .filter(Node::isURI));
    }

    /** Shapes that ask this of the property alone, and not of one of several. */
    private Stream<Node> alone() {
        return found.stream().filter(shape -> objects(shapes, shape, Sh.PATH).allMatch(Node::isURI));
    }

    /** Values of a constraint, also where it is one of several of which one must hold. */
    Set<Node> values(Node constraint) {
        Set<Node> values = new LinkedHashSet<>();
        found.forEach(shape -> {
            objects(shapes, shape, constraint).forEach(values::add);
            objects(shapes, shape, Sh.OR)
                    .flatMap(list -> GraphList.members(GNode.create(shapes, list)).stream())
                    .flatMap(each -> objects(shapes, each, constraint))
                    .forEach(values::add);
        });
        return values;
    }

    /** The words that a list allows. */
    List<String> words() {
        return values(Sh.IN).stream()
                .flatMap(list -> GraphList.members(GNode.create(shapes, list)).stream())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .toList();
    }

    /** Segments of ids to which patterns bind the values. */
    Set<String> segments() {
        Set<String> segments = new LinkedHashSet<>();
        values(Sh.PATTERN).forEach(pattern -> {
            Matcher matcher = SEGMENT.matcher(pattern.getLiteralLexicalForm());
            if (matcher.matches()) {
                segments.add(matcher.group(1));
            }
        });
        return segments;
    }

    /** Languages that texts may be in, in order. */
    List<String> languages() {
        return values(Sh.LANGUAGE_IN).stream()
                .flatMap(list -> GraphList.members(GNode.create(shapes, list)).stream())
                .map(Node::getLiteralLexicalForm)
                .distinct()
                .toList();
    }

    /** Languages in which there must be a text. */
    Set<String> asked() {
        Set<String> asked = new LinkedHashSet<>();
        alone().filter(shape -> isError(shape) && isOne(shape, Sh.QUALIFIED_MIN_COUNT))
                .flatMap(shape -> objects(shapes, shape, Sh.QUALIFIED_VALUE_SHAPE))
                .flatMap(shape -> objects(shapes, shape, Sh.LANGUAGE_IN))
                .flatMap(list -> GraphList.members(GNode.create(shapes, list)).stream())
                .forEach(language -> asked.add(language.getLiteralLexicalForm()));
        return asked;
    }

    /** Whether the content is refused without a value. */
    boolean isRequired() {
        return alone().anyMatch(shape -> isError(shape) && isOne(shape, Sh.MIN_COUNT));
    }

    /** Whether there may be one value, or one in each language. */
    boolean isSingle() {
        return alone().anyMatch(shape -> isOne(shape, Sh.MAX_COUNT)
                || objects(shapes, shape, Sh.UNIQUE_LANG)
                        .anyMatch(value -> value.getLiteralLexicalForm().equals("true")));
    }

    /** What the shapes say that has to be done, by language. */
    Map<String, String> remedies() {
        Map<String, String> remedies = new LinkedHashMap<>();
        found.stream()
                .flatMap(shape -> objects(shapes, shape, RDFS.comment.asNode()))
                .distinct()
                .forEach(text -> remedies.merge(
                        text.getLiteralLanguage(), text.getLiteralLexicalForm(), (one, other) -> one + " " + other));
        return remedies;
    }

    private boolean isError(Node shape) {
        return objects(shapes, shape, Sh.SEVERITY).noneMatch(level -> !level.equals(Sh.VIOLATION));
    }

    private boolean isOne(Node shape, Node constraint) {
        return objects(shapes, shape, constraint)
                .anyMatch(value -> value.getLiteralLexicalForm().equals("1"));
    }

    private static Stream<Node> objects(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).toList().stream();
    }

    private static Stream<Node> subjects(Graph graph, Node property, Node object) {
        return graph.stream(Node.ANY, property, object).map(Triple::getSubject).toList().stream();
    }
}
