package org.werkgraaf;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.publish.Verifier;

/** Has the release held against what was published when the service is ready, again after each publishing, and when a file was touched. */
@Component
class Verifying {
    private final Verifier verifier;
    private final Publisher publisher;

    Verifying(Verifier verifier, Publisher publisher) {
        this.verifier = verifier;
        this.publisher = publisher;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        publisher.afterPublish(verifier::renew);
        verifier.renew();
        verifier.watch();
    }
}
