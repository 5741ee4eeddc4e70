package org.werkgraaf;

import java.util.concurrent.CompletableFuture;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.werkgraaf.publish.Publisher;

/** Opens or publishes the release while the web application is being built, and lets requests in when it stands. */
@Component
class Startup implements SmartLifecycle {
    private final CompletableFuture<Void> opening;
    private boolean running;

    Startup(Publisher publisher) {
        this.opening = CompletableFuture.runAsync(publisher::start);
    }

    @Override
    public void start() {
        opening.join();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server begins to listen. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 2048;
    }
}
