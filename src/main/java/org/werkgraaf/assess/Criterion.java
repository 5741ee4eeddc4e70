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

    /** The same question wherever it is asked. */
    Criterion withoutPassages();

    /** One of the values, or something narrower. */
    record OneOf(Aspect aspect, Set<ThingId> values, List<ThingId> passages) implements Criterion {
        @Override
        public OneOf withoutPassages() {
            return new OneOf(aspect, values, List.of());
        }
    }

    /** None of the values, nor anything narrower. */
    record NoneOf(Aspect aspect, Set<ThingId> values, List<ThingId> passages) implements Criterion {
        @Override
        public NoneOf withoutPassages() {
            return new NoneOf(aspect, values, List.of());
        }
    }

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

        @Override
        public Persons withoutPassages() {
            return new Persons(least, below, counts, List.of());
        }
    }

    /** The day from which, or before which, the system is in use. */
    record InUse(Optional<LocalDate> since, Optional<LocalDate> before, List<ThingId> passages) implements Criterion {
        @Override
        public Aspect aspect() {
            return Aspect.IN_USE_SINCE;
        }

        @Override
        public InUse withoutPassages() {
            return new InUse(since, before, List.of());
        }
    }

    /** The answer to a question of fact. */
    record Answer(ThingId fact, boolean yes, List<ThingId> passages) implements Criterion {
        @Override
        public Aspect aspect() {
            return Aspect.FACT;
        }

        @Override
        public Answer withoutPassages() {
            return new Answer(fact, yes, List.of());
        }
    }

    /** A national law that carries the directive out. */
    record Transposed(ThingId directive, List<ThingId> passages) implements Criterion {
        @Override
        public Aspect aspect() {
            return Aspect.TRANSPOSITION;
        }

        @Override
        public Transposed withoutPassages() {
            return new Transposed(directive, List.of());
        }
    }
}
