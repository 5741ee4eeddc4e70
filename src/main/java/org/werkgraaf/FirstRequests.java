package org.werkgraaf;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.Readiness;

/**
 * Asks the service itself for what people ask first: the first visitor would else wait for classes and templates to be read. It begins
 * before the service says that it is ready, and keeps that waiting no longer than its setting; what is left by then is asked after.
 */
@Component
@ConditionalOnWebApplication
class FirstRequests implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FirstRequests.class);
    /** A page that does not come keeps the others waiting no longer than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApplicationContext context;
    private final ServerProperties server;
    private final EntityIndex index;
    private final FirstPaths paths;
    private final AfterStart after;
    private final Readiness readiness;
    private final long millisMax;
    private volatile boolean running;

    FirstRequests(
            ApplicationContext context,
            ServerProperties server,
            EntityIndex index,
            FirstPaths paths,
            AfterStart after,
            Readiness readiness,
            Settings settings) {
        this.context = context;
        this.server = server;
        this.index = index;
        this.paths = paths;
        this.after = after;
        this.readiness = readiness;
        this.millisMax = settings.http().firstRequestsMillisMax();
    }

    @Override
    public void start() {
        running = true;
        if (millisMax > 0
                && server.getSsl() == null
                && index.stamp().isPresent()
                && context instanceof WebServerApplicationContext web
                && web.getWebServer() != null) {
            int port = web.getWebServer().getPort();
            readiness.begin();
            try {
                CompletableFuture<Void> asked = new CompletableFuture<>();
                after.add(() -> ask(port, asked));
                asked.get(millisMax, TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                // Whoever comes first may wait for the rest.
                LOG.debug("The service is ready before all first requests are answered");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                readiness.end();
            }
        }
    }

    /** Asks for one after another: many at once would keep each other, and the first visitor, waiting. */
    private CompletableFuture<Void> ask(int port, CompletableFuture<Void> asked) {
        long begun = System.nanoTime();
        // No threads of its own that outlive the few requests.
        HttpClient client =
                HttpClient.newBuilder().executor(ForkJoinPool.commonPool()).build();
        int answered = 0;
        try {
            for (String path : paths.all()) {
                if (running && isAnswered(client, request(port, path))) {
                    answered++;
                }
            }
        } finally {
            asked.complete(null);
        }
        LOG.info(
                "First requests: {} answered after {} ms",
                answered,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        return asked;
    }

    private static boolean isAnswered(HttpClient client, HttpRequest request) {
        try {
            client.send(request, HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            // What is wrong with an answer the log of requests says.
            LOG.debug("{} was not answered", request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private HttpRequest request(int port, String path) {
        InetAddress address = server.getAddress();
        String host = address == null || address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
        return HttpRequest.newBuilder(
                        URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + path))
                .timeout(PATIENCE)
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html,*/*;q=0.5")
                .header("Accept-Language", Languages.FIRST)
                .build();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
