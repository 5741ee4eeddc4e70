package org.werkgraaf.assess;

import java.util.List;
import java.util.Optional;
import org.werkgraaf.meaning.Period;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Criteria that must all hold.
 *
 * @param id its own id
 * @param laidDownIn the provision that sets it
 * @param periods when it is law; empty when no date is known
 * @param criteria what it asks
 */
public record Condition(ThingId id, ThingId laidDownIn, List<Period> periods, List<Criterion> criteria) {
    /** The directive that must be carried out before it holds; empty for what holds by itself. */
    Optional<ThingId> directive() {
        for (Criterion criterion : criteria) {
            if (criterion instanceof Criterion.Transposed transposed) {
                return Optional.of(transposed.directive());
            }
        }
        return Optional.empty();
    }

    /** By its id alone, as the release has one of each: the criteria below it need not be looked at. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
