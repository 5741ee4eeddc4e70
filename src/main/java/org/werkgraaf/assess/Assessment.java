package org.werkgraaf.assess;

import java.util.List;
import java.util.Set;
import org.werkgraaf.vocabulary.ThingId;

/**
 * What a check came to.
 *
 * @param situation what was asked
 * @param outcomes the norms on this subject in this territory, by id
 * @param aside the norms among these that turn only on what nothing given touches
 * @param questions what was not given, that which decides most first
 * @param basis what it was worked out from
 */
public record Assessment(
        Situation situation,
        List<Outcome> outcomes,
        Set<ThingId> aside,
        List<Missing> questions,
        Evaluator.Basis basis) {}
