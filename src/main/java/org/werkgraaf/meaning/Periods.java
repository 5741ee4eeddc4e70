package org.werkgraaf.meaning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.vocabulary.Wg;

/**
 * Reads on which days things hold, from the dates that were derived when the content was loaded. Whoever asks about a day asks
 * here or in the same graph, so that all get one answer.
 */
public final class Periods {
    private final Graph dates;
    /** Few acts and periods date many things. */
    private final Map<Node, Optional<Period>> known = new HashMap<>();

    private Periods(Graph dates) {
        this.dates = dates;
    }

    /** @param dates the graph of derived dates, or a union that holds it; read when asked, by one thread at a time */
    public static Periods of(Graph dates) {
        return new Periods(dates);
    }

    /** On which days the thing holds. */
    public Times of(Node thing) {
        return times(thing, dates.stream(thing, Wg.DATED_BY, Node.ANY), dates.contains(thing, Wg.UNDATED, Node.ANY));
    }

    /** The same from statements of the thing that were read before. */
    public Times of(Block block) {
        return times(
                block.thing(),
                block.out(Wg.DATED_BY),
                block.out(Wg.UNDATED).findAny().isPresent());
    }

    private Times times(Node thing, Stream<Triple> datedBy, boolean undated) {
        List<Period> periods = datedBy.map(Triple::getObject)
                .distinct()
                .flatMap(carrier ->
                        (carrier.equals(thing) ? read(carrier) : known.computeIfAbsent(carrier, this::read)).stream())
                .toList();
        return periods.isEmpty() && !undated ? Times.NONE : new Times(periods, undated);
    }

    private Optional<Period> read(Node carrier) {
        return day(carrier, Wg.HOLDS_FROM)
                .map(from -> new Period(from, day(carrier, Wg.HOLDS_UNTIL).orElse(null)));
    }

    private Optional<LocalDate> day(Node carrier, Node property) {
        return dates.stream(carrier, property, Node.ANY)
                .map(triple -> LocalDate.parse(triple.getObject().getLiteralLexicalForm()))
                .findFirst();
    }
}
