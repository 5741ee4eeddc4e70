package org.werkgraaf.assess;

import java.util.List;
import java.util.Set;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Whether a criterion holds, and by which steps.
 *
 * @param criterion what is asked
 * @param holds whether it does
 * @param given what was given or known of it; empty when nothing was
 * @param path from what was given to what is asked, each step narrower to broader, or technique to data or purpose
 * @param missing what would decide it; empty unless it is unknown
 * @param inside the reasons of a risk class, by its own conditions
 */
public record Reason(
        Criterion criterion,
        Truth holds,
        Set<ThingId> given,
        List<ThingId> path,
        Set<Missing> missing,
        List<Reason> inside) {}
