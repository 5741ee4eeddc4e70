package org.werkgraaf.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.meaning.Periods;
import org.werkgraaf.meaning.Standing;
import org.werkgraaf.meaning.Standing.State;
import org.werkgraaf.meaning.Times;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** On which days the law of one release holds, and when its cases were decided: read once per release. */
public final class Calendar {
    private static final String CASE = "case";

    private final Map<String, Times> times = new HashMap<>();
    private final Map<String, List<Span>> days = new HashMap<>();
    private final Map<String, List<Version>> versions = new HashMap<>();
    private final Set<String> directives = new HashSet<>();
    private final Origins origins;
    private final List<Turn> turns;

    /**
     * @param dates the derived dates
     * @param union all graphs in one
     */
    Calendar(Graph dates, Graph union) {
        Periods periods = Periods.of(dates);
        Stream.of(Wg.DATED_BY, Wg.UNDATED)
                .flatMap(property -> dates.stream(Node.ANY, property, Node.ANY))
                .map(Triple::getSubject)
                .distinct()
                .forEach(thing -> ThingId.find(thing).ifPresent(id -> times.put(id.toString(), periods.of(thing))));
        readDirectives(dates, union);
        readDays(dates, union);
        readVersions(union);
        origins = new Origins(dates, union);
        turns = turns(dates, union);
    }

    /** How a thing stands on a day; empty for what time does not touch, such as a technique. */
    public Optional<Standing> on(LocalDate day, String id) {
        return times(id).on(day).map(standing -> id.startsWith(CASE + "/") ? ofCase(standing) : ofLaw(id, standing));
    }

    private Standing ofLaw(String id, Standing standing) {
        return standing.state() == State.NOT_YET
                        && !days(id).isEmpty()
                        && days(id).stream().allMatch(Span::byTransposition)
                ? new Standing(State.TO_TRANSPOSE, standing.date())
                : standing;
    }

    private static Standing ofCase(Standing standing) {
        return switch (standing.state()) {
            case NOT_YET -> new Standing(State.NOT_DECIDED, standing.date());
            case UNDATED -> new Standing(State.DECISION_UNDATED, null);
            default -> standing;
        };
    }

    /** The days on which a thing holds. */
    public Times times(String id) {
        return times.getOrDefault(id, Times.NONE);
    }

    /** The days between which a thing holds and what each has them from, the earliest first; not those that were moved before they came. */
    public List<Span> days(String id) {
        return days.getOrDefault(id, List.of());
    }

    /**
     * The dates to come on which law starts or ceases to hold, the nearest first.
     *
     * @param day only what comes after it
     * @param max how many at most
     */
    public List<Turn> after(LocalDate day, int max) {
        return turns.stream()
                .filter(turn -> turn.date().compareTo(day.toString()) > 0)
                .limit(max)
                .toList();
    }

    /** What a provision asked in the versions of its text that are known, in no order; empty for what has one text alone. */
    public List<Version> versions(String id) {
        return versions.getOrDefault(id, List.of());
    }

    /** The text that a provision had on a day; empty when none is known, or it has one text alone. */
    public Optional<Version> version(LocalDate day, String id) {
        return versions(id).stream().filter(version -> holds(day, version.id())).findFirst();
    }

    /** Whether a provision was law on a day, and of its texts that of the day is not known. */
    public boolean isVersionUnknown(LocalDate day, String id) {
        return !versions(id).isEmpty() && holds(day, id) && version(day, id).isEmpty();
    }

    private boolean holds(LocalDate day, String id) {
        return on(day, id).filter(standing -> standing.state() == State.HOLDS).isPresent();
    }

    /** What brought the provisions in of which no page names an act. */
    public Origins origins() {
        return origins;
    }

    private void readVersions(Graph union) {
        union.stream(Node.ANY, Wg.VERSION_OF, Node.ANY)
                .forEach(triple -> versions.computeIfAbsent(
                                ThingId.of(triple.getObject()).toString(), key -> new ArrayList<>())
                        .add(version(union, triple.getSubject())));
    }

    private static Version version(Graph union, Node version) {
        return new Version(
                ThingId.of(version).toString(),
                Literals.byLanguage(union, version, SKOS.prefLabel.asNode()),
                Literals.byLanguage(union, version, SKOS.definition.asNode()));
    }

