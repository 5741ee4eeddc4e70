package org.werkgraaf;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.werkgraaf.dump.Dumps;
import org.werkgraaf.publish.Publisher;

/** Has the dumps of the published release made when the service is ready, and again after each publishing. */
@Component
class DumpKeeping {
    private final Dumps dumps;
    private final Publisher publisher;

    DumpKeeping(Dumps dumps, Publisher publisher) {
        this.dumps = dumps;
        this.publisher = publisher;
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        publisher.stop();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        publisher.afterPublish(dumps::renew);
        dumps.start();
    }
}
