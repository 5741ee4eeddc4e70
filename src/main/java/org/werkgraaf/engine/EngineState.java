package org.werkgraaf.engine;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the store that answers queries.
 *
 * @param address where it answers
 * @param held ids of the releases that it has whole, as far as is known
 * @param lookedAt when it was asked last, with success; null before the first time
 * @param answeredThere how many queries it was asked since the service started
 * @param answeredHere how many were answered here, as they cannot be asked of it
 * @param problem what went wrong since; empty when nothing did
 */
public record EngineState(
        String address,
        Set<String> held,
        @Nullable Instant lookedAt,
        long answeredThere,
        long answeredHere,
        String problem) {
    /** Keeps the ids. */
    public EngineState {
        held = Set.copyOf(held);
    }

    /** Whether it can answer from a release. */
    public boolean answers(String release) {
        return problem.isEmpty() && held.contains(release);
    }
}
