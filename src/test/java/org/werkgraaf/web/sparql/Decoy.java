package org.werkgraaf.web.sparql;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that an attack would have to reach. It answers as a SPARQL endpoint and remembers each request. */
final class Decoy implements AutoCloseable {
    private static final String RESULT = """
            {"head": {"vars": ["s", "name"]}, "results": {"bindings": [
              {"s": {"type": "uri", "value": "urn:decoy:s"}, "name": {"type": "literal", "value": "from the decoy"}}]}}
            """;

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String redirect = "";
    private volatile String result = RESULT;

    Decoy() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            if (!redirect.isEmpty()) {
                exchange.getResponseHeaders().set("Location", redirect);
                exchange.sendResponseHeaders(307, -1);
            } else {
                byte[] bytes = result.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
    }

    /** Its address, with a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Method, path and body of each request so far. */
    List<String> requests() {
        return requests;
    }

    /** Answers from now on by sending the caller elsewhere; an empty address ends that. */
    void redirectTo(String address) {
        redirect = address;
    }

    /** Answers from now on with a text; an empty one stands for the usual answer. */
    void answer(String text) {
        result = text.isEmpty() ? RESULT : text;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
