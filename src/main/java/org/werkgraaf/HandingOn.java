package org.werkgraaf;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.werkgraaf.follow.Follower;
import org.werkgraaf.follow.Following;
import org.werkgraaf.publish.Publisher;

/** Has releases fetched from now on, or bundles made of those that are served, when the service is ready and where that is wanted. */
@Component
class HandingOn {
    private final Following following;
    private final Publisher publisher;

    HandingOn(Following following, Publisher publisher) {
        this.following = following;
        this.publisher = publisher;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        following.bundler().ifPresent(bundler -> {
            publisher.afterPublish(bundler::renew);
            bundler.renew();
        });
        following.follower().ifPresent(Follower::begin);
    }
}
