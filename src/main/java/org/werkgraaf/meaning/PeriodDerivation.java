package org.werkgraaf.meaning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * The one rule for the days on which things hold, applied when content is loaded. The ontology says which classes it is for
 * ({@code wg:holdsInTime}), which properties list periods ({@code wg:listsPeriods}) and along which dates pass
 * ({@code wg:datesPassTo}).
 *
 * <p>A thing takes its dates from the periods that are listed for it, else from its own dates, else from the nearest larger part
 * that has either. A thing to which others give dates, such as a right that provisions create, takes those when it has none of its
 * own; of these a larger part does not count beside a part of it. A part of which it is known which later act brought it in, but not
 * when, has no days, rather than those of its whole; what the act of its whole brought in has the day of that. A version of a provision ends when the next one begins. A period runs from the
 * first day of application, else of being in force, else of the decision, up to the earliest last day: of applying, of being in
 * force, or on which the law still set it. What a directive asks binds whom it is about by national law only, so that it runs from
 * the day by which that law is due ({@code wg:transposeBy}), and not from when the directive itself entered into force. Statements
 * that the editors reject do not count.
 */
public final class PeriodDerivation {
    private static final Node REPEALED = new ThingId("bindingness", "repealed").node();
    private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);
    private static final List<Node> FIRST_DAYS =
            List.of(Wg.APPLIES_FROM, Wg.TRANSPOSE_BY, Wg.IN_FORCE_FROM, Wg.DECIDED_ON);
    private static final List<Node> LAST_DAYS = List.of(Wg.APPLIES_UNTIL, Wg.IN_FORCE_UNTIL, Wg.KNOWN_UNTIL);

    private final Map<Node, Map<Node, Set<Node>>> statements = new HashMap<>();
    private final Map<Node, Set<Node>> givers = new HashMap<>();
    private final Map<Node, Set<Node>> versions = new HashMap<>();
    private final Set<Node> classes;
    private final Set<Node> lists;

    private PeriodDerivation(Graph graph) {
        Assessments assessments = Assessments.of(graph);
        classes = annotated(graph, Wg.HOLDS_IN_TIME);
        lists = annotated(graph, Wg.LISTS_PERIODS);
        Stream.of(
                        Stream.of(RDF.type.asNode(), Wg.PART_OF, Wg.BINDINGNESS, Wg.VERSION_OF, Wg.BROUGHT_IN_BY),
                        lists.stream(),
                        FIRST_DAYS.stream(),
                        LAST_DAYS.stream())
                .flatMap(properties -> properties)
                .flatMap(property -> graph.stream(Node.ANY, property, Node.ANY))
                .filter(assessments::accepts)
                .filter(triple -> !triple.getObject().isLiteral()
                        || triple.getPredicate().equals(Wg.BROUGHT_IN_BY)
                        || isDay(triple.getObject()))
                .forEach(this::add);
        statements.forEach((thing, values) -> values.getOrDefault(Wg.VERSION_OF, Set.of())
                .forEach(provision -> versions.computeIfAbsent(provision, each -> new HashSet<>())
                        .add(thing)));
        graph.stream(Node.ANY, Wg.DATES_PASS_TO, Node.ANY).forEach(end -> {
            boolean toObject = end.getObject().getLiteralLexicalForm().equals("object");
            graph.stream(Node.ANY, end.getSubject(), Node.ANY)
                    .filter(assessments::accepts)
                    .forEach(triple -> addGiver(
                            toObject ? triple.getObject() : triple.getSubject(),
                            toObject ? triple.getSubject() : triple.getObject()));
        });
    }

    /**
     * The derived statements: {@code wg:datedBy} with {@code wg:holdsFrom} and {@code wg:holdsUntil} of what it leads to, the first
     * and last day of each thing itself, and {@code wg:undated} of those without.
     *
     * @param graph all that the content says, with the ontology
     */
    public static List<Triple> of(Graph graph) {
        return new PeriodDerivation(graph).derive();
    }

    private List<Triple> derive() {
        Set<Triple> derived = new LinkedHashSet<>();
        for (Node thing : List.copyOf(statements.keySet())) {
            if (values(thing, RDF.type.asNode()).stream().anyMatch(classes::contains)) {
                derive(thing, derived);
            }
        }
        return List.copyOf(derived);
    }

    private void derive(Node thing, Set<Triple> derived) {
        List<Node> periods =
                periodsOf(thing).filter(this::isDefinite).distinct().toList();
        for (Node period : periods) {
            derived.add(Triple.create(thing, Wg.DATED_BY, period));
            derived.add(Triple.create(period, Wg.HOLDS_FROM, from(period).orElseThrow()));
            until(period).ifPresent(date -> derived.add(Triple.create(period, Wg.HOLDS_UNTIL, date)));
        }
        if (periods.isEmpty()) {
            derived.add(Triple.create(thing, Wg.UNDATED, TRUE));
        }
        List<Node> real = periods.stream().filter(this::isReal).toList();
        real.stream()
                .flatMap(period -> from(period).stream())
                .reduce(PeriodDerivation::earlier)
                .ifPresent(date -> derived.add(Triple.create(thing, Wg.HOLDS_FROM, date)));
        List<Node> ends =
                real.stream().flatMap(period -> until(period).stream()).toList();
        if (ends.size() == real.size()) {
            ends.stream()
                    .max(Comparator.comparing(Node::getLiteralLexicalForm))
                    .ifPresent(date -> derived.add(Triple.create(thing, Wg.HOLDS_UNTIL, date)));
        }
    }

    private Stream<Node> periodsOf(Node thing) {
        return periodsOf(thing, thing, new HashSet<>());
    }

    private Stream<Node> periodsOf(Node thing, Node giver, Set<Node> seen) {
        Set<Node> sources = givers.getOrDefault(giver, Set.of());
        if (sources.isEmpty() || isDated(giver) || !seen.add(giver)) {
            return periodsOfPart(thing, giver);
        }
        return sources.stream()
                .filter(source -> sources.stream()
                        .noneMatch(
                                other -> !other.equals(source) && larger(other).contains(source)))
                .flatMap(source -> periodsOf(thing, source, seen));
    }

    /** What something is part of, itself not included, unless the content has a circle. */
    private Set<Node> larger(Node part) {
        Set<Node> larger = new HashSet<>();
        Set<Node> level = values(part, Wg.PART_OF);
        while (!level.isEmpty()) {
            level = wholes(level.stream().filter(larger::add));
        }
        return larger;
    }

    private Stream<Node> periodsOfPart(Node thing, Node part) {
        Set<Node> seen = new HashSet<>();
        Set<Node> level = Set.of(part);
        while (!level.isEmpty()) {
            List<Node> carriers = level.stream().filter(this::isDated).toList();
            if (!carriers.isEmpty()) {
                return carriers.stream().flatMap(carrier -> periods(thing, carrier));
            }
            level = wholes(level.stream().filter(seen::add));
        }
        return Stream.of();
    }

    private Set<Node> wholes(Stream<Node> parts) {
        return parts.flatMap(part -> values(part, Wg.PART_OF).stream()).collect(Collectors.toSet());
    }

    /** Whether its days are for it to say. What a later act brought in has not the days of its whole, known or not. */
    private boolean isDated(Node thing) {
        return Stream.concat(lists.stream(), FIRST_DAYS.stream())
                        .anyMatch(property -> !values(thing, property).isEmpty())
                || isBroughtInLater(thing);
    }

    private boolean isBroughtInLater(Node thing) {
        Set<Node> acts = values(thing, Wg.BROUGHT_IN_BY);
        return !acts.isEmpty()
                && larger(thing).stream()
                        .flatMap(whole -> values(whole, Wg.BROUGHT_IN_BY).stream())
                        .noneMatch(acts::contains);
    }

    private Stream<Node> periods(Node thing, Node carrier) {
        List<Node> listed =
                lists.stream().flatMap(list -> values(carrier, list).stream()).toList();
        // When several periods are listed for an instrument, each is about some of its parts only.
        boolean ofSomeParts = listed.size() > 1
                && !carrier.equals(thing)
                && values(carrier, RDF.type.asNode()).contains(Wg.INSTRUMENT);
        return ofSomeParts ? Stream.of() : listed.isEmpty() ? Stream.of(carrier) : listed.stream();
    }

    /** A repealed instrument whose last day is not on record does not hold on any day that could be named. */
    private boolean isDefinite(Node period) {
        return from(period).isPresent()
                && !(values(period, Wg.BINDINGNESS).contains(REPEALED)
                        && until(period).isEmpty());
    }

    private boolean isReal(Node period) {
        return until(period)
                .map(last -> earlier(from(period).orElseThrow(), last)
                        .equals(from(period).orElseThrow()))
                .orElse(true);
    }

    private Optional<Node> from(Node period) {
        return FIRST_DAYS.stream()
                .flatMap(property -> earliest(period, List.of(property)).stream())
                .findFirst();
    }

    private Optional<Node> until(Node period) {
        return Stream.concat(earliest(period, LAST_DAYS).stream(), beforeNextVersion(period))
                .reduce(PeriodDerivation::earlier);
    }

    private Stream<Node> beforeNextVersion(Node version) {
        return values(version, Wg.VERSION_OF).stream()
                .flatMap(provision -> versions.getOrDefault(provision, Set.of()).stream())
                .flatMap(other -> from(other).stream())
                .map(Node::getLiteralLexicalForm)
                .filter(next -> next.compareTo(from(version).orElseThrow().getLiteralLexicalForm()) > 0)
                .map(next -> LocalDate.parse(next).minusDays(1).toString())
                .map(last -> NodeFactory.createLiteralDT(last, XSDDatatype.XSDdate));
    }

    private Optional<Node> earliest(Node thing, List<Node> properties) {
        return properties.stream()
                .flatMap(property -> values(thing, property).stream())
                .filter(Node::isLiteral)
                .reduce(PeriodDerivation::earlier);
    }

    /** Other values are refused by shapes; a derivation from refused content must not fail. */
    private static boolean isDay(Node literal) {
        return XSDDatatype.XSDdate.getURI().equals(literal.getLiteralDatatypeURI())
                && literal.getLiteralDatatype().isValid(literal.getLiteralLexicalForm());
    }

    private static Node earlier(Node one, Node other) {
        return one.getLiteralLexicalForm().compareTo(other.getLiteralLexicalForm()) <= 0 ? one : other;
    }

    private Set<Node> values(Node thing, Node property) {
        return statements.getOrDefault(thing, Map.of()).getOrDefault(property, Set.of());
    }

    private void addGiver(Node taker, Node giver) {
        givers.computeIfAbsent(taker, each -> new HashSet<>()).add(giver);
    }

    private void add(Triple triple) {
        statements
                .computeIfAbsent(triple.getSubject(), subject -> new HashMap<>())
                .computeIfAbsent(triple.getPredicate(), property -> new LinkedHashSet<>())
                .add(triple.getObject());
    }

    private static Set<Node> annotated(Graph graph, Node annotation) {
        return graph.stream(Node.ANY, annotation, TRUE)
                .map(Triple::getSubject)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
