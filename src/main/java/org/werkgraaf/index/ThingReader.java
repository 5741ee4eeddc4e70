package org.werkgraaf.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.store.Assessments;
import org.werkgraaf.store.Verification;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads from the graph what the index holds of each entity. */
final class ThingReader {
    private static final Node TYPE = RDF.type.asNode();
    /** Classes whose things are found through what they describe, not by themselves. */
    private static final Set<Node> NOT_INDEXED = Set.of(Wg.CLAIM, Wg.PASSAGE, Wg.STEP, Wg.APPLICABILITY, Wg.RELEASE);

    private static final Map<Node, Facet> FACET_OF_CLASS = Map.of(
            Wg.TECHNIQUE, Facet.TECHNIQUE,
            Wg.DATA_CATEGORY, Facet.DATA_CATEGORY,
            Wg.INSTRUMENT, Facet.INSTRUMENT,
            Wg.RISK, Facet.RISK,
            Wg.RISK_CLASS, Facet.RISK_CLASS,
            Wg.AUTHORITY, Facet.AUTHORITY,
            Wg.ORGANISATION, Facet.ORGANISATION);

    private static final List<Node> DATES = List.of(
            Wg.DECIDED_ON, Wg.APPLIES_FROM, Wg.IN_FORCE_FROM, Wg.OCCURRED, Wg.PUBLISHED_ON, DCTerms.date.asNode());

    private final Graph graph;
    private final Assessments assessments;
    private final Classes classes;
    private final Map<Node, String> identifierSchemes = new HashMap<>();
    private final Map<Node, Set<String>> actKeys = new HashMap<>();
    /** The instrument of each provision; provisions are few, and many things refer to the same ones. */
    private final Map<Node, Optional<Node>> instruments = new HashMap<>();

    private ThingStatements current = ThingStatements.NONE;

    ThingReader(Graph graph) {
        this.graph = graph;
        this.assessments = Assessments.of(graph);
        this.classes = Classes.of(graph);
        graph.stream(Node.ANY, RDFS.subPropertyOf.asNode(), DCTerms.identifier.asNode())
                .map(Triple::getSubject)
                .forEach(property -> identifierSchemes.put(property, text(property, RDFS.label.asNode(), "en")));
        identifierSchemes.remove(Wg.INVENTORY_ID);
    }

    /** How many entities of each indexed class the graph has. */
    static Map<String, Long> counts(Graph graph) {
        Map<String, Long> counts = new TreeMap<>();
        indexedClasses(graph).forEach(type -> {
            long count = graph.stream(Node.ANY, TYPE, type)
                    .map(Triple::getSubject)
                    .filter(ThingId::isThing)
                    .distinct()
                    .count();
            if (count > 0) {
                counts.put(type.getLocalName(), count);
            }
        });
        return counts;
    }

    /** How many indexed entities of the graph have a label in each language. */
    static Map<String, Long> languages(Graph graph) {
        Map<String, Long> counts = new TreeMap<>();
        Languages.ALL.forEach(lang -> counts.put(lang, 0L));
        indexedClasses(graph)
                .forEach(type -> graph.stream(Node.ANY, TYPE, type)
                        .map(Triple::getSubject)
                        .filter(ThingId::isThing)
                        .forEach(thing -> graph.stream(thing, SKOS.prefLabel.asNode(), Node.ANY)
                                .map(label -> label.getObject().getLiteralLanguage())
                                .distinct()
                                .forEach(lang -> counts.computeIfPresent(lang, (l, count) -> count + 1))));
        return counts;
    }

    private static Set<Node> indexedClasses(Graph graph) {
        Set<Node> classes = new HashSet<>();
        graph.stream(Node.ANY, Wg.TYPE_SEGMENT, Node.ANY).forEach(term -> classes.add(term.getSubject()));
        classes.add(Wg.CONCEPT);
        classes.removeAll(NOT_INDEXED);
        return classes;
    }

    /** Hands over each entity that is indexed, in no order. */
    void forEach(Consumer<ThingText> sink) {
        indexedClasses(graph)
                .forEach(type -> graph.stream(Node.ANY, TYPE, type)
                        .map(Triple::getSubject)
                        .filter(thing -> type.equals(classes.of(thing)))
                        .forEach(thing -> sink.accept(read(thing, type))));
    }

