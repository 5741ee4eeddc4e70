package org.werkgraaf.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/**
 * Derives from when until when the law holds, so that a query as of a date is short. A thing takes its dates from its periods of
 * application, else from its own dates, else from the nearest larger part that has either. A right, obligation or prohibition
 * without dates takes those of the provisions or instruments that create it, of which a larger part does not count beside a part
 * of it. Dates that every passage behind them is assessed to have wrong do not count.
 */
final class DateDerivation {
    private static final Node REPEALED = new ThingId("bindingness", "repealed").node();
    private static final Set<Node> REJECTING =
            Set.of(new ThingId("claim-status", "mistaken").node(), new ThingId("claim-status", "superseded").node());
    private static final List<Node> DATES = List.of(Wg.HAS_APPLICABILITY, Wg.APPLIES_FROM, Wg.IN_FORCE_FROM);
    private static final List<Node> CLASSES =
            List.of(Wg.INSTRUMENT, Wg.PROVISION, Wg.RIGHT, Wg.OBLIGATION, Wg.PROHIBITION);

    private final Map<Node, Map<Node, Set<Node>>> statements = new HashMap<>();
    private final Map<Node, Set<Node>> creators = new HashMap<>();

    /** @param graphs all graphs of the candidate */
    private DateDerivation(Iterable<Graph> graphs) {
        Map<Triple, Set<Node>> passages = new HashMap<>();
        Set<Node> rejecting = new HashSet<>();
        for (Graph graph : graphs) {
            REJECTING.forEach(status -> graph.stream(Node.ANY, Wg.CLAIM_STATUS, status)
                    .forEach(triple -> rejecting.add(triple.getSubject())));
            Stream.of(
                            Stream.of(RDF.type.asNode(), Wg.PART_OF, Wg.BINDINGNESS, Wg.KNOWN_UNTIL),
                            Stream.of(Wg.APPLIES_UNTIL, Wg.IN_FORCE_UNTIL),
                            DATES.stream())
                    .flatMap(properties -> properties)
                    .forEach(property ->
                            graph.stream(Node.ANY, property, Node.ANY).forEach(this::add));
            graph.stream(Node.ANY, Wg.CREATES, Node.ANY)
                    .forEach(triple -> creators.computeIfAbsent(triple.getObject(), norm -> new HashSet<>())
                            .add(triple.getSubject()));
            Stream.of(Wg.APPLIES_FROM, Wg.APPLIES_UNTIL, Wg.IN_FORCE_FROM, Wg.IN_FORCE_UNTIL, Wg.KNOWN_UNTIL)
                    .flatMap(property -> graph.stream(Node.ANY, RDF.predicate.asNode(), property))
                    .map(Triple::getSubject)
                    .forEach(claim -> passages.computeIfAbsent(statement(graph, claim), t -> new HashSet<>())
                            .addAll(objects(graph, claim, Wg.HAS_PASSAGE)));
        }
        passages.forEach((triple, places) -> {
            if (rejecting.containsAll(places)) {
                values(triple.getSubject(), triple.getPredicate()).remove(triple.getObject());
            }
        });
    }

    /** The derived statements: {@code wg:datedBy}, and {@code wg:holdsFrom} and {@code wg:holdsUntil} of what it leads to. */
    static List<Triple> of(Iterable<Graph> graphs) {
        return new DateDerivation(graphs).derive();
    }

    private List<Triple> derive() {
        List<Triple> derived = new ArrayList<>();
        Set<Node> periods = new LinkedHashSet<>();
        for (Node thing : List.copyOf(statements.keySet())) {
            if (values(thing, RDF.type.asNode()).stream().anyMatch(CLASSES::contains)) {
                periodsOf(thing).filter(this::holds).forEach(period -> {
                    derived.add(Triple.create(thing, Wg.DATED_BY, period));
                    periods.add(period);
                });
            }
        }
        periods.forEach(period -> {
            from(period).ifPresent(date -> derived.add(Triple.create(period, Wg.HOLDS_FROM, date)));
            until(period).ifPresent(date -> derived.add(Triple.create(period, Wg.HOLDS_UNTIL, date)));
        });
        return derived;
    }

