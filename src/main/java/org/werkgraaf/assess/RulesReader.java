package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.werkgraaf.meaning.Assessments;
import org.werkgraaf.meaning.Period;
import org.werkgraaf.meaning.Periods;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** Reads the norms of a release with their conditions, once, into the form in which they are checked. */
final class RulesReader {
    private static final List<Node> NORMS = List.of(Wg.OBLIGATION, Wg.PROHIBITION, Wg.RIGHT);
    private static final Map<Node, Aspect> ONE_OF = Map.of(
            Wg.IN_TERRITORY, Aspect.TERRITORY,
            Wg.OWED_BY, Aspect.ROLE,
            Wg.PROTECTS, Aspect.STATUS,
            Wg.USES_TECHNIQUE, Aspect.TECHNIQUE,
            Wg.PROCESSES_DATA, Aspect.DATA,
            Wg.FOR_PURPOSE, Aspect.PURPOSE,
            Wg.DECIDES_ON, Aspect.DECISION,
            Wg.IN_RISK_CLASS, Aspect.RISK_CLASS,
            Wg.IN_SECTOR, Aspect.SECTOR);

    private static final Node REJECTED = new ThingId("bindingness", "rejected").node();

    private final Graph graph;
    private final AcceptedGraph accepted;
    private final Periods periods;
    private final Terms terms;
    private final Extensions extensions;
    private final Map<Triple, List<ThingId>> passages = new HashMap<>();

    /** @param graph all of the release */
    RulesReader(Graph graph) {
        this.graph = graph;
        this.accepted = new AcceptedGraph(graph);
        this.periods = Periods.of(graph);
        this.terms = terms();
        this.extensions = new Extensions(accepted, this::places);
    }

    Rules read() {
        graph.stream(Node.ANY, Wg.HAS_CONDITION, Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .forEach(this::readPassages);
        extensions.acts().forEach(this::readPassages);
        List<Rule> norms = NORMS.stream()
                .flatMap(kind -> accepted.instances(kind).map(norm -> rule(norm, kind.getLocalName())))
                .toList();
        List<Rule> classes = accepted.instances(Wg.RISK_CLASS)
                .map(one -> rule(one, Wg.RISK_CLASS.getLocalName()))
                .toList();
        return new Rules(norms, classes, terms);
    }

    private Rule rule(Node thing, String kind) {
        List<Rule> exceptions = accepted.objects(thing, Wg.EXCEPTION)
                .map(exception ->
                        new Rule(accepted.id(exception), ClassNames.EXCEPTION, conditions(exception), List.of()))
                .filter(exception -> !exception.conditions().isEmpty())
                .toList();
        return new Rule(accepted.id(thing), kind, conditions(thing), exceptions);
    }

    private List<Condition> conditions(Node thing) {
        return accepted.objects(thing, Wg.HAS_CONDITION)
                .filter(condition -> !isRejected(condition))
                .map(this::condition)
                .flatMap(condition -> Stream.concat(Stream.of(condition), extensions.of(condition)))
                .toList();
    }

    /** Whether it stands in a bill that was voted down, which never binds anybody. */
    private boolean isRejected(Node condition) {
        return accepted.objects(condition, Wg.LAID_DOWN_IN)
                .anyMatch(provision -> graph.contains(accepted.instrument(provision), Wg.BINDINGNESS, REJECTED));
    }

    private Condition condition(Node condition) {
        Node laidDownIn =
                accepted.objects(condition, Wg.LAID_DOWN_IN).findFirst().orElse(condition);
        List<Criterion> criteria = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            ONE_OF.forEach((property, about) -> {
                if (about == aspect) {
                    values(condition, property)
                            .ifPresent(values ->
                                    criteria.add(new Criterion.OneOf(about, values, passages(condition, property))));
                }
            });
            switch (aspect) {
                case STATUS ->
                    values(condition, Wg.EXCLUDES)
                            .ifPresent(values -> criteria.add(
                                    new Criterion.NoneOf(aspect, values, passages(condition, Wg.EXCLUDES))));
                case PERSONS -> persons(condition).ifPresent(criteria::add);
                case IN_USE_SINCE -> inUse(condition).ifPresent(criteria::add);
                case FACT -> {
                    criteria.addAll(answers(condition, Wg.REQUIRES, true));
                    criteria.addAll(answers(condition, Wg.RULES_OUT, false));
                }
                case TRANSPOSITION -> transposed(condition, laidDownIn).ifPresent(criteria::add);
                default -> {}
            }
        }
        List<Criterion> needed =
                criteria.stream().filter(one -> !isSaidBy(criteria, one)).toList();
        return new Condition(accepted.id(condition), accepted.id(laidDownIn), periods(condition), needed);
    }

    /** Whether it leaves out only who is not among those that another criterion names, so that it need not be asked or told. */
    private boolean isSaidBy(List<Criterion> criteria, Criterion criterion) {
        return criterion instanceof Criterion.NoneOf none
                && criteria.stream()
                        .filter(Criterion.OneOf.class::isInstance)
                        .map(Criterion.OneOf.class::cast)
                        .anyMatch(one -> one.aspect() == none.aspect() && !terms.overlap(one.values(), none.values()));
    }