    private ThingText read(Node node, Node type) {
        current = ThingStatements.of(graph, node);
        ContentDigest content = new ContentDigest();
        Set<Node> neighbours = neighbours(node, content);
        List<Node> mentions = graph.stream(Node.ANY, Wg.MENTIONS, node)
                .map(Triple::getSubject)
                .toList();
        Map<Facet, Set<String>> facets = facets(node, type, neighbours, mentions);
        Map<String, List<String>> alt = texts(node, SKOS.altLabel.asNode());
        texts(node, Wg.SHORT_NAME)
                .forEach((lang, names) ->
                        alt.computeIfAbsent(lang, l -> new ArrayList<>()).addAll(names));
        List<Thing.Identifier> identifiers = identifiers(node);
        Optional<String> date = date(node);
        List<Node> carriers = carriers(node);
        Thing thing = new Thing(
                ThingId.of(node).toString(),
                node.getURI(),
                type.getLocalName(),
                first(texts(node, SKOS.prefLabel.asNode())),
                alt.values().stream().flatMap(List::stream).distinct().toList(),
                identifiers,
                first(texts(node, SKOS.definition.asNode())),
                List.copyOf(facets.getOrDefault(Facet.JURISDICTION, Set.of())),
                date.orElse(null),
                Verification.of(graph, node).orElse(null),
                details(node));
        return new ThingText(
                thing,
                alt,
                passages(mentions, content),
                keys(node, identifiers),
                Wg.PROVISION.equals(type) ? citations(node) : Set.of(),
                facets,
                date.flatMap(PartialDates::parse).orElse(null),
                carriers.stream()
                        .flatMap(carrier -> from(carrier).stream())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                lastDay(carriers).orElse(null),
                neighbours.size(),
                content.value());
    }

    private Map<Facet, Set<String>> facets(Node node, Node type, Set<Node> neighbours, List<Node> mentions) {
        Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
        add(facets, Facet.TYPE, type.getLocalName());
        addByClass(facets, node);
        neighbours.forEach(other -> addByClass(facets, other));
        jurisdictions(node).forEach(place -> add(facets, Facet.JURISDICTION, place));
        Stream.of(Wg.CASE_STATUS, Wg.BINDINGNESS)
                .flatMap(property -> objects(node, property))
                .forEach(status -> add(facets, Facet.STATUS, ThingId.of(status).toString()));
        mentions.stream()
                .flatMap(passage -> objects(passage, Wg.IN_SOURCE))
                .forEach(source -> add(facets, Facet.SOURCE, ThingId.of(source).toString()));
        return facets;
    }

    private void addByClass(Map<Facet, Set<String>> facets, Node other) {
        Node type = classes.of(other);
        Facet facet = type == null ? null : FACET_OF_CLASS.get(type);
        if (facet != null) {
            add(facets, facet, ThingId.of(other).toString());
        }
        if (Wg.PROVISION.equals(type)) {
            instruments
                    .computeIfAbsent(other, this::instrumentOf)
                    .ifPresent(
                            act -> add(facets, Facet.INSTRUMENT, ThingId.of(act).toString()));
        }
    }

    /** The instrument at the top of a provision's tree. */
    private Optional<Node> instrumentOf(Node provision) {
        Node at = provision;
        Set<Node> seen = new HashSet<>();
        while (seen.add(at)) {
            Optional<Node> whole = objects(at, Wg.PART_OF).findFirst();
            if (whole.isEmpty()) {
                return Wg.INSTRUMENT.equals(classes.of(at)) ? Optional.of(at) : Optional.empty();
            }
            at = whole.get();
        }
        return Optional.empty();
    }

    private Stream<String> jurisdictions(Node node) {
        List<Node> own = objects(node, Wg.HAS_JURISDICTION).toList();
        if (own.isEmpty()) {
            own = instrumentOf(node).stream()
                    .flatMap(act -> objects(act, Wg.HAS_JURISDICTION))
                    .toList();
        }
        return own.stream().map(place -> ThingId.of(place).toString());
    }

