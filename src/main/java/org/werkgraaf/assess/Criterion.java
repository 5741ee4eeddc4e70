package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.werkgraaf.vocabulary.ThingId;

/** One thing that a condition asks. */
public sealed interface Criterion {
    /** What it is about. */
    Aspect aspect();

    /** Where the sources say so; empty where what is asked follows from the kind of act. */
    List<ThingId> passages();

    /** One of the values, or something narrower. */
    record OneOf(Aspect aspect, Set<ThingId> values, List<ThingId> passages) implements Criterion {}

    /** None of the values, nor anything narrower. */
    record NoneOf(Aspect aspect, Set<ThingId> values, List<ThingId> passages) implements Criterion {}

    /**
     * A number of persons.
     *
     * @param least the least number, if there is one
     * @param below the number that is not reached, if there is one
     * @param counts whom the law counts
     */
    record Persons(OptionalInt least, OptionalInt below, Optional<ThingId> counts, List<ThingId> passages)
            implements Criterion {
        @Override
        public Aspect aspect() {
            return Aspect.PERSONS;
        }
    }

    /** The day from which, or before which, the system is in use. */
    record InUse(Optional<LocalDate> since, Optional<LocalDate> before, List<ThingId> passages) implements Criterion {
        @Override
        public Aspect aspect() {
            return Aspect.IN_USE_SINCE;
        }
    }

    /** The answer to a question of fact. */
    record Answer(ThingId fact, boolean yes, List<ThingId> passages) implements Criterion {
        @Override
        public Aspect aspect() {
            return Aspect.FACT;
        }
    }

    /** A national law that carries the directive out. */
    record Transposed(ThingId directive, List<ThingId> passages) implements Criterion {
        @Override
        public Aspect aspect() {
            return Aspect.TRANSPOSITION;
        }
    }
}
