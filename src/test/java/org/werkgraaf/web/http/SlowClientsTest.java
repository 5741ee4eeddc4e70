package org.werkgraaf.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.werkgraaf.Service;
import org.werkgraaf.SmallRelease;
import org.werkgraaf.Werkgraaf;
import org.werkgraaf.query.SpoolSpace;

/** Callers who send or read drop by drop hold neither threads nor memory, and not for long. */
@SpringBootTest(
        classes = Werkgraaf.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "werkgraaf.http.body-millis-max=5000",
            "werkgraaf.http.bodies-per-client-max=400",
            "werkgraaf.http.bodies-bytes-max=2000000",
            "werkgraaf.sparql.answer-millis-max=4000",
            "werkgraaf.sparql.answers-per-client-max=3",
            "werkgraaf.sparql.spool-bytes-max=14000000"
        })
@DirtiesContext
class SlowClientsTest {
    private static final String ASK = "ASK { ?s ?p ?o }";
    /** An answer of some four megabytes. */
    private static final String LARGE = "SELECT (CONCAT(\"" + "x".repeat(4000) + "\", STR(?s), STR(?p)) AS ?x)"
            + " { ?s ?p ?o . ?a ?b ?c } LIMIT 1000";

    private static final long THREE_ANSWERS = 11_000_000;

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private SpoolSpace space;

    private Service service;

