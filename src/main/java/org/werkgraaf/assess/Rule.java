package org.werkgraaf.assess;

import java.util.List;
import org.werkgraaf.vocabulary.ThingId;

/**
 * A norm, exception or risk class with the conditions of which one suffices.
 *
 * @param id the norm, exception or class
 * @param kind name of its class, such as {@code Obligation}
 * @param conditions the alternatives
 * @param exceptions what takes it away
 */
public record Rule(ThingId id, String kind, List<Condition> conditions, List<Rule> exceptions) {
    /** By its id alone, as the release has one of each: the criteria below it need not be looked at. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
