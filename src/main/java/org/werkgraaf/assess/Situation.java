package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.vocabulary.ThingId;

/**
 * What is known of a case that is checked. What is absent is not known, which is neither nought nor no.
 *
 * @param on the day for which is asked
 * @param jurisdiction where it happens
 * @param techniques what is used
 * @param data which data are taken, besides those that the techniques are known to take
 * @param purposes what it is for, besides what the techniques are known to serve
 * @param decisions the kinds of decision that it serves
 * @param sectors where people work
 * @param status what the people concerned are to who gives the work
 * @param persons how many persons work in the undertaking
 * @param role as what the one acts who uses the technique
 * @param inUseSince the day on which the system was put into use
 * @param facts answers to questions of fact
 */
public record Situation(
        LocalDate on,
        Optional<ThingId> jurisdiction,
        Set<ThingId> techniques,
        Set<ThingId> data,
        Set<ThingId> purposes,
        Set<ThingId> decisions,
        Set<ThingId> sectors,
        Optional<ThingId> status,
        OptionalInt persons,
        ThingId role,
        Optional<LocalDate> inUseSince,
        Map<ThingId, Boolean> facts) {

    /** Who uses the technique when nothing else is said: the employer. */
    public static final ThingId EMPLOYER = new ThingId("role", "employer");

    static final ThingId PLATFORM = new ThingId("role", "platform");

    private static final ThingId OWN_STAFF = new ThingId("fact", "platform-own-staff");

    /** Kinds that say how is decided, and leave open on what. */
    private static final Set<ThingId> HOW =
            Set.of(new ThingId("decision-kind", "solely-automated"), new ThingId("decision-kind", "partly-automated"));

    /** What may answer questions of fact by itself, such as covert cameras. */
    static final List<Aspect> ANSWERING = List.of(
            Aspect.TECHNIQUE, Aspect.DATA, Aspect.PURPOSE, Aspect.DECISION, Aspect.SECTOR, Aspect.STATUS, Aspect.ROLE);

    /** Nothing known but the day. */
    public static Builder on(LocalDate day) {
        return new Builder(day);
    }

    /** The values that were given for an aspect; empty for one that has no values of its own. */
    public Set<ThingId> values(Aspect aspect) {
        return switch (aspect) {
            case TERRITORY -> jurisdiction.map(Set::of).orElse(Set.of());
            case ROLE -> Set.of(towardsThem());
            case STATUS -> status.map(Set::of).orElse(Set.of());
            case TECHNIQUE -> techniques;
            case DATA -> data;
            case PURPOSE -> purposes;
            case DECISION -> decisions;
            case SECTOR -> sectors;
            default -> Set.of();
        };
    }

    /** As what the one acts towards the people concerned: towards its own staff a platform is an employer as others are. */
    private ThingId towardsThem() {
        return role.equals(PLATFORM) && Boolean.TRUE.equals(facts.get(OWN_STAFF)) ? EMPLOYER : role;
    }

    /** Whether it was said on what is decided. */
    boolean saysWhatIsDecided() {
        return !HOW.containsAll(decisions);
    }

    /** The aspects of which something else is known in the other, with the questions of fact that follow. */
    Set<Aspect> differsIn(Situation other) {
        Set<Aspect> differs = EnumSet.noneOf(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            if (!values(aspect).equals(other.values(aspect))) {
                differs.add(aspect);
            }
        }
        if (!persons.equals(other.persons)) {
            differs.add(Aspect.PERSONS);
        }
        if (!inUseSince.equals(other.inUseSince)) {
            differs.add(Aspect.IN_USE_SINCE);
        }
        if (!facts.equals(other.facts)
                || differs.contains(Aspect.TERRITORY)
                || ANSWERING.stream().anyMatch(differs::contains)) {
            differs.add(Aspect.FACT);
        }
        return differs;
    }

    /** A builder with all of this, for another day. */
    Builder copy(LocalDate day) {
        Builder copy = new Builder(day);
        jurisdiction.ifPresent(value -> copy.with(Aspect.TERRITORY, value));
        copy.techniques.addAll(techniques);
        copy.data.addAll(data);
        copy.purposes.addAll(purposes);
        copy.decisions.addAll(decisions);
        copy.sectors.addAll(sectors);
        status.ifPresent(value -> copy.with(Aspect.STATUS, value));
        copy.persons = persons;
        copy.role = role;
        inUseSince.ifPresent(copy::inUseSince);
        copy.facts.putAll(facts);
        return copy;
    }

    /** Puts a situation together, fact by fact. */
    public static final class Builder {
        private final LocalDate on;
        private @Nullable ThingId jurisdiction;
        private final Set<ThingId> techniques = new LinkedHashSet<>();
        private final Set<ThingId> data = new LinkedHashSet<>();
        private final Set<ThingId> purposes = new LinkedHashSet<>();
        private final Set<ThingId> decisions = new LinkedHashSet<>();
        private final Set<ThingId> sectors = new LinkedHashSet<>();
        private @Nullable ThingId status;
        private OptionalInt persons = OptionalInt.empty();
        private ThingId role = EMPLOYER;
        private @Nullable LocalDate inUseSince;
        private final Map<ThingId, Boolean> facts = new LinkedHashMap<>();

        private Builder(LocalDate on) {
            this.on = on;
        }

        /** Adds a value; of territory, role and status the last one counts. */
        public Builder with(Aspect aspect, ThingId value) {
            switch (aspect) {
                case TERRITORY -> jurisdiction = value;
                case ROLE -> role = value;
                case STATUS -> status = value;
                case TECHNIQUE -> techniques.add(value);
                case DATA -> data.add(value);
                case PURPOSE -> purposes.add(value);
                case DECISION -> decisions.add(value);
                case SECTOR -> sectors.add(value);
                default -> throw new IllegalArgumentException("A value of " + aspect + " is not given by its id");
            }
            return this;
        }

        public Builder persons(int number) {
            persons = OptionalInt.of(number);
            return this;
        }

        public Builder inUseSince(LocalDate day) {
            inUseSince = day;
            return this;
        }

        /** Answers a question of fact. */
        public Builder fact(ThingId fact, boolean answer) {
            facts.put(fact, answer);
            return this;
        }

        /** As given: an answer must not turn on the order in which a process happens to keep things. */
        private static Set<ThingId> inOrder(Set<ThingId> values) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }

        public Situation build() {
            return new Situation(
                    on,
                    Optional.ofNullable(jurisdiction),
                    inOrder(techniques),
                    inOrder(data),
                    inOrder(purposes),
                    inOrder(decisions),
                    inOrder(sectors),
                    Optional.ofNullable(status),
                    persons,
                    role,
                    Optional.ofNullable(inUseSince),
                    Collections.unmodifiableMap(new LinkedHashMap<>(facts)));
        }
    }
}