    private Optional<Criterion> persons(Node condition) {
        OptionalInt least = number(condition, Wg.PERSONS_AT_LEAST);
        OptionalInt below = number(condition, Wg.PERSONS_BELOW);
        if (least.isEmpty() && below.isEmpty()) {
            return Optional.empty();
        }
        List<ThingId> places = Stream.of(Wg.PERSONS_AT_LEAST, Wg.PERSONS_BELOW)
                .flatMap(property -> passages(condition, property).stream())
                .distinct()
                .toList();
        Optional<ThingId> counts =
                accepted.objects(condition, Wg.COUNTS).findFirst().map(accepted::id);
        return Optional.of(new Criterion.Persons(least, below, counts, places));
    }

    private Optional<Criterion> inUse(Node condition) {
        Optional<LocalDate> since = accepted.date(condition, Wg.USED_SINCE);
        Optional<LocalDate> before = accepted.date(condition, Wg.USED_BEFORE);
        List<ThingId> places = Stream.of(Wg.USED_SINCE, Wg.USED_BEFORE)
                .flatMap(property -> passages(condition, property).stream())
                .distinct()
                .toList();
        return since.isEmpty() && before.isEmpty()
                ? Optional.empty()
                : Optional.of(new Criterion.InUse(since, before, places));
    }

    private List<Criterion> answers(Node condition, Node property, boolean yes) {
        return accepted.objects(condition, property)
                .<Criterion>map(fact ->
                        new Criterion.Answer(accepted.id(fact), yes, places(Triple.create(condition, property, fact))))
                .toList();
    }

    private Optional<Criterion> transposed(Node condition, Node laidDownIn) {
        return accepted.isTrue(condition, Wg.BY_TRANSPOSITION)
                ? Optional.of(new Criterion.Transposed(
                        accepted.id(accepted.instrument(laidDownIn)), passages(condition, Wg.BY_TRANSPOSITION)))
                : Optional.empty();
    }

    /** The days of the condition as the release has them; a last day of its own cuts those of the provision short. */
    private List<Period> periods(Node condition) {
        Optional<LocalDate> last = accepted.date(condition, Wg.APPLIES_UNTIL);
        return periods.of(condition).periods().stream()
                .filter(Period::isReal)
                .map(period -> last.isEmpty()
                                || (period.until() != null && period.until().isBefore(last.get()))
                        ? period
                        : new Period(period.from(), last.get()))
                .filter(Period::isReal)
                .distinct()
                .toList();
    }

    private Terms terms() {
        List<Terms.Transposition> transpositions = accepted.instances(Wg.TRANSPOSITION)
                .map(one -> new Terms.Transposition(
                        accepted.id(one),
                        accepted.id(
                                accepted.objects(one, Wg.TRANSPOSES).findFirst().orElseThrow()),
                        accepted.id(
                                accepted.objects(one, Wg.IN_COUNTRY).findFirst().orElseThrow()),
                        accepted.objects(one, Wg.TRANSPOSED_BY).findFirst().map(accepted::id),
                        accepted.date(one, Wg.APPLIES_FROM)))
                .toList();
        Map<ThingId, LocalDate> due = new HashMap<>();
        accepted.statements(Wg.TRANSPOSE_BY)
                .forEach(triple -> due.put(
                        accepted.id(triple.getSubject()),
                        LocalDate.parse(triple.getObject().getLiteralLexicalForm())));
        return new Terms(
                broader(),
                accepted.links(Wg.TAKES),
                accepted.links(Wg.SERVES_PURPOSE),
                accepted.links(Wg.ACTS_AS),
                accepted.links(Wg.ESTABLISHES),
                accepted.links(Wg.CONTRADICTS),
                accepted.links(Wg.ENTAILS),
                transpositions,
                due,
                openStandards());
    }

    /** What is narrower than what, and whose territory lies in whose. */
    private Map<ThingId, Set<ThingId>> broader() {
        Map<ThingId, Set<ThingId>> broader = accepted.links(SKOS.broader.asNode());
        accepted.links(Wg.WITHIN)
                .forEach((from, to) -> broader.merge(from, to, (one, other) -> {
                    one.addAll(other);
                    return one;
                }));
        return broader;
    }

    private Set<ThingId> openStandards() {
        return graph.stream(Node.ANY, Wg.OPEN_STANDARD, Node.ANY)
                .filter(triple -> triple.getObject().getLiteralLexicalForm().equals("true"))
                .flatMap(triple -> accepted.find(triple.getSubject()).stream())
                .collect(Collectors.toSet());
    }

    private void readPassages(Node condition) {
        graph.stream(Node.ANY, RDF.subject.asNode(), condition)
                .map(Triple::getSubject)
                .forEach(claim -> passages.computeIfAbsent(
                                Assessments.statement(graph, claim), key -> new ArrayList<>())
                        .addAll(graph.stream(claim, Wg.HAS_PASSAGE, Node.ANY)
                                .map(link -> accepted.id(link.getObject()))
                                .toList()));
    }

    private List<ThingId> passages(Node condition, Node property) {
        return graph.stream(condition, property, Node.ANY)
                .flatMap(triple -> places(triple).stream())
                .distinct()
                .sorted(Comparator.comparing(ThingId::toString))
                .toList();
    }

    private List<ThingId> places(Triple statement) {
        return passages.getOrDefault(statement, List.of());
    }

    private Optional<Set<ThingId>> values(Node condition, Node property) {
        Set<ThingId> values = accepted.set(condition, property);
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    private OptionalInt number(Node condition, Node property) {
        return accepted.objects(condition, property)
                .mapToInt(value -> Integer.parseInt(value.getLiteralLexicalForm()))
                .findFirst();
    }
}
