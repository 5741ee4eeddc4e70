package org.werkgraaf.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.edit.EntryForm.Group;
import org.werkgraaf.presentation.Path;
import org.werkgraaf.presentation.Presentation;
import org.werkgraaf.presentation.Profile;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.Sh;
import org.werkgraaf.vocabulary.Wg;

/**
 * Makes the form of a class. Its fields are what the shapes and the page of the class name, what the ontology has for it, and what its
 * things have already; they stand as the page groups them. So a class that is new has its form with its shape.
 */
public final class FormReader {
    private static final Node LANG_STRING = RDF.langString.asNode();
    private static final Set<Node> DAYS = Set.of(
            NodeFactory.createURI(XSDDatatype.XSDdate.getURI()),
            NodeFactory.createURI(XSDDatatype.XSDgYear.getURI()),
            NodeFactory.createURI(XSDDatatype.XSDgYearMonth.getURI()));
    private static final Set<Node> NUMBERS = Set.of(
            NodeFactory.createURI(XSDDatatype.XSDdecimal.getURI()),
            NodeFactory.createURI(XSDDatatype.XSDinteger.getURI()));
    /** Names, from the first that a reader sees to those that only a search does. */
    private static final List<Node> NAMES = List.of(
            SKOS.prefLabel.asNode(),
            SKOS.altLabel.asNode(),
            SKOS.hiddenLabel.asNode(),
            Wg.ASKED_AS,
            SKOS.definition.asNode());

    private static final int SEGMENTS_MAX = 6;
    /** One in so many things has what is common. */
    private static final int COMMON = 8;
    /** So many things or values show what is usual. */
    private static final int SAMPLE = 400;

    private final Snapshot snapshot;
    private final Graph shapes;
    private final Presentation presentation;
    private final Graph ontology;
    private final Map<Node, Boolean> written = new HashMap<>();

    /**
     * @param snapshot the release whose things are edited; used until the form is made
     * @param shapes of its content
     * @param presentation of its classes
     */
    public FormReader(Snapshot snapshot, Graph shapes, Presentation presentation) {
        this.snapshot = snapshot;
        this.shapes = shapes;
        this.presentation = presentation;
        this.ontology = snapshot.graph(Graphs.ONTOLOGY);
    }

