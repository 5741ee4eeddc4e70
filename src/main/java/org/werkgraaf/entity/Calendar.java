package org.werkgraaf.entity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.werkgraaf.entity.Standing.State;
import org.werkgraaf.store.Assessments;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** From when until when the law of one release holds, and when its cases were decided: read once per release. */
public final class Calendar {
    private static final Set<String> LAW = Set.of("Instrument", "Provision", "Right", "Obligation", "Prohibition");

    private final Map<String, List<Period>> periods = new HashMap<>();
    private final Map<String, String> decisions = new HashMap<>();
    private final List<Turn> turns;

    /**
     * @param dates the derived dates
     * @param union all graphs in one
     */
    Calendar(Graph dates, Graph union, Assessments assessments) {
        dates.stream(Node.ANY, Wg.DATED_BY, Node.ANY)
                .forEach(triple ->
                        period(dates, triple.getObject()).ifPresent(period -> add(triple.getSubject(), period)));
        dates.stream(Node.ANY, Wg.HOLDS_FROM, Node.ANY)
                .map(Triple::getSubject)
                .filter(period -> union.contains(period, RDF.type.asNode(), Wg.APPLICABILITY))
                .forEach(node -> period(dates, node).ifPresent(period -> add(node, period)));
        union.stream(Node.ANY, Wg.DECIDED_ON, Node.ANY)
                .filter(assessments::accepts)
                .filter(triple -> union.contains(triple.getSubject(), RDF.type.asNode(), Wg.CASE))
                .forEach(triple -> ThingId.find(triple.getSubject())
                        .ifPresent(id -> decisions.merge(
                                id.toString(), triple.getObject().getLiteralLexicalForm(), Calendar::earlier)));
        turns = turns(dates, union);
    }

    /**
     * How a thing stands on a day; empty for what time does not touch, such as a technique.
     *
     * @param type local name of its class
     */
    public Optional<Standing> on(LocalDate day, String id, @Nullable String type) {
        String decided = decisions.get(id);
        if (decided != null) {
            boolean later = firstDay(decided).isAfter(day);
            return Optional.of(new Standing(later ? State.NOT_DECIDED : State.HOLDS, later ? decided : null));
        }
        List<Period> known = periods.get(id);
        if (known == null) {
            return type != null && LAW.contains(type)
                    ? Optional.of(new Standing(State.UNDATED, null))
                    : Optional.empty();
        }
        return Optional.of(standing(known, day));
    }

    /**
     * The dates to come on which law starts or ceases to hold, the nearest first.
     *
     * @param day only what comes after it
     * @param max how many at most
     */
    public List<Turn> after(LocalDate day, int max) {
        return turns.stream()
                .filter(turn -> firstDay(turn.date()).isAfter(day))
                .limit(max)
                .toList();
    }

    private static Standing standing(List<Period> known, LocalDate day) {
        List<Period> real = known.stream().filter(Period::isReal).toList();
        if (real.isEmpty()) {
            return new Standing(State.NEVER, null);
        }
        if (real.stream().anyMatch(period -> period.holds(day))) {
            return new Standing(State.HOLDS, null);
        }
        return real.stream()
                .map(Period::from)
                .filter(from -> firstDay(from).isAfter(day))
                .min(Comparator.naturalOrder())
                .map(from -> new Standing(State.NOT_YET, from))
                .orElseGet(() -> new Standing(
                        State.NO_LONGER,
                        real.stream()
                                .map(Period::until)
                                .filter(until -> until != null)
                                .max(Comparator.naturalOrder())
                                .map(Calendar::dayAfter)
                                .orElse(null)));
    }

    private void add(Node thing, Period period) {
        ThingId.find(thing)
                .ifPresent(id -> periods.computeIfAbsent(id.toString(), key -> new ArrayList<>())
                        .add(period));
    }

    private static Optional<Period> period(Graph dates, Node node) {
        return date(dates, node, Wg.HOLDS_FROM)
                .map(from -> new Period(from, date(dates, node, Wg.HOLDS_UNTIL).orElse(null)));
    }

    private static Optional<String> date(Graph dates, Node node, Node property) {
        return dates.stream(node, property, Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .min(Comparator.naturalOrder());
    }

    /** Each act, provision and period of application with its first and last day. */
    private static List<Turn> turns(Graph dates, Graph union) {
        Map<String, Turn> found = new TreeMap<>();
        dates.stream(Node.ANY, Wg.HOLDS_FROM, Node.ANY)
                .map(Triple::getSubject)
                .distinct()
                .filter(node -> isText(union, node))
                .forEach(node -> period(dates, node).filter(Period::isReal).ifPresent(period -> {
                    long things = dates.stream(Node.ANY, Wg.DATED_BY, node).count();
                    Stream.of(new String[] {period.from(), "from"}, new String[] {dayAfter(period.until()), "until"})
                            .filter(turn -> turn[0] != null)
                            .forEach(turn -> ThingId.find(node)
                                    .ifPresent(id -> found.put(
                                            turn[0] + " " + id + " " + turn[1],
                                            new Turn(
                                                    turn[0],
                                                    turn[1].equals("from"),
                                                    id.toString(),
                                                    Literals.byLanguage(union, node, SKOS.prefLabel.asNode()),
                                                    things))));
                }));
        return List.copyOf(found.values());
    }

    private static boolean isText(Graph union, Node node) {
        return Stream.of(Wg.APPLICABILITY, Wg.INSTRUMENT, Wg.PROVISION)
                .anyMatch(type -> union.contains(node, RDF.type.asNode(), type));
    }

    private static String earlier(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static @Nullable String dayAfter(@Nullable String until) {
        return until == null || until.length() != 10
                ? until
                : LocalDate.parse(until).plusDays(1).toString();
    }

    private static LocalDate firstDay(String date) {
        try {
            return LocalDate.parse(date.length() == 4 ? date + "-01-01" : date.length() == 7 ? date + "-01" : date);
        } catch (DateTimeException e) {
            return LocalDate.MAX;
        }
    }

    private static LocalDate lastDay(String date) {
        LocalDate first = firstDay(date);
        return switch (date.length()) {
            case 4 -> first.withDayOfYear(first.lengthOfYear());
            case 7 -> YearMonth.from(first).atEndOfMonth();
            default -> first;
        };
    }

    /**
     * A date on which law changes.
     *
     * @param date as the content has it: a day, month or year
     * @param starts whether it starts to hold, else it ceases to
     * @param id of what carries the date: an act, a provision or a period of application
     * @param labels its label by language
     * @param things how many instruments, provisions, rights, duties and prohibitions have this date
     */
    public record Turn(String date, boolean starts, String id, Map<String, String> labels, long things) {}

    private record Period(String from, @Nullable String until) {
        /** A date that was moved before it came never was. */
        boolean isReal() {
            return until == null || !lastDay(until).isBefore(firstDay(from));
        }

        boolean holds(LocalDate day) {
            return !firstDay(from).isAfter(day)
                    && (until == null || !lastDay(until).isBefore(day));
        }
    }
}
