package org.werkgraaf.assess;

import java.util.List;
import java.util.Set;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Whether what is asked holds, whichever condition asks it: a {@link Reason} without its criterion.
 *
 * @param holds whether it does
 * @param given what was given or known of it
 * @param path from what was given to what is asked
 * @param missing what would decide it
 * @param inside the reasons of a risk class
 */
record Verdict(Truth holds, Set<ThingId> given, List<ThingId> path, Set<Missing> missing, List<Reason> inside) {
    Reason of(Criterion criterion) {
        return new Reason(criterion, holds, given, path, missing, inside);
    }

    /** Whether no norm can tell the one from the other: it holds as much, by the same that was given. */
    boolean isLike(Verdict other) {
        return this == other
                || holds == other.holds
                        && path.isEmpty() == other.path.isEmpty()
                        && (path.isEmpty() || path.get(0).equals(other.path.get(0)));
    }
}