    /** Entities connected to this one by an accepted statement, in either direction; all statements go into its digest. */
    private Set<Node> neighbours(Node node, ContentDigest content) {
        Set<Node> neighbours = new HashSet<>();
        current.all()
                .peek(content::add)
                .filter(assessments::accepts)
                .map(Triple::getObject)
                .filter(other -> classes.of(other) != null)
                .forEach(neighbours::add);
        graph.stream(Node.ANY, Node.ANY, node)
                .peek(content::add)
                .filter(assessments::accepts)
                .map(Triple::getSubject)
                .filter(other -> isIndexed(classes.of(other)))
                .forEach(neighbours::add);
        return neighbours;
    }

    private static boolean isIndexed(@Nullable Node type) {
        return type != null && !NOT_INDEXED.contains(type);
    }

    private Map<String, List<String>> passages(List<Node> mentions, ContentDigest content) {
        Map<String, List<String>> passages = new TreeMap<>();
        for (Node passage : mentions) {
            statements(passage, Wg.PARAPHRASE).forEach(content::add);
            texts(passage, Wg.PARAPHRASE)
                    .forEach((lang, values) -> passages.computeIfAbsent(lang, l -> new ArrayList<>())
                            .addAll(values));
        }
        passages.values().forEach(java.util.Collections::sort);
        return passages;
    }

    private List<Thing.Identifier> identifiers(Node node) {
        return identifierSchemes.entrySet().stream()
                .flatMap(scheme -> objects(node, scheme.getKey())
                        .map(value -> new Thing.Identifier(scheme.getValue(), value.getLiteralLexicalForm())))
                .sorted(Comparator.comparing(Thing.Identifier::scheme).thenComparing(Thing.Identifier::value))
                .toList();
    }

    private Set<String> keys(Node node, List<Thing.Identifier> identifiers) {
        Set<String> keys = new TreeSet<>();
        keys.add(Keys.of(node.getURI()));
        keys.add(Keys.of(ThingId.of(node).toString()));
        keys.add(Keys.of(ThingId.of(node).slug()));
        identifiers.forEach(identifier -> keys.addAll(Keys.ofIdentifier(identifier.value())));
        objects(node, Wg.WEB_PAGE).filter(Node::isURI).forEach(page -> keys.add(Keys.of(page.getURI())));
        return keys;
    }

