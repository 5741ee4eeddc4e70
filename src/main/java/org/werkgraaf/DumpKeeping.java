package org.werkgraaf;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.werkgraaf.dump.Dumps;
import org.werkgraaf.publish.Publisher;

/** Has the dumps of the published release made after the start, and again after each publishing. */
@Component
class DumpKeeping {
    private final Dumps dumps;
    private final Publisher publisher;
    private final AfterStart after;

    DumpKeeping(Dumps dumps, Publisher publisher, AfterStart after) {
        this.dumps = dumps;
        this.publisher = publisher;
        this.after = after;
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        publisher.stop();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(2)
    void begin() {
        publisher.afterPublish(dumps::renew);
        after.add(dumps::start);
    }
}
