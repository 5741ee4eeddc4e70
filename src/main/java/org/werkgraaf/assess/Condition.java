package org.werkgraaf.assess;

import java.util.List;
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
public record Condition(ThingId id, ThingId laidDownIn, List<Period> periods, List<Criterion> criteria) {}
