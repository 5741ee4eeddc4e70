package org.werkgraaf.assess;

import java.util.List;
import org.werkgraaf.vocabulary.ThingId;

/**
 * What would be otherwise if one thing were otherwise.
 *
 * @param what the thing: a threshold, a day, a role, a status or a question of fact
 * @param kind how the value is meant
 * @param value the value that makes the difference: a number, a day, an id, or yes or no
 * @param effects the norms that would stand otherwise, by id
 */
public record Alternative(Missing what, Kind kind, String value, List<Effect> effects) {

    /** How a value is meant. */
    public enum Kind {
        /** This very value. */
        IS,
        /** This number or more, or from this day on. */
        FROM,
        /** This number or less, or until this day. */
        UNTIL
    }

    /** A norm that would stand otherwise. */
    public record Effect(ThingId norm, State before, State after) {}
}
