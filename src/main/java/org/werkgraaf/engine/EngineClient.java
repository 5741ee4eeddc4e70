package org.werkgraaf.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.werkgraaf.query.EngineException;
import org.werkgraaf.query.EngineException.Reason;

/** Speaks HTTP with the other store, at the addresses of the settings and at no others: redirects are not followed. */
final class EngineClient {
    private static final int SAID_MAX = 300;
    /** How long a small question may take. */
    private static final Duration SMALL = Duration.ofSeconds(10);

    private final HttpClient http;
    private final EngineSettings settings;
    private final Credentials credentials;

    EngineClient(EngineSettings settings) {
        this.settings = settings;
        this.credentials = new Credentials(settings.user(), settings.password());
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMillis(settings.connectMillisMax()))
                .build();
    }

    /** Asks for rows in JSON. Whoever reads them closes them; to cancel what is returned ends the request. */
    CompletableFuture<HttpResponse<InputStream>> ask(ReleaseQuery.Sent query) {
        String form = Stream.of(
                        Stream.of(field("query", query.text())),
                        query.defaultGraphs().stream().map(each -> field("default-graph-uri", each)),
                        query.namedGraphs().stream().map(each -> field("named-graph-uri", each)))
                .flatMap(each -> each)
                .collect(Collectors.joining("&"));
        return send(() -> form(settings.query(), form).header("Accept", "application/sparql-results+json"));
    }

    /** Asks what a store has an answer to at once, or with time for what it must count. */
    InputStream rows(String query, boolean counts) {
        Duration time = counts ? writing() : SMALL;
        return body(await(send(() -> form(settings.query(), field("query", query))
                .header("Accept", "application/sparql-results+json")
                .timeout(time))));
    }

    /** Changes what is there. */
    void update(String update) {
        URI address = Objects.requireNonNull(settings.update());
        close(body(await(send(() -> form(address, field("update", update)).timeout(writing())))));
    }

    /** Puts a graph there, in place of what has its name. */
    void put(Node graph, Path file) {
        close(body(await(send(() -> HttpRequest.newBuilder(address(graph))
                .header("Content-Type", "application/n-triples")
                .timeout(writing())
                .PUT(file(file))))));
    }

    /** Reads a graph, as N-Triples. */
    InputStream get(Node graph) {
        return body(await(send(() -> HttpRequest.newBuilder(address(graph))
                .header("Accept", "application/n-triples")
                .timeout(writing())
                .GET())));
    }

    private Duration writing() {
        return Duration.ofMillis(settings.writeMillisMax());
    }

    private static BodyPublisher file(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI address(Node graph) {
        URI data = Objects.requireNonNull(settings.data());
        return URI.create(data + (data.getRawQuery() == null ? "?" : "&") + field("graph", graph.getURI()));
    }

    private static HttpRequest.Builder form(URI address, String form) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Sends a request, and sends it again with credentials when they are asked for. */
    private CompletableFuture<HttpResponse<InputStream>> send(Supplier<HttpRequest.Builder> request) {
        HttpRequest.Builder first = request.get();
        credentials.known(first.build()).ifPresent(header -> first.setHeader("Authorization", header));
        CompletableFuture<HttpResponse<InputStream>> sent = http.sendAsync(first.build(), BodyHandlers.ofInputStream());
        AtomicReference<CompletableFuture<?>> running = new AtomicReference<>(sent);
        CompletableFuture<HttpResponse<InputStream>> answered = sent.thenCompose(answer -> {
            HttpRequest.Builder second = request.get();
            Optional<String> header = answer.statusCode() == 401
                    ? credentials.answer(answer.headers().allValues("WWW-Authenticate"), second.build())
                    : Optional.empty();
            if (header.isEmpty()) {
                return CompletableFuture.completedFuture(answer);
            }
            close(answer.body());
            CompletableFuture<HttpResponse<InputStream>> again = http.sendAsync(
                    second.setHeader("Authorization", header.get()).build(), BodyHandlers.ofInputStream());
            running.set(again);
            return again;
        });
        // To end what is waited for ends what it waits for.
        answered.whenComplete((answer, e) -> {
            if (answered.isCancelled()) {
                Objects.requireNonNull(running.get()).cancel(true);
            }
        });
        return answered;
    }

    private static HttpResponse<InputStream> await(CompletableFuture<HttpResponse<InputStream>> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw unreachable(e.getCause() == null ? e : e.getCause());
        }
    }

    /** What to say when there was no answer at all. */
    static EngineException unreachable(Throwable cause) {
        return new EngineException(
                Reason.UNAVAILABLE,
                "The store that answers SPARQL cannot be reached ("
                        + cause.getClass().getSimpleName() + "), so there is no answer. Try again in a moment.",
                cause);
    }

    /**
     * The body of an answer that is one.
     *
     * @throws EngineException when it is an error
     */
    static InputStream body(HttpResponse<InputStream> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return answer.body();
        }
        String said = said(answer.body());
        boolean query = status == 400 || status == 500 || status == 501 || status == 413;
        throw new EngineException(
                query ? Reason.NOT_ANSWERED : Reason.UNAVAILABLE,
                query
                        ? "The store that answers SPARQL does not answer this query (status " + status
                                + (said.isEmpty() ? "" : ": " + said) + "). Ask it in another way, or ask for less."
                        : "The store that answers SPARQL gave no answer (status " + status
                                + "). Try again in a moment.");
    }

    private static String said(InputStream body) {
        try (body) {
            return new String(body.readNBytes(SAID_MAX), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static void close(InputStream body) {
        try (body) {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw unreachable(e);
        }
    }
}
