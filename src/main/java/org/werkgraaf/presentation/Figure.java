package org.werkgraaf.presentation;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one property are written.
 *
 * @param unit the property of the same thing that has the unit of its numbers; absent when they have none
 * @param comparator the property of the same thing that says how its numbers stand to the true ones; absent when none does
 * @param year whether its numbers are years, which have no separators
 * @param tag whether a card shows its values as tags
 * @param cardWord what stands before its values in a card, by language; empty for nothing
 * @param phrase what a card says with a value, by language, with {@code {0}} for the value; empty for the value alone
 */
public record Figure(
        @Nullable Node unit,
        @Nullable Node comparator,
        boolean year,
        boolean tag,
        Map<String, String> cardWord,
        Map<String, String> phrase) {
    /** A property of which nothing is said. */
    public static final Figure PLAIN = new Figure(null, null, false, false, Map.of(), Map.of());

    /** Whether its numbers have a unit. */
    public boolean hasUnit() {
        return unit != null;
    }
}
