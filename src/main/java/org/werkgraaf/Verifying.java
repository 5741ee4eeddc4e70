package org.werkgraaf;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.publish.Verifier;

/** Has the release held against what was published after the start, again after each publishing, and when a file was touched. */
@Component
class Verifying {
    private final Verifier verifier;
    private final Publisher publisher;
    private final AfterStart after;

    Verifying(Verifier verifier, Publisher publisher, AfterStart after) {
        this.verifier = verifier;
        this.publisher = publisher;
        this.after = after;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    void begin() {
        publisher.afterPublish(verifier::renew);
        after.add(verifier::begin);
        verifier.watch();
    }
}