    /** The number of a provision by itself, and with each name of its act: {@code 6.1.f@}, {@code 6.1.f@avg}. */
    private Set<String> citations(Node provision) {
        Set<String> citations = new TreeSet<>();
        Set<String> acts = instrumentOf(provision).map(this::actKeys).orElse(Set.of());
        objects(provision, Wg.NUMBER)
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
                instrument -> Stream.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), Wg.SHORT_NAME)
                        .flatMap(property -> objects(instrument, property))
                        .map(Node::getLiteralLexicalForm)
                        .flatMap(name -> Stream.of(name, name.replaceAll("\\s*\\(.*\\)", "")))
                        .map(Keys::of)
                        .filter(key -> !key.isEmpty() && key.length() <= Keys.LENGTH_MAX)
                        .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
    }

    private Map<String, List<String>> details(Node node) {
        Map<String, List<String>> details = new TreeMap<>();
        for (Node property : List.of(
                Wg.DECIDED_BY,
                Wg.OUTCOME,
                Wg.AMOUNT_IMPOSED,
                Wg.AMOUNT_IN_FORCE,
                Wg.CURRENCY,
                Wg.CASE_STATUS,
                Wg.NUMBER,
                Wg.PART_OF,
                Wg.BINDINGNESS,
                Wg.CREATES,
                Wg.TAKES,
                Wg.POSES,
                Wg.VALUE,
                Wg.UNIT,
                Wg.YEAR,
                Wg.ISSUED_BY,
                Wg.ADDRESSEE)) {
            List<String> values = accepted(node, property)
                    .map(value -> value.isLiteral()
                            ? value.getLiteralLexicalForm()
                            : ThingId.find(value).map(ThingId::toString).orElse(value.toString()))
                    .distinct()
                    .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
            if (!values.isEmpty()) {
                details.put(property.getLocalName(), values);
            }
        }
        accepted(node, Wg.SURVEY)
                .filter(Node::isLiteral)
                .forEach(
                        name -> details.computeIfAbsent("survey@" + name.getLiteralLanguage(), key -> new ArrayList<>())
                                .add(name.getLiteralLexicalForm()));
        details.values().forEach(values -> values.sort(null));
        return details;
    }

    /** The date that it is filed under as the graph has it: a day, or only a month or year. */
    private Optional<String> date(Node node) {
        return DATES.stream()
                .flatMap(property -> earliest(node, property).stream())
                .findFirst();
    }

    /**
     * The things whose dates say when it holds: itself, else the nearest whole with a date, else for a norm each
     * provision or instrument that creates it.
     */
    private List<Node> carriers(Node node) {
        Optional<Node> own = dated(node);
        return own.isPresent()
                ? List.of(own.get())
                : creators(node)
                        .flatMap(part -> dated(part).stream())
                        .distinct()
                        .toList();
    }

    /** What creates the norm, without an instrument of which a provision is known to create it. */
    private Stream<Node> creators(Node norm) {
        List<Node> all = graph.stream(Node.ANY, Wg.CREATES, norm)
                .filter(assessments::accepts)
                .map(Triple::getSubject)
                .distinct()
                .toList();
        return all.stream()
                .filter(part -> all.stream()
                        .noneMatch(other -> !other.equals(part)
                                && instrumentOf(other).filter(part::equals).isPresent()));
    }

    private Optional<Node> dated(Node node) {
        Node at = node;
        Set<Node> seen = new HashSet<>();
        while (seen.add(at)) {
            if (from(at).isPresent()) {
                return Optional.of(at);
            }
            Optional<Node> whole = objects(at, Wg.PART_OF).findFirst();
            if (whole.isEmpty()) {
                return Optional.empty();
            }
            at = whole.get();
        }
        return Optional.empty();
    }

    private Optional<LocalDate> from(Node node) {
        return day(node, Wg.APPLIES_FROM).or(() -> day(node, Wg.IN_FORCE_FROM)).or(() -> day(node, Wg.DECIDED_ON));
    }

    /** The last day on which one of them holds; none while one of them has no end. */
    private Optional<LocalDate> lastDay(List<Node> carriers) {
        List<Optional<LocalDate>> ends = carriers.stream()
                .map(carrier -> day(carrier, Wg.APPLIES_UNTIL).or(() -> day(carrier, Wg.IN_FORCE_UNTIL)))
                .toList();
        return ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Optional<LocalDate> day(Node node, Node property) {
        return earliest(node, property).flatMap(PartialDates::parse);
    }

    private Optional<String> earliest(Node node, Node property) {
        return accepted(node, property)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(text -> PartialDates.parse(text).isPresent())
                .min(Comparator.comparing(text -> PartialDates.parse(text).orElseThrow()));
    }

    private Stream<Node> accepted(Node node, Node property) {
        return statements(node, property).filter(assessments::accepts).map(Triple::getObject);
    }

    private Stream<Node> objects(Node node, Node property) {
        return statements(node, property).map(Triple::getObject);
    }

    private Stream<Triple> statements(Node node, Node property) {
        return node.equals(current.thing()) ? current.with(property) : graph.stream(node, property, Node.ANY);
    }

    private Map<String, List<String>> texts(Node node, Node property) {
        Map<String, List<String>> texts = new TreeMap<>();
        objects(node, property)
                .filter(Node::isLiteral)
                .forEach(value -> texts.computeIfAbsent(value.getLiteralLanguage(), lang -> new ArrayList<>())
                        .add(value.getLiteralLexicalForm()));
        texts.values().forEach(java.util.Collections::sort);
        return texts;
    }

    private String text(Node node, Node property, String lang) {
        return Languages.pick(first(texts(node, property)), lang, node.getLocalName());
    }

    private static Map<String, String> first(Map<String, List<String>> texts) {
        Map<String, String> first = new TreeMap<>();
        texts.forEach((lang, values) -> first.put(lang, values.get(0)));
        return first;
    }

    private static void add(Map<Facet, Set<String>> facets, Facet facet, String value) {
        facets.computeIfAbsent(facet, f -> new TreeSet<>()).add(value);
    }
}
