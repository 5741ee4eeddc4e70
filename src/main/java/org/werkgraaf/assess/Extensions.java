package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.werkgraaf.meaning.Period;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.vocabulary.Wg;

/** To which countries outside its own territory an act extends by an agreement, such as the GDPR to the EEA EFTA States, and from when until when. */
final class Extensions {
    private final AcceptedGraph accepted;
    private final Function<Triple, List<ThingId>> passages;
    private final Map<Node, List<Extension>> known = new HashMap<>();

    /** @param until the last day; none when it still holds */
    private record Extension(Set<ThingId> home, ThingId country, Period period, List<ThingId> passages) {}

    /** @param passages where a statement stands */
    Extensions(AcceptedGraph accepted, Function<Triple, List<ThingId>> passages) {
        this.accepted = accepted;
        this.passages = passages;
    }

    /** The acts that extend to somewhere. */
    Stream<Node> acts() {
        return accepted.statements(Wg.EXTENSION).map(Triple::getSubject).distinct();
    }

    /** The condition as it holds elsewhere, once for each extension of the act that lays it down for its own territory. */
    Stream<Condition> of(Condition condition) {
        Node act = accepted.instrument(condition.laidDownIn().node());
        return known.computeIfAbsent(act, this::read).stream()
                .filter(extension -> condition.criteria().stream().anyMatch(criterion -> isHome(criterion, extension)))
                .flatMap(extension -> extended(condition, extension));
    }

    private List<Extension> read(Node act) {
        return accepted.objects(act, Wg.EXTENSION)
                .flatMap(period -> accepted.ids(period, Wg.IN_COUNTRY)
                        .flatMap(country -> accepted.date(period, Wg.APPLIES_FROM).stream()
                                .map(from -> new Extension(
                                        accepted.set(act, Wg.HAS_JURISDICTION),
                                        country,
                                        new Period(
                                                from,
                                                accepted.date(period, Wg.APPLIES_UNTIL)
                                                        .orElse(null)),
                                        passages.apply(Triple.create(act, Wg.EXTENSION, period))))))
                .toList();
    }

    private static boolean isHome(Criterion criterion, Extension extension) {
        return criterion instanceof Criterion.OneOf one
                && one.aspect() == Aspect.TERRITORY
                && one.values().stream().anyMatch(extension.home()::contains);
    }

    /** None when it was no longer, or not yet, law while the extension lasted. */
    private static Stream<Condition> extended(Condition condition, Extension extension) {
        List<Criterion> criteria = new ArrayList<>(condition.criteria());
        criteria.replaceAll(criterion -> isHome(criterion, extension)
                ? new Criterion.OneOf(Aspect.TERRITORY, Set.of(extension.country()), extension.passages())
                : criterion);
        Period within = extension.period();
        List<Period> periods = condition.periods().isEmpty()
                ? List.of(within)
                : condition.periods().stream()
                        .map(period -> both(period, within))
                        .filter(Period::isReal)
                        .distinct()
                        .toList();
        return periods.isEmpty()
                ? Stream.empty()
                : Stream.of(new Condition(condition.id(), condition.laidDownIn(), periods, List.copyOf(criteria)));
    }

    private static Period both(Period one, Period other) {
        LocalDate from = one.from().isBefore(other.from()) ? other.from() : one.from();
        LocalDate until =
                one.until() == null || other.until() != null && other.until().isBefore(one.until())
                        ? other.until()
                        : one.until();
        return new Period(from, until);
    }
}
