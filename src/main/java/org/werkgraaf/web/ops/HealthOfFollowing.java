package org.werkgraaf.web.ops;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.werkgraaf.follow.Bundler;
import org.werkgraaf.follow.FollowState;
import org.werkgraaf.follow.Following;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.OpenRelease;
import org.werkgraaf.store.Release;

/** Tells how it stands with fetching releases and handing them on. */
@Component
class HealthOfFollowing {
    private final Following following;
    private final GraphStore store;

    HealthOfFollowing(Following following, GraphStore store) {
        this.following = following;
        this.store = store;
    }

    /** Whether there is anything to tell. */
    boolean isOfUse() {
        return following.follower().isPresent() || following.bundler().isPresent();
    }

    /** By name: for a reader where it looks, what it serves and keeps and what went wrong; for a writer the last bundle. */
    Map<String, Object> answer() {
        Map<String, Object> answer = new LinkedHashMap<>();
        following.follower().ifPresent(follower -> {
            FollowState state = follower.state();
            answer.put("role", "reader");
            answer.put("follows", state.from());
            if (state.lookedAt() != null) {
                answer.put("lookedAt", state.lookedAt().toString());
            }
            if (state.wanted() != null) {
                answer.put("wanted", state.wanted());
            }
            store.served().flatMap(OpenRelease::release).map(Release::id).ifPresent(id -> answer.put("served", id));
            store.previous().flatMap(OpenRelease::release).map(Release::id).ifPresent(id -> answer.put("kept", id));
            if (state.left()) {
                answer.put(
                        "rolledBack",
                        "The wanted release is not taken until POST /admin/follow, or until there is another.");
            }
            if (!state.problem().isEmpty()) {
                answer.put("problem", state.problem());
                answer.put("failures", state.failures());
            }
        });
        following.bundler().ifPresent(bundler -> {
            answer.put("bundle", bundler.made());
            if (!bundler.problem().isEmpty()) {
                answer.put("bundleProblem", bundler.problem());
            }
        });
        return answer;
    }

    /** How often in a row a look failed, or a bundle could not be made. */
    double failures() {
        return following.follower().map(each -> each.state().failures()).orElse(0)
                + following
                        .bundler()
                        .map(Bundler::problem)
                        .filter(why -> !why.isEmpty())
                        .map(why -> 1)
                        .orElse(0);
    }
}
