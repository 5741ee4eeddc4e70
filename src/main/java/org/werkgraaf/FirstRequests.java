package org.werkgraaf;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.werkgraaf.index.Facet;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.vocabulary.ClassNames;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.Readiness;

/**
 * Asks the service itself for what people ask first, before it says that it is ready: the first visitor would else wait for classes
 * and templates to be read. Takes no longer than its setting; what is not answered by then the first visitor waits for.
 */
@Component
@ConditionalOnWebApplication
class FirstRequests implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FirstRequests.class);

    private final ApplicationContext context;
    private final ServerProperties server;
    private final EntityIndex index;
    private final Readiness readiness;
    private final long millisMax;
    private boolean running;

    FirstRequests(
            ApplicationContext context,
            ServerProperties server,
            EntityIndex index,
            Readiness readiness,
            Settings settings) {
        this.context = context;
        this.server = server;
        this.index = index;
        this.readiness = readiness;
        this.millisMax = settings.http().firstRequestsMillisMax();
    }

    @Override
    public void start() {
        running = true;
        if (millisMax > 0 && server.getSsl() == null && index.stamp().isPresent()) {
            readiness.begin();
            try {
                ask();
            } finally {
                readiness.end();
            }
        }
    }

    private void ask() {
        if (!(context instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        long begun = System.nanoTime();
        int port = web.getWebServer().getPort();
        // No threads of its own that outlive the few requests.
        HttpClient client =
                HttpClient.newBuilder().executor(ForkJoinPool.commonPool()).build();
        CompletableFuture<?>[] answers = paths().stream()
                .map(path -> client.sendAsync(request(port, path), HttpResponse.BodyHandlers.discarding()))
                .toArray(CompletableFuture[]::new);
        String said = "answered";
        try {
            CompletableFuture.allOf(answers).get(millisMax, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Whoever comes first waits for the rest; what is wrong with an answer the log of requests says.
            said = "not all answered";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info("First requests: {} after {} ms", said, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private HttpRequest request(int port, String path) {
        InetAddress address = server.getAddress();
        String host = address == null || address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
        return HttpRequest.newBuilder(
                        URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + path))
                .timeout(Duration.ofMillis(millisMax))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                .header("Accept-Language", Languages.FIRST)
                .build();
    }

    /** One page of each kind that visitors begin with. */
    private List<String> paths() {
        List<String> paths = new ArrayList<>(List.of("/", "/search?q=a", "/questions", "/check", "/api/v1/search?q=a"));
        for (String type : List.of(ClassNames.CASE, ClassNames.TECHNIQUE)) {
            index.search(new SearchRequest(
                            "",
                            Languages.FIRST,
                            Map.of(Facet.TYPE, Set.of(type)),
                            null,
                            null,
                            null,
                            SearchRequest.Sorting.LABEL,
                            1,
                            null))
                    .hits()
                    .forEach(hit -> paths.add("/id/" + hit.thing().id()));
        }
        return paths;
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