    @DynamicPropertySource
    static void content(DynamicPropertyRegistry registry) {
        SmallRelease.serve(folder, registry);
    }

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    @Test
    void goesOnAnsweringWhileFiveHundredConnectionsSendTheirBodiesDropByDrop() throws Exception {
        service.get("/api/v1/search?q=zilver");
        List<Socket> slow = new ArrayList<>();
        try {
            long begun = System.nanoTime();
            for (int i = 0; i < 500; i++) {
                slow.add(begin("198.51.100.1", "Content-Length: 90000", "SELECT "));
            }
            // Who comes after the first were sent away finds room; on a busy machine all take longer to come.
            boolean atOnce = System.nanoTime() - begun < 4_500_000_000L;
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                long start = System.nanoTime();
                assertThat(service.get("/api/v1/search?q=zilver" + i).statusCode())
                        .isEqualTo(200);
                assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
                times.add((System.nanoTime() - start) / 1_000_000);
            }
            assertThat(Collections.max(times))
                    .as("milliseconds of search and health")
                    .isLessThan(5000);
            HttpResponse<String> other = service.post("/sparql", "application/sparql-query", ASK);
            assertThat(other.statusCode()).isEqualTo(200);
            List<String> answers = new ArrayList<>();
            for (Socket socket : slow) {
                answers.add(answer(socket));
            }
            int refused = (int) answers.stream()
                    .filter(each -> each.contains("too-many-bodies"))
                    .count();
            assertThat(refused).isBetween(atOnce ? 100 : 0, 100);
            assertThat(answers)
                    .filteredOn(each -> each.contains("body-too-slow") && each.startsWith("HTTP/1.1 408"))
                    .hasSize(500 - refused);
            assertThat(answers).allMatch(each -> each.contains("Connection: close"));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void doesNotWaitLongerThanItMayForABodyThatKeepsComing() throws Exception {
        try (Socket socket = begin("198.51.100.2", "Content-Length: 90000", "")) {
            long start = System.nanoTime();
            try {
                for (int i = 0; i < 600; i++) {
                    socket.getOutputStream().write(" ".repeat(100).getBytes(StandardCharsets.US_ASCII));
                    Thread.sleep(100);
                }
            } catch (SocketException e) {
                // It was cut off.
            }
            assertThat((System.nanoTime() - start) / 1_000_000).isBetween(4000L, 40_000L);
        }
    }

    @Test
    void answersABodyThatComesInPieces() throws Exception {
        byte[] query = ASK.getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = begin("198.51.100.3", "Content-Length: " + query.length, "")) {
            for (byte letter : query) {
                Thread.sleep(30);
                socket.getOutputStream().write(letter);
            }
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").contains("\"boolean\"", "Content-Security-Policy");
        }
    }

    @Test
    void answersABodyThatSaysNothingOfItsLength() throws Exception {
        String chunk = Integer.toHexString(ASK.length()) + "\r\n" + ASK + "\r\n0\r\n\r\n";
        try (Socket socket = begin("198.51.100.4", "Transfer-Encoding: chunked", "")) {
            Thread.sleep(100);
            socket.getOutputStream().write(chunk.getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").contains("\"boolean\"");
        }
    }

    @Test
    void readsAFormThatComesInPieces() throws Exception {
        String form =
                "query=" + URLEncoder.encode("SELECT (\"a b\" AS ?x) {}", StandardCharsets.UTF_8) + "&timeout=4000";
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("POST /sparql?format=csv HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                    + form.length() + "\r\n\r\n" + form.substring(0, 20))
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(200);
            socket.getOutputStream().write(form.substring(20).getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 200")
                    .contains("a b")
                    .contains("text/csv");
        }
    }

    @Test
    void keepsNoMoreOfBodiesThatAreNotCompleteThanItMay() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                sockets.add(begin("198.51.100.5", "Content-Length: 290000", " ".repeat(280_000)));
            }
            List<String> answers = new ArrayList<>();
            for (Socket socket : sockets) {
                answers.add(answer(socket));
            }
            assertThat(answers).anyMatch(each -> each.contains("werkgraaf.http.bodies-bytes-max"));
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void cutsReadersOffWhoDoNotTakeTheirAnswer() throws Exception {
        List<Socket> readers = whileThreeReadersHoldTheirAnswers("198.51.100.6", () -> {
            try (Socket fourth = reader("198.51.100.6", LARGE + " # 4")) {
                for (int i = 0; i < 20; i++) {
                    service.get("/api/v1/search?q=zilver");
                }
                String refused = answer(fourth);
                return () -> assertThat(refused).contains("werkgraaf.sparql.answers-per-client-max");
            }
        });
        try {
            assertThat(service.post("/sparql", "application/sparql-query", ASK).statusCode())
                    .isEqualTo(200);
            assertThat(roomIsGivenBack()).isTrue();
            for (Socket socket : readers) {
                assertThat(answer(socket)).hasSizeLessThan(3_000_000);
            }
        } finally {
            close(readers);
        }
    }

    @Test
    void refusesALargeAnswerWhenOthersTakeTheRoomForThem() throws Exception {
        close(whileThreeReadersHoldTheirAnswers("198.51.100.7", () -> {
            HttpResponse<String> other = service.post("/sparql", "application/sparql-query", LARGE);
            return () -> {
                assertThat(other.statusCode()).isEqualTo(429);
                assertThat(other.body()).contains("werkgraaf.sparql.spool-bytes-max");
            };
        }));
        assertThat(roomIsGivenBack()).isTrue();
        HttpResponse<String> whole = service.post("/sparql", "application/sparql-query", LARGE);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(Service.json(whole).get("results").get("bindings")).hasSize(1000);
    }

    /**
     * Does something while three readers take nothing of a large answer, and holds what it gives only if they still had theirs
     * afterwards: on a busy machine they may have been cut off before, and all is done again.
     */
    private List<Socket> whileThreeReadersHoldTheirAnswers(String client, Callable<Runnable> something)
            throws Exception {
        for (int times = 0; times < 10; times++) {
            List<Socket> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(reader(client, LARGE + " # " + i));
            }
            for (int i = 0; i < 80 && space.used() < THREE_ANSWERS; i++) {
                Thread.sleep(50);
            }
            // The last piece is put by a moment before the answer is on its way.
            Thread.sleep(300);
            boolean held = space.used() > THREE_ANSWERS;
            Runnable check = something.call();
            if (held && space.used() > THREE_ANSWERS) {
                check.run();
                return readers;
            }
            close(readers);
            assertThat(roomIsGivenBack()).isTrue();
        }
        throw new AssertionError("Three readers never had their answers at the same time");
    }

    private boolean roomIsGivenBack() throws InterruptedException {
        for (int i = 0; i < 1200 && space.used() > 0; i++) {
            Thread.sleep(50);
        }
        return space.used() == 0;
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Asks, and reads nothing yet. */
    private Socket reader(String client, String query) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress("localhost", port));
        socket.getOutputStream().write(head(client, "Content-Length: " + query.length()));
        socket.getOutputStream().write(query.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Socket begin(String client, String header, String start) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.getOutputStream().write(head(client, header));
        socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static byte[] head(String client, String header) {
        return ("POST /sparql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/sparql-query\r\n"
                        + "X-Forwarded-For: " + client + "\r\n" + header + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** All that comes until the connection is closed, by either end of it. */
    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        StringBuilder text = new StringBuilder();
        byte[] piece = new byte[8192];
        InputStream in = socket.getInputStream();
        try {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                text.append(new String(piece, 0, count, StandardCharsets.UTF_8));
            }
        } catch (SocketException e) {
            // Closed while something of ours was not read.
        }
        return text.toString();
    }
}