    private Stream<Node> periodsOf(Node thing) {
        Set<Node> sources = creators.getOrDefault(thing, Set.of());
        if (sources.isEmpty() || isDated(thing)) {
            return periodsOfPart(thing, thing);
        }
        return sources.stream()
                .filter(creator -> sources.stream()
                        .noneMatch(
                                other -> !other.equals(creator) && larger(other).contains(creator)))
                .flatMap(creator -> periodsOfPart(thing, creator));
    }

    /** What something is part of, itself not included, unless the content has a circle. */
    private Set<Node> larger(Node part) {
        Set<Node> larger = new HashSet<>();
        Set<Node> level = values(part, Wg.PART_OF);
        while (!level.isEmpty()) {
            Set<Node> wider = new HashSet<>();
            level.stream().filter(larger::add).forEach(each -> wider.addAll(values(each, Wg.PART_OF)));
            level = wider;
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
            Set<Node> wider = new HashSet<>();
            level.stream().filter(seen::add).forEach(each -> wider.addAll(values(each, Wg.PART_OF)));
            level = wider;
        }
        return Stream.of();
    }

    private boolean isDated(Node thing) {
        return DATES.stream().anyMatch(property -> !values(thing, property).isEmpty());
    }

    private Stream<Node> periods(Node thing, Node carrier) {
        Set<Node> listed = values(carrier, Wg.HAS_APPLICABILITY);
        // When several periods are listed for an instrument, each is about some of its parts only.
        boolean ofSomeParts = listed.size() > 1 && !carrier.equals(thing) && isInstrument(carrier);
        return ofSomeParts ? Stream.of() : listed.isEmpty() ? Stream.of(carrier) : listed.stream();
    }

    private boolean isInstrument(Node thing) {
        return values(thing, RDF.type.asNode()).contains(Wg.INSTRUMENT);
    }

    /** A repealed instrument whose last day is not on record does not hold on any day that could be named. */
    private boolean holds(Node period) {
        return from(period).isPresent()
                && !(values(period, Wg.BINDINGNESS).contains(REPEALED)
                        && until(period).isEmpty());
    }

    private Optional<Node> from(Node period) {
        Optional<Node> applies = pick(period, Wg.APPLIES_FROM);
        return applies.isPresent() ? applies : pick(period, Wg.IN_FORCE_FROM);
    }

    /** The last day: of applying or being in force, or on which the law still set this period. */
    private Optional<Node> until(Node period) {
        return pick(period, Wg.APPLIES_UNTIL, Wg.IN_FORCE_UNTIL, Wg.KNOWN_UNTIL);
    }

    /** The earliest of the dates. */
    private Optional<Node> pick(Node thing, Node... properties) {
        return Stream.of(properties)
                .flatMap(property -> values(thing, property).stream())
                .filter(Node::isLiteral)
                .reduce(DateDerivation::earlier);
    }

    private static Node earlier(Node one, Node other) {
        return one.getLiteralLexicalForm().compareTo(other.getLiteralLexicalForm()) <= 0 ? one : other;
    }

    private Set<Node> values(Node thing, Node property) {
        return statements.getOrDefault(thing, Map.of()).getOrDefault(property, Set.of());
    }

    private void add(Triple triple) {
        statements
                .computeIfAbsent(triple.getSubject(), subject -> new HashMap<>())
                .computeIfAbsent(triple.getPredicate(), property -> new HashSet<>())
                .add(triple.getObject());
    }

    private static Triple statement(Graph graph, Node claim) {
        return Triple.create(
                objects(graph, claim, RDF.subject.asNode()).get(0),
                objects(graph, claim, RDF.predicate.asNode()).get(0),
                objects(graph, claim, RDF.object.asNode()).get(0));
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY).map(Triple::getObject).toList();
    }
}
