package org.werkgraaf.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.werkgraaf.follow.HandingOver.Keys;
import org.werkgraaf.follow.HandingOver.Reader;
import org.werkgraaf.follow.HandingOver.Writer;
import org.werkgraaf.store.Release;

/** Bundles behind an address: a bucket that is read by plain GET is no more than this server. */
class HttpSourceTest {
    private static final FollowLimits LIMITS = new FollowLimits(3600, 50_000_000, 200_000_000, 1_500, 400, 2);

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @TempDir
    private Path folder;

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private HttpServer stranger;

    @BeforeEach
    void listen() throws IOException {
        server = server(exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            String name = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            answers.getOrDefault(name, this::file).to(exchange);
        });
        stranger = server(exchange -> {
            asked.add("stranger " + exchange.getRequestURI());
            file(exchange);
        });
    }

    private HttpServer server(Answer answer) throws IOException {
        HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.setExecutor(threads);
        made.createContext("/", exchange -> {
            try (exchange) {
                answer.to(exchange);
            }
        });
        made.start();
        return made;
    }

    @AfterEach
    void close() {
        server.stop(0);
        stranger.stop(0);
        threads.shutdownNow();
    }

    private void file(HttpExchange exchange) throws IOException {
        Path file = folder.resolve("bundles")
                .resolve(exchange.getRequestURI().getPath().replaceFirst(".*/", ""));
        if (Files.notExists(file)) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.sendResponseHeaders(200, Files.size(file));
        Files.copy(file, exchange.getResponseBody());
    }

    private static String address(HttpServer of, String path) {
        return "http://localhost:" + of.getAddress().getPort() + path;
    }

    private static Answer redirect(String to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    @Test
    void fetchesByGetAndStaysWithinItsLimits() throws Exception {
        Keys keys = Keys.in(folder, "ours");
        Release first;
        Release second;
        try (Writer writer = new Writer(folder);
                Reader reader =
                        new Reader(folder, "reader", address(server, "/bucket/path"), keys.publicKey(), LIMITS)) {
            assertThat(reader.served()).isEqualTo("none");
            assertThat(reader.follower.state().problem()).contains("bundles.json answered with the status 404");
            first = writer.publish("koper", keys.own());
            assertThat(reader.look()).isEmpty();
            assertThat(reader.served()).isEqualTo(first.id());
            second = writer.publish("goud", keys.own());
            String bundle = BundleList.read(
                            Files.readAllBytes(writer.bundles().resolve(BundleList.FILE)), Signatures.verifying(""))
                    .current();

            answers.put(bundle, exchange -> {
                exchange.sendResponseHeaders(200, Files.size(writer.bundles().resolve(bundle)));
                exchange.getResponseBody().write(new byte[1000]);
            });
            assertThat(reader.look()).as("broken off").contains(bundle);
            answers.put(bundle, exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().flush();
                pause(2_000);
            });
            assertThat(reader.look()).as("stalled").contains("nothing came for 400 ms");
            answers.put(bundle, exchange -> {
                exchange.sendResponseHeaders(200, 0);
                drip(exchange.getResponseBody());
            });
            assertThat(reader.look()).as("too slow").contains("did not come within 1500 ms");
            answers.put(bundle, exchange -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] much = new byte[1 << 20];
                for (int i = 0; i < 60; i++) {
                    exchange.getResponseBody().write(much);
                }
            });
            assertThat(reader.look()).as("endless").contains("is longer than");
            answers.put(bundle, exchange -> exchange.sendResponseHeaders(503, -1));
            assertThat(reader.look()).as("refused").contains("status 503");
            answers.put(bundle, redirect(address(stranger, "/" + bundle)));
            assertThat(reader.look()).as("elsewhere").contains("redirects to another host");
            answers.put(bundle, redirect("file:///etc/hostname"));
            assertThat(reader.look()).as("no address of the web").contains("redirects to another host");
            answers.put(bundle, redirect(bundle));
            assertThat(reader.look()).as("in a circle").contains("redirects more than 2 times");
            assertThat(asked).noneMatch(each -> each.startsWith("stranger")).allMatch(each -> each.startsWith("GET "));
            assertThat(reader.served()).isEqualTo(first.id());

            answers.put(bundle, redirect("/other/" + bundle + "?signed=1"));
            answers.put("bundles.json", this::file);
            asked.clear();
            answers.put(bundle, exchange -> {
                if (exchange.getRequestURI().getPath().startsWith("/other/")) {
                    file(exchange);
                } else {
                    redirect("/other/" + bundle + "?signed=1").to(exchange);
                }
            });
            assertThat(reader.look()).isEmpty();
            assertThat(reader.served()).isEqualTo(second.id());
            assertThat(asked)
                    .containsExactly(
                            "GET /bucket/path/bundles.json",
                            "GET /bucket/path/" + bundle,
                            "GET /other/" + bundle + "?signed=1");
        }
    }

    private static void drip(OutputStream out) throws IOException {
        for (int i = 0; i < 40; i++) {
            out.write(1);
            out.flush();
            pause(100);
        }
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
