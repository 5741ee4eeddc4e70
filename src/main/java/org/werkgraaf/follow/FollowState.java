package org.werkgraaf.follow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with following.
 *
 * @param from where it is looked
 * @param lookedAt when it was last seen which release is to be served; null before the first time
 * @param wanted that release; null before the first time
 * @param problem what went wrong last time, as a sentence; empty when nothing did
 * @param failures how often something went wrong in a row
 * @param left whether an operator rolled that release back, so that it is not taken
 */
public record FollowState(
        String from, @Nullable Instant lookedAt, @Nullable String wanted, String problem, int failures, boolean left) {
    FollowState failed(String why) {
        return new FollowState(from, lookedAt, wanted, why, failures + 1, left);
    }
}