    /** The classes that have a form: those with a shape of which things have ids of their own, but claims, which the loader makes. */
    public List<EntryKind> kinds() {
        return shapes.stream(Node.ANY, Sh.TARGET_CLASS, Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .filter(type -> !type.equals(Wg.CLAIM))
                .flatMap(type -> segment(type).stream()
                        .map(segment ->
                                new EntryKind(type, segment, labels(type, presentation.profile(type.getLocalName())))))
                .sorted(Comparator.comparing(EntryKind::segment))
                .toList();
    }

    /** The form of a class by its local name; empty when there is no class of that name with a shape. */
    public Optional<EntryForm> form(String name) {
        return kinds().stream()
                .filter(kind -> kind.type().getLocalName().equals(name))
                .findFirst()
                .map(kind -> form(kind.type(), kind.segment()));
    }

    private EntryForm form(Node type, String segment) {
        Map<Node, FieldShapes> asked = FieldShapes.of(shapes, type);
        Set<Node> wanted = new LinkedHashSet<>(FieldShapes.paths(shapes, type));
        Optional<Profile> profile = presentation.profile(type.getLocalName());
        profile.stream().flatMap(FormReader::shown).forEach(wanted::add);
        ontology.stream(Node.ANY, RDFS.domain.asNode(), type)
                .map(Triple::getSubject)
                .filter(this::isWritten)
                .forEach(wanted::add);
        List<Node> things = things(type);
        Map<Node, Integer> used = used(things);
        wanted.addAll(used.keySet());
        wanted.remove(RDF.type.asNode());
        wanted.remove(Wg.IN_SOURCE);
        wanted.remove(Wg.MENTIONS);
        // To withdraw a thing is no matter of a form.
        wanted.remove(OWL2.deprecated.asNode());
        wanted.remove(DCTerms.isReplacedBy.asNode());
        Map<Node, EntryField> fields = new LinkedHashMap<>();
        wanted.stream()
                .filter(property -> property.isURI() && !isDeprecated(property))
                .forEach(property -> fields.put(
                        property,
                        field(
                                property,
                                asked.get(property),
                                isCommon(property, used.getOrDefault(property, 0), things.size(), profile))));
        return new EntryForm(type, segment, labels(type, profile), groups(fields, profile));
    }

    private List<Group> groups(Map<Node, EntryField> fields, Optional<Profile> profile) {
        List<Group> groups = new ArrayList<>();
        Set<Node> left = new LinkedHashSet<>(fields.keySet());
        add(groups, EntryForm.NAMES, Map.of(), NAMES, fields, left);
        profile.ifPresent(each -> each.chapters()
                .forEach(chapter -> add(
                        groups,
                        chapter.name(),
                        presentation.heading(chapter.name()),
                        chapter.paths().stream()
                                .filter(path -> !path.inverse())
                                .map(Path::property)
                                .toList(),
                        fields,
                        left)));
        List<Node> rest = left.stream()
                .sorted(Comparator.comparing((Node property) -> !required(fields, property))
                        .thenComparing(Node::getLocalName))
                .toList();
        add(groups, EntryForm.REST, Map.of(), rest, fields, new LinkedHashSet<>(left));
        return groups;
    }

    private static boolean required(Map<Node, EntryField> fields, Node property) {
        EntryField field = fields.get(property);
        return field != null && field.required();
    }

    private static void add(
            List<Group> groups,
            String name,
            Map<String, String> labels,
            List<Node> order,
            Map<Node, EntryField> fields,
            Set<Node> left) {
        List<EntryField> found = order.stream()
                .filter(left::remove)
                .map(fields::get)
                .filter(field -> field != null)
                .toList();
        if (!found.isEmpty()) {
            groups.add(new Group(name, labels, found));
        }
    }

    private static Stream<Node> shown(Profile profile) {
        return Stream.concat(
                        profile.brief().stream(),
                        profile.chapters().stream().flatMap(chapter -> chapter.paths().stream()))
                .filter(path -> !path.inverse())
                .map(Path::property);
    }

    private EntryField field(Node property, @Nullable FieldShapes asked, boolean usual) {
        Set<Node> datatypes = new LinkedHashSet<>();
        Set<Node> classes = new LinkedHashSet<>();
        if (asked != null) {
            datatypes.addAll(asked.values(Sh.DATATYPE));
            classes.addAll(asked.values(Sh.CLASS));
        }
        if (datatypes.isEmpty() && classes.isEmpty()) {
            objects(property, RDFS.range).forEach(range -> (isClass(range) ? classes : datatypes).add(range));
        }
        List<String> words = asked == null ? List.of() : asked.words();
        List<String> languages = asked == null ? List.of() : asked.languages();
        Set<String> segments = asked == null ? Set.of() : asked.segments();
        if (languages.isEmpty() && classes.isEmpty()) {
            languages = languages(property, datatypes);
        }
        languages = languages.stream()
                .sorted(Comparator.comparing(lang -> !Languages.ALL.contains(lang)))
                .toList();
        boolean onPlace = says(property, Wg.CLAIM_PROPERTY) && !says(property, Wg.CLASSIFIES);
        Set<String> askedIn = asked == null ? Set.of() : asked.asked();
        boolean required = asked != null && (asked.isRequired() || !askedIn.isEmpty());
        return new EntryField(
                property,
                texts(property, RDFS.label),
                texts(property, SKOS.definition),
                asked == null ? Map.of() : asked.remedies(),
                kind(property, datatypes, classes, segments, words, languages),
                datatypes,
                classes.stream().flatMap(this::narrower).collect(Collectors.toCollection(LinkedHashSet::new)),
                segments.size() > SEGMENTS_MAX ? Set.of() : segments,
                words,
                languages,
                askedIn,
                required,
                asked != null && asked.isSingle() || says(property, Wg.SINGLE_VALUED),
                onPlace,
                usual || required);
    }

    /** The languages in which texts are written already, besides those of the service; none for what is no text in a language. */
    private List<String> languages(Node property, Set<Node> datatypes) {
        Set<String> written = new TreeSet<>();
        snapshot.union().stream(Node.ANY, property, Node.ANY)
                .limit(SAMPLE)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLanguage)
                .forEach(written::add);
        boolean texts =
                datatypes.contains(LANG_STRING) || datatypes.isEmpty() && !written.isEmpty() && !written.contains("");
        written.remove("");
        written.removeAll(Languages.ALL);
        return texts ? Stream.concat(Languages.ALL.stream(), written.stream()).toList() : List.of();
    }

