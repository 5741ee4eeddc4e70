package org.werkgraaf.assess;

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

    private static final Set<String> LAW = Set.of("binding", "repealed");

    private final Graph graph;
    private final AcceptedGraph accepted;
    private final Rules rules;
    private final Map<Node, List<Material.Weighed>> weighed;

    MaterialReader(Graph graph, Rules rules) {
        this.graph = graph;
        this.accepted = new AcceptedGraph(graph);
        this.rules = rules;
        this.weighed = weighed();
    }

    Material read() {
        return new Material(
                byId(rules.norms().stream().map(rule -> norm(rule.id())), Material.Norm::id),
                byId(Stream.concat(passages(), weighing()).distinct().map(this::place), Material.Place::passage),
                accepted.instances(Wg.CASE).map(this::decided).toList(),
                accepted.instances(Wg.GAP).map(this::gap).toList(),
                accepted.instances(Wg.COVERAGE).map(this::coverage).toList(),
                byId(accepted.instances(Wg.FACT).map(this::question), Material.Question::id),
                accepted.links(Wg.IMPLEMENTS),
                acts(),
                accepted.links(Wg.COVERS_TERM),
                bindingness());
    }

    /** What was law once has its dates; only what never was is told apart. */
    private Map<ThingId, ThingId> bindingness() {
        Map<ThingId, ThingId> found = new HashMap<>();
        rules.norms().stream()
                .flatMap(rule -> Stream.concat(Stream.of(rule), rule.exceptions().stream()))
                .flatMap(rule -> rule.conditions().stream())
                .map(Condition::laidDownIn)
                .distinct()
                .forEach(place -> accepted.ids(accepted.instrument(place.node()), Wg.BINDINGNESS)
                        .filter(kind -> !LAW.contains(kind.slug()))
                        .findFirst()
                        .ifPresent(kind -> found.put(place, kind)));
        return found;
    }

    private Material.Norm norm(ThingId id) {
        Node node = id.node();
        return new Material.Norm(
                id,
                accepted.texts(node, LABEL),
                accepted.texts(node, DEFINITION),
                accepted.texts(node, Wg.TIME_LIMIT),
                accepted.ids(node, Wg.PHASE).findFirst(),
                accepted.ids(node, Wg.DUTY_HOLDER).toList(),
                accepted.ids(node, Wg.BENEFICIARY).toList(),
                accepted.ids(node, Wg.CARRIES_OUT).toList());
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
        Node source = accepted.objects(node, Wg.IN_SOURCE).findFirst().orElse(node);
        return new Material.Place(
                passage,
                ThingId.of(source),
                accepted.texts(source, LABEL),
                accepted.texts(node, Wg.SECTION),
                page(node),
                page(source),
                Verification.ofPassage(graph, node));
    }

    private Optional<String> page(Node thing) {
        return accepted.objects(thing, Wg.WEB_PAGE).map(Node::toString).findFirst();
    }

    private Material.DecidedCase decided(Node node) {
        return new Material.DecidedCase(
                ThingId.of(node),
                accepted.texts(node, LABEL),
                accepted.texts(node, DEFINITION),
                accepted.set(node, Wg.HAS_JURISDICTION),
                accepted.date(node, Wg.DECIDED_ON),
                accepted.set(node, Wg.OUTCOME),
                accepted.set(node, Wg.CONCERNS),
                Stream.of(Wg.INVOKES, Wg.BREACHED, Wg.NOT_BREACHED)
                        .flatMap(property -> accepted.ids(node, property))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Acts of which no part lays a norm down that has conditions. */
    private List<Material.Act> acts() {
        Map<ThingId, Set<ThingId>> within = accepted.links(Wg.PART_OF);
        Set<ThingId> checked = rules.norms().stream()
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(condition ->
                        Terms.reach(Terms.start(List.of(condition.laidDownIn())), within).keySet().stream())
                .collect(Collectors.toSet());
        Map<ThingId, Set<ThingId>> subjects = new HashMap<>();
        accepted.links(Wg.REGULATES)
                .forEach((from, to) -> Terms.reach(Terms.start(List.of(from)), within)
                        .keySet()
                        .forEach(act -> subjects.computeIfAbsent(act, key -> new LinkedHashSet<>())
                                .addAll(to)));
        return accepted.instances(Wg.INSTRUMENT)
                .filter(node -> !checked.contains(ThingId.of(node)))
                .map(node -> new Material.Act(
                        ThingId.of(node),
                        accepted.texts(node, LABEL),
                        accepted.set(node, Wg.HAS_JURISDICTION),
                        subjects.getOrDefault(ThingId.of(node), Set.of()),
                        accepted.date(node, Wg.IN_FORCE_FROM),
                        accepted.date(node, Wg.IN_FORCE_UNTIL)))
                .toList();
    }

    private Material.Gap gap(Node node) {
        return new Material.Gap(
                ThingId.of(node),
                accepted.texts(node, LABEL),
                accepted.texts(node, DEFINITION),
                accepted.set(node, Wg.HAS_JURISDICTION),
                accepted.set(node, Wg.CONCERNS),
                accepted.set(node, Wg.EXCLUDES));
    }

    private Material.Coverage coverage(Node node) {
        return new Material.Coverage(
                accepted.ids(node, Wg.IN_COUNTRY).findFirst().orElseThrow(),
                accepted.ids(node, Wg.ON_TOPIC).findFirst().orElseThrow(),
                accepted.ids(node, Wg.COVERAGE_LEVEL).findFirst().orElseThrow(),
                accepted.date(node, Wg.COVERED_FROM),
                accepted.date(node, Wg.CHECKED_ON).orElseThrow());
    }

    private Material.Question question(Node node) {
        return new Material.Question(
                ThingId.of(node),
                accepted.texts(node, LABEL),
                accepted.texts(node, Wg.ASKS),
                accepted.isTrue(node, Wg.OPEN_STANDARD),
                accepted.texts(node, DEFINITION),
                weighed.getOrDefault(node, List.of()));
    }

    private Stream<ThingId> weighing() {
        return weighed.values().stream().flatMap(List::stream).map(Material.Weighed::passage);
    }

    /** What weighs each open standard, by the standard: cases first, then in the order of their ids. */
    private Map<Node, List<Material.Weighed>> weighed() {
        return graph.stream(Node.ANY, RDF.predicate.asNode(), Wg.WEIGHS)
                .map(Triple::getSubject)
                .filter(claim -> accepted.isAccepted(Assessments.statement(graph, claim)))
                .flatMap(claim -> accepted.ids(claim, Wg.HAS_PASSAGE)
                        .map(passage -> Map.entry(Assessments.statement(graph, claim), passage)))
                .sorted(Comparator.comparing((Map.Entry<Triple, ThingId> said) ->
                                said.getKey().getSubject().toString())
                        .thenComparing(said -> said.getValue().toString()))
                .collect(Collectors.groupingBy(
                        said -> said.getKey().getObject(),
                        Collectors.mapping(
                                said -> new Material.Weighed(
                                        accepted.id(said.getKey().getSubject()),
                                        said.getValue(),
                                        jurisdictions(said.getKey().getSubject())),
                                Collectors.toList())));
    }

    /** Whose it is; of a provision, whose the act is. */
    private Set<ThingId> jurisdictions(Node thing) {
        Set<ThingId> own = accepted.set(thing, Wg.HAS_JURISDICTION);
        return own.isEmpty() ? accepted.set(accepted.instrument(thing), Wg.HAS_JURISDICTION) : own;
    }

    private static <T> Map<ThingId, T> byId(Stream<T> all, Function<T, ThingId> id) {
        return all.collect(Collectors.toMap(id, Function.identity(), (one, other) -> one));
    }
}
