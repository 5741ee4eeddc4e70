package org.werkgraaf.fire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Attacks on a service in a process of its own, while somebody searches. */
final class Fire {
    private static final Pattern PAUSE = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\) ([0-9.]+)ms");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z-]+)\"");

    private final int port;
    private final Path collections;

    /**
     * @param port where the service listens
     * @param collections the log of its garbage collections
     */
    Fire(int port, Path collections) {
        this.port = port;
        this.collections = collections;
    }

    interface Attack {
        /** Attacks, and says what came of it. */
        String run() throws Exception;
    }

    /**
     * What became of an attack.
     *
     * @param name of the attack
     * @param search how long searches took beside it
     * @param said what the attacker got
     * @param heap the most that was in use after a collection, in MB
     */
    record Outcome(String name, Searcher.Times search, String said, int heap) {
        @Override
        public String toString() {
            return String.format("| %s | %s | %d MB | %s |", name, search, heap, said);
        }
    }

    /** Searches for a while without any attack. */
    Searcher.Times idle(long millis) throws InterruptedException {
        Searcher searcher = new Searcher(port);
        searcher.start();
        Thread.sleep(millis);
        return searcher.end();
    }

    Outcome attack(String name, Attack attack) throws Exception {
        int before = lines().size();
        Searcher searcher = new Searcher(port);
        searcher.start();
        String said = attack.run();
        Searcher.Times times = searcher.end();
        return new Outcome(name, times, said, heap(lines().subList(before, lines().size())));
    }

    private List<String> lines() throws IOException {
        return Files.exists(collections) ? Files.readAllLines(collections) : List.of();
    }

    private static int heap(List<String> lines) {
        return lines.stream()
                .map(PAUSE::matcher)
                .filter(Matcher::find)
                .mapToInt(pause -> Integer.parseInt(pause.group(2)))
                .max()
                .orElse(0);
    }

    /** Asks so many queries at once, from an address for each four; what they got, counted. */
    String all(List<String> texts, int atOnce) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sparql"))
                    .header("Content-Type", "application/sparql-query")
                    .header("X-Forwarded-For", Attacks.address(i / 4 + 1))
                    .timeout(Duration.ofSeconds(60))
                    .POST(HttpRequest.BodyPublishers.ofString(texts.get(i % texts.size()) + " # " + i))
                    .build();
            answers.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .handle((answer, e) -> e != null ? e.toString() : said(answer)));
        }
        Map<String, Integer> counted = new TreeMap<>();
        answers.forEach(each -> counted.merge(each.join(), 1, Integer::sum));
        return counted.toString();
    }

    private static String said(HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            return "whole";
        }
        Matcher code = CODE.matcher(answer.body());
        return code.find() ? code.group(1) : answer.statusCode() + " " + answer.body();
    }

    /** Connections from one address that announce a body and send the first word of it. */
    String slowBodies(int count, long millis) throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(connected(9, 90_000, "SELECT "));
            }
            Thread.sleep(millis);
        } finally {
            close(sockets);
        }
        return count + " connections";
    }

    /** Readers who ask for a large answer and take hardly any of it. */
    String slowReaders(int count, long millis) throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                String query = Attacks.queries().get("large-result") + " # " + i;
                sockets.add(connected(i / 4 + 20, query.length(), query));
            }
            for (long left = millis; left > 0; left -= 250) {
                for (Socket socket : sockets) {
                    drop(socket);
                }
                Thread.sleep(250);
            }
        } finally {
            close(sockets);
        }
        return count + " readers";
    }

    private Socket connected(int client, int length, String start) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(1);
        socket.getOutputStream()
                .write(("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                                + "X-Forwarded-For: " + Attacks.address(client) + "\r\nContent-Length: " + length
                                + "\r\n\r\n" + start)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void drop(Socket socket) {
        try {
            if (socket.getInputStream().read(new byte[128]) < 0) {
                socket.close();
            }
        } catch (IOException e) {
            // Nothing there, or cut off.
        }
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
