package org.werkgraaf.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between the service and a store, and spoils answers to queries when it is told to. */
final class EngineProxy implements AutoCloseable {
    /** What becomes of the answer to a query that callers sent. */
    enum Fault {
        NONE,
        /** The second half is missing, and nothing else says so. */
        HALF,
        /** The last two characters are missing. */
        NEARLY_WHOLE,
        /** It never comes. */
        NEVER,
        /** It is said in a header that rows are missing. */
        ROWS_CUT,
        /** One value does not end. */
        ENDLESS,
        /** It is elsewhere. */
        ELSEWHERE,
        /** It is no SPARQL. */
        PAGE,
        /** The store does not understand the query. */
        REFUSED
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PART = 1 << 16;

    private final HttpServer server;
    private final String target;
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<String> elsewhere = new CopyOnWriteArrayList<>();
    private volatile Fault fault = Fault.NONE;

    /** @param target address of the store, without a path */
    EngineProxy(String target) throws IOException {
        this.target = target;
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/ds/", this::forward);
        server.createContext("/elsewhere", exchange -> {
            elsewhere.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void fault(Fault next) {
        fault = next;
    }

    /** What came to an address that is not in the settings. */
    List<String> elsewhere() {
        return elsewhere;
    }

    /** How many callers wait for an answer that never comes. */
    int waiting() {
        return waiting.get();
    }

    private void forward(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : List.of("Authorization", "Content-Type", "Accept")) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        boolean query = exchange.getRequestURI().getPath().endsWith("/query")
                && new String(body, java.nio.charset.StandardCharsets.UTF_8).contains("union");
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers()
                    .allValues("WWW-Authenticate")
                    .forEach(value -> exchange.getResponseHeaders().add("WWW-Authenticate", value));
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(value -> exchange.getResponseHeaders().set("Content-Type", value));
            if (query && answer.statusCode() == 200 && fault != Fault.NONE) {
                spoil(exchange, answer.body());
            } else {
                send(exchange, answer.statusCode(), answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void spoil(HttpExchange exchange, byte[] whole) throws IOException, InterruptedException {
        switch (fault) {
            case HALF -> send(exchange, 200, Arrays.copyOf(whole, whole.length / 2));
            case NEARLY_WHOLE -> {
                int end = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .stripTrailing()
                        .length();
                send(exchange, 200, Arrays.copyOf(whole, end - 2));
            }
            case NEVER -> {
                waiting.incrementAndGet();
                Thread.sleep(20_000);
            }
            case ROWS_CUT -> {
                exchange.getResponseHeaders().set("X-SPARQL-MaxRows", "10000");
                send(exchange, 200, whole);
            }
            case ENDLESS -> endless(exchange);
            case ELSEWHERE -> {
                exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
                send(exchange, 307, new byte[0]);
            }
            case PAGE -> send(exchange, 200, "<html><body>Welcome</body></html>".getBytes());
            case REFUSED -> send(exchange, 400, "Virtuoso 37000 Error SP030: SPARQL compiler\nquery text".getBytes());
            default -> throw new IllegalStateException(fault.name());
        }
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] part = new byte[PART];
        Arrays.fill(part, (byte) 'x');
        exchange.getResponseBody()
                .write(
                        "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{\"s\":{\"type\":\"literal\",\"value\":\""
                                .getBytes());
        for (int i = 0; i < 10_000; i++) {
            exchange.getResponseBody().write(part);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
