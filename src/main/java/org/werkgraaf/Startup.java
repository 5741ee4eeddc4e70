package org.werkgraaf;

import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.werkgraaf.assess.Assessor;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.web.WebSettings;

/** Lets requests in when the release stands that was opened or published while the web application was put together. */
@Component
class Startup implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final WebSettings settings;
    private final CompletableFuture<Void> opening;
    private boolean running;

    Startup(Publisher publisher, ObjectProvider<Opening> begun, Assessor assessor, WebSettings settings) {
        this.settings = settings;
        publisher.afterPublish(assessor::renew);
        Opening early = begun.getIfAvailable();
        this.opening = (early == null ? CompletableFuture.runAsync(publisher::start) : early.opened())
                .thenRun(assessor::renew);
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

    @EventListener
    void say(ApplicationReadyEvent ready) {
        LOG.info("Werkgraaf is ready at {}", settings.baseUrl());
    }

    /** Before the web server begins to listen. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 2048;
    }
}
