package org.werkgraaf;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.werkgraaf.web.Prepared;

/** Has made after the start what readers would wait for, where no first request has brought it about. */
@Component
class Preparing {
    private final List<Prepared> prepared;
    private final AfterStart after;

    Preparing(List<Prepared> prepared, AfterStart after) {
        this.prepared = prepared;
        this.after = after;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void begin() {
        prepared.forEach(each -> after.add(() -> {
            each.prepare();
            return CompletableFuture.completedFuture(null);
        }));
    }
}
