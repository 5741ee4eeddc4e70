package org.werkgraaf;

import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.werkgraaf.engine.EngineKeeper;
import org.werkgraaf.follow.Follower;
import org.werkgraaf.follow.Following;
import org.werkgraaf.publish.Publisher;

/**
 * Has releases fetched from now on, or bundles made of those that are served, or has those put into the store that answers SPARQL, when the
 * service is ready and where that is wanted.
 */
@Component
class HandingOn {
    private final Following following;
    private final Publisher publisher;
    private final AfterStart after;
    private final ObjectProvider<EngineKeeper> engine;

    HandingOn(Following following, Publisher publisher, AfterStart after, ObjectProvider<EngineKeeper> engine) {
        this.engine = engine;
        this.following = following;
        this.publisher = publisher;
        this.after = after;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(3)
    void begin() {
        following.bundler().ifPresent(bundler -> {
            publisher.afterPublish(bundler::renew);
            after.add(() -> {
                bundler.renew();
                return CompletableFuture.completedFuture(null);
            });
        });
        engine.ifAvailable(keeper -> {
            publisher.afterPublish(keeper::renew);
            keeper.begin();
        });
        following.follower().ifPresent(Follower::begin);
    }
}
