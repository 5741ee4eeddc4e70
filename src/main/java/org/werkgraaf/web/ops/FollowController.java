package org.werkgraaf.web.ops;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.account.Right;
import org.werkgraaf.follow.Follower;
import org.werkgraaf.follow.Following;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.StoreException;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.sign.Gate;

/** {@code POST /admin/rollback} and {@code POST /admin/follow}: which release a reader serves. Off unless a token is set. */
@RestController
@Tag(name = "Operations")
class FollowController {
    private final Following following;
    private final HealthOfFollowing health;
    private final Gate gate;

    FollowController(Following following, HealthOfFollowing health, Gate gate) {
        this.following = following;
        this.health = health;
        this.gate = gate;
    }

    @Operation(
            operationId = "rollback",
            summary = "In a reader: serve the release before again, until another one or a look is asked for")
    @PostMapping("/admin/rollback")
    Map<String, Object> rollback(@Parameter(hidden = true) HttpServletRequest request) {
        Follower follower = follower(request);
        try {
            if (follower.rollBack().isEmpty()) {
                throw new RequestException(
                        ErrorCode.NOT_FOUND, "This service keeps no release before the one that it serves.");
            }
        } catch (StoreException e) {
            throw new RequestException(ErrorCode.PUBLISH_FAILED, String.valueOf(e.getMessage()));
        }
        return health.answer();
    }

    @Operation(
            operationId = "follow",
            summary = "In a reader: look now for a release, also for one that was rolled back")
    @PostMapping("/admin/follow")
    Map<String, Object> follow(@Parameter(hidden = true) HttpServletRequest request) {
        Follower follower = follower(request);
        try {
            follower.forward();
        } catch (StoreException e) {
            throw new RequestException(ErrorCode.PUBLISH_FAILED, String.valueOf(e.getMessage()));
        }
        return health.answer();
    }

    /** Lets nobody change what a reader serves: it would be gone with the next release. */
    static void requireWriter(Publisher publisher) {
        if (publisher.isFollowing()) {
            throw new RequestException(
                    ErrorCode.READ_ONLY,
                    "This service is a reader (werkgraaf.role): it serves what another one publishes. Publish there.");
        }
    }

    private Follower follower(HttpServletRequest request) {
        gate.require(request, Right.RELEASES_PUBLISH);
        return following
                .follower()
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "This service follows no other one (werkgraaf.role): it serves what it publishes itself."));
    }
}