    /** Directives whose first day is that by which national law has to carry them out. */
    private void readDirectives(Graph dates, Graph union) {
        union.stream(Node.ANY, Wg.TRANSPOSE_BY, Node.ANY)
                .filter(due -> dates.contains(due.getSubject(), Wg.HOLDS_FROM, due.getObject())
                        && !union.contains(due.getSubject(), Wg.APPLIES_FROM, Node.ANY))
                .forEach(due -> directives.add(ThingId.of(due.getSubject()).toString()));
    }

    private void readDays(Graph dates, Graph union) {
        Map<Node, Optional<Span>> read = new HashMap<>();
        dates.stream(Node.ANY, Wg.DATED_BY, Node.ANY)
                .forEach(triple -> ThingId.find(triple.getSubject())
                        .ifPresent(thing -> read.computeIfAbsent(
                                        triple.getObject(), carrier -> read(dates, union, carrier))
                                .ifPresent(found -> days.computeIfAbsent(thing.toString(), each -> new ArrayList<>())
                                        .add(found))));
        days.values().forEach(each -> each.sort(Comparator.comparing(Span::from).thenComparing(Span::carrier)));
    }

    private Optional<Span> read(Graph dates, Graph union, Node carrier) {
        Optional<LocalDate> from = day(dates, carrier, Wg.HOLDS_FROM);
        Optional<LocalDate> until = day(dates, carrier, Wg.HOLDS_UNTIL);
        return from.filter(first -> until.isEmpty() || !until.get().isBefore(first))
                .flatMap(first -> ThingId.find(carrier)
                        .map(id -> new Span(
                                id.toString(),
                                Literals.byLanguage(union, carrier, SKOS.prefLabel.asNode()),
                                first,
                                until.orElse(null),
                                directives.contains(id.toString()))));
    }

    private static Optional<LocalDate> day(Graph dates, Node carrier, Node property) {
        return dates.stream(carrier, property, Node.ANY)
                .map(triple -> LocalDate.parse(triple.getObject().getLiteralLexicalForm()))
                .findFirst();
    }

    private List<Turn> turns(Graph dates, Graph union) {
        Map<String, Turn> found = new TreeMap<>();
        dates.stream(Node.ANY, Wg.DATED_BY, Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .filter(node -> isText(union, node))
                .forEach(node -> {
                    String id = ThingId.of(node).toString();
                    long things = dates.stream(Node.ANY, Wg.DATED_BY, node)
                            .map(Triple::getSubject)
                            .filter(thing -> !union.contains(thing, RDF.type.asNode(), Wg.APPLICABILITY))
                            .count();
                    Times own = times(id);
                    Map<String, String> labels = Literals.byLanguage(union, node, SKOS.prefLabel.asNode());
                    own.from()
                            .ifPresent(from -> add(
                                    found,
                                    new Turn(from.toString(), true, id, labels, things, directives.contains(id))));
                    own.until()
                            .map(until -> until.plusDays(1))
                            .ifPresent(end -> add(found, new Turn(end.toString(), false, id, labels, things, false)));
                });
        return List.copyOf(found.values());
    }

    private static void add(Map<String, Turn> found, Turn turn) {
        found.put(turn.date() + " " + turn.id() + " " + turn.starts(), turn);
    }

    private static boolean isText(Graph union, Node node) {
        return Stream.of(Wg.APPLICABILITY, Wg.INSTRUMENT, Wg.PROVISION)
                .anyMatch(type -> union.contains(node, RDF.type.asNode(), type));
    }

    /**
     * A date on which law changes.
     *
     * @param date ISO day
     * @param starts whether it starts to hold, else it ceases to
     * @param id of what carries the date: an act, a provision or a period of application
     * @param labels its label by language
     * @param things how many instruments, provisions, rights, duties and prohibitions have this date
     * @param byTransposition whether it is the day by which a directive has to be national law
     */
    public record Turn(
            String date, boolean starts, String id, Map<String, String> labels, long things, boolean byTransposition) {}

    /**
     * The days between which something holds.
     *
     * @param carrier id of what has these days of its own: the thing itself, a larger part of it, its act, or a period of application
     * @param labels of the carrier, by language
     * @param from the first day
     * @param until the last day; absent while no end is known
     * @param byTransposition whether the first day is that by which it has to be national law
     */
    public record Span(
            String carrier,
            Map<String, String> labels,
            LocalDate from,
            @Nullable LocalDate until,
            boolean byTransposition) {}

    /**
     * A text of a provision.
     *
     * @param definitions what the provision asked by it, by language
     */
    public record Version(String id, Map<String, String> labels, Map<String, String> definitions) {}
}
