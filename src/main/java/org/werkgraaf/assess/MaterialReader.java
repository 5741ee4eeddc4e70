package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Verification;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads what answers tell besides the outcomes. */
final class MaterialReader {
    private static final Node LABEL = SKOS.prefLabel.asNode();
    private static final Node DEFINITION = SKOS.definition.asNode();

    private final Graph graph;
    private final Assessments assessments;
    private final Rules rules;

    MaterialReader(Graph graph, Rules rules) {
        this.graph = graph;
        this.assessments = Assessments.of(graph);
        this.rules = rules;
    }

    Material read() {
        return new Material(
                byId(rules.norms().stream().map(rule -> norm(rule.id())), Material.Norm::id),
                byId(passages().map(this::place), Material.Place::passage),
                instances(Wg.CASE).map(this::decided).toList(),
                instances(Wg.GAP).map(this::gap).toList(),
                instances(Wg.COVERAGE).map(this::coverage).toList(),
                byId(instances(Wg.FACT).map(this::question), Material.Question::id),
                links(Wg.IMPLEMENTS),
                acts(),
                links(Wg.COVERS_TERM));
    }

    private Material.Norm norm(ThingId id) {
        Node node = id.node();
        return new Material.Norm(
                id,
                texts(node, LABEL),
                texts(node, DEFINITION),
                texts(node, Wg.TIME_LIMIT),
                ids(node, Wg.PHASE).findFirst(),
                ids(node, Wg.DUTY_HOLDER).toList(),
                ids(node, Wg.BENEFICIARY).toList(),
                ids(node, Wg.CARRIES_OUT).toList());
    }

    private Stream<ThingId> passages() {
        Stream<Rule> all = Stream.concat(rules.norms().stream(), rules.riskClasses().stream());
        return all.flatMap(rule -> Stream.concat(Stream.of(rule), rule.exceptions().stream()))
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(condition -> condition.criteria().stream())
                .flatMap(criterion -> criterion.passages().stream())
                .distinct();
    }

    private Material.Place place(ThingId passage) {
        Node node = passage.node();
        Node source = objects(node, Wg.IN_SOURCE).findFirst().orElse(node);
        return new Material.Place(
                passage,
                ThingId.of(source),
                texts(source, LABEL),
                texts(node, Wg.SECTION),
                page(node),
                page(source),
                Verification.ofPassage(graph, node));
    }

    private Optional<String> page(Node thing) {
        return objects(thing, Wg.WEB_PAGE).map(Node::toString).findFirst();
    }

    private Material.DecidedCase decided(Node node) {
        return new Material.DecidedCase(
                ThingId.of(node),
                texts(node, LABEL),
                texts(node, DEFINITION),
                set(node, Wg.JURISDICTION),
                date(node, Wg.DECIDED_ON),
                set(node, Wg.OUTCOME),
                set(node, Wg.CONCERNS),
                Stream.of(Wg.INVOKES, Wg.BREACHED, Wg.NOT_BREACHED)
                        .flatMap(property -> ids(node, property))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Acts of which no part lays a norm down that has conditions. */
    private List<Material.Act> acts() {
        Map<ThingId, Set<ThingId>> within = links(Wg.PART_OF);
        Set<ThingId> checked = rules.norms().stream()
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(condition ->
                        Terms.reach(Terms.start(List.of(condition.laidDownIn())), within).keySet().stream())
                .collect(Collectors.toSet());
        Map<ThingId, Set<ThingId>> subjects = new HashMap<>();
        links(Wg.REGULATES)
                .forEach((from, to) -> Terms.reach(Terms.start(List.of(from)), within)
                        .keySet()
                        .forEach(act -> subjects.computeIfAbsent(act, key -> new LinkedHashSet<>())
                                .addAll(to)));
        return instances(Wg.INSTRUMENT)
                .filter(node -> !checked.contains(ThingId.of(node)))
                .map(node -> new Material.Act(
                        ThingId.of(node),
                        texts(node, LABEL),
                        set(node, Wg.JURISDICTION),
                        subjects.getOrDefault(ThingId.of(node), Set.of())))
                .toList();
    }

    private Material.Gap gap(Node node) {
        return new Material.Gap(
                ThingId.of(node),
                texts(node, LABEL),
                texts(node, DEFINITION),
                set(node, Wg.JURISDICTION),
                set(node, Wg.CONCERNS),
                set(node, Wg.EXCLUDES));
    }

    private Material.Coverage coverage(Node node) {
        return new Material.Coverage(
                ids(node, Wg.IN_COUNTRY).findFirst().orElseThrow(),
                ids(node, Wg.ON_TOPIC).findFirst().orElseThrow(),
                ids(node, Wg.COVERAGE_LEVEL).findFirst().orElseThrow(),
                date(node, Wg.CHECKED_ON).orElseThrow());
    }

    private Material.Question question(Node node) {
        boolean open = objects(node, Wg.OPEN_STANDARD)
                .anyMatch(value -> value.getLiteralLexicalForm().equals("true"));
        return new Material.Question(ThingId.of(node), texts(node, LABEL), texts(node, Wg.ASKS), open);
    }

    private Map<ThingId, Set<ThingId>> links(Node property) {
        Map<ThingId, Set<ThingId>> links = new HashMap<>();
        graph.stream(Node.ANY, property, Node.ANY)
                .filter(assessments::accepts)
                .forEach(triple -> ThingId.find(triple.getSubject())
                        .ifPresent(from -> ThingId.find(triple.getObject())
                                .ifPresent(to -> links.computeIfAbsent(from, key -> new LinkedHashSet<>())
                                        .add(to))));
        return links;
    }

    private static <T> Map<ThingId, T> byId(Stream<T> all, Function<T, ThingId> id) {
        return all.collect(Collectors.toMap(id, Function.identity(), (one, other) -> one));
    }

    private Map<String, String> texts(Node thing, Node property) {
        return LanguageTexts.of(graph, thing, property);
    }

    private Optional<LocalDate> date(Node thing, Node property) {
        return objects(thing, property)
                .map(value -> LocalDate.parse(value.getLiteralLexicalForm()))
                .findFirst();
    }

    private Set<ThingId> set(Node thing, Node property) {
        return ids(thing, property).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<ThingId> ids(Node thing, Node property) {
        return objects(thing, property).flatMap(object -> ThingId.find(object).stream());
    }

    private Stream<Node> instances(Node type) {
        return graph.stream(Node.ANY, RDF.type.asNode(), type)
                .map(Triple::getSubject)
                .sorted(Comparator.comparing(Node::toString));
    }

    private Stream<Node> objects(Node thing, Node property) {
        return graph.stream(thing, property, Node.ANY)
                .filter(assessments::accepts)
                .map(Triple::getObject)
                .sorted(Comparator.comparing(Node::toString));
    }
}