    private FieldKind kind(
            Node property,
            Set<Node> datatypes,
            Set<Node> classes,
            Set<String> segments,
            List<String> words,
            List<String> languages) {
        if (property.equals(Wg.WEB_PAGE)) {
            return FieldKind.ADDRESS;
        } else if (!words.isEmpty()) {
            return FieldKind.WORD;
        } else if (!classes.isEmpty() || !segments.isEmpty() || isLink(property)) {
            return FieldKind.THING;
        } else if (!languages.isEmpty()) {
            return FieldKind.TEXTS;
        } else if (datatypes.stream().anyMatch(DAYS::contains)) {
            return FieldKind.DATE;
        } else if (datatypes.stream().anyMatch(NUMBERS::contains)) {
            return FieldKind.NUMBER;
        }
        return FieldKind.TEXT;
    }

    private boolean isLink(Node property) {
        return ontology.contains(property, RDF.type.asNode(), OWL.ObjectProperty.asNode());
    }

    /** How many of the things have each property, in their own descriptions or at a place. */
    private Map<Node, Integer> used(List<Node> things) {
        Map<Node, Integer> used = new TreeMap<>(Comparator.comparing(Node::toString));
        Graph union = snapshot.union();
        things.forEach(thing -> union.stream(thing, Node.ANY, Node.ANY)
                .map(Triple::getPredicate)
                .distinct()
                .filter(this::isWritten)
                .forEach(property -> used.merge(property, 1, Integer::sum)));
        return used;
    }

    private List<Node> things(Node type) {
        return snapshot.union().stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .limit(SAMPLE)
                .toList();
    }

    private static boolean isCommon(Node property, int having, int things, Optional<Profile> profile) {
        return having * COMMON > things
                || profile.stream()
                        .flatMap(each -> each.brief().stream())
                        .anyMatch(path -> !path.inverse() && path.property().equals(property));
    }

    /** A class and those that are narrower, by local name. */
    private Stream<String> narrower(Node type) {
        Set<Node> all = new LinkedHashSet<>();
        List<Node> open = new ArrayList<>(List.of(type));
        while (!open.isEmpty()) {
            Node at = open.remove(open.size() - 1);
            if (all.add(at)) {
                ontology.stream(Node.ANY, RDFS.subClassOf.asNode(), at)
                        .map(Triple::getSubject)
                        .filter(Node::isURI)
                        .forEach(open::add);
            }
        }
        return all.stream().map(Node::getLocalName);
    }

    private boolean isClass(Node range) {
        return range.isURI() && range.getURI().startsWith(Wg.NS);
    }

    /** Whether people write it: what the service derives is said of no property of claims, and stands in graphs of its own. */
    private boolean isWritten(Node property) {
        return written.computeIfAbsent(
                property,
                each -> says(each, Wg.CLAIM_PROPERTY)
                        || Stream.of(Graphs.ENTITIES, Graphs.SOURCES)
                                .anyMatch(name -> snapshot.graph(name).contains(Node.ANY, each, Node.ANY))
                        || hasShape(each));
    }

    private boolean hasShape(Node property) {
        return shapes.contains(Node.ANY, Sh.PATH, property);
    }

    private boolean isDeprecated(Node property) {
        return says(property, OWL2.deprecated.asNode());
    }

    private boolean says(Node property, Node what) {
        return ontology.stream(property, what, Node.ANY)
                .anyMatch(triple -> triple.getObject().isLiteral()
                        && triple.getObject().getLiteralLexicalForm().equals("true"));
    }

    private Optional<String> segment(Node type) {
        return ontology.stream(type, Wg.TYPE_SEGMENT, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .findFirst();
    }

    private Map<String, String> labels(Node type, Optional<Profile> profile) {
        return profile.map(Profile::singular)
                .filter(words -> !words.isEmpty())
                .orElseGet(() -> texts(type, RDFS.label));
    }

    private Map<String, String> texts(Node term, Property property) {
        Map<String, String> texts = new TreeMap<>();
        snapshot.union().stream(term, property.asNode(), Node.ANY)
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .forEach(text -> texts.putIfAbsent(text.getLiteralLanguage(), text.getLiteralLexicalForm()));
        return texts;
    }

    private Collection<Node> objects(Node subject, Property property) {
        return ontology.stream(subject, property.asNode(), Node.ANY)
                .map(Triple::getObject)
                .toList();
    }
}
