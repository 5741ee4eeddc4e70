package org.werkgraaf.fire;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.werkgraaf.OtherProcess;

/** Fires each attack at a service with a heap of 384 MB while somebody searches, and says what became of both. */
public final class FireRun {
    private static final Pattern PAUSE = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\) ([0-9.]+)ms");
    private static final int IDLE_MILLIS = 5000;

    private FireRun() {}

    /** @param args a folder with a var in it, the names of attacks (all when none is given) */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path gc = folder.resolve("gc.log");
        Path thrown = folder.resolve("thrown.log");
        List<String> settings = new ArrayList<>(List.of(
                "--werkgraaf.var=" + folder.resolve("var"),
                "--werkgraaf.content.ontology=ontology",
                "--werkgraaf.content.data=data",
                "--werkgraaf.content.queries=queries"));
        String extra = System.getProperty("fire.settings", "");
        if (!extra.isEmpty()) {
            settings.addAll(List.of(extra.split(" ")));
        }
        try (OtherProcess process = OtherProcess.start(
                folder,
                List.of(),
                List.of(
                        "-Xlog:gc:file=" + gc + "::filecount=0",
                        "-Xlog:exceptions=info:file=" + thrown + "::filecount=0"),
                settings.toArray(String[]::new))) {
            Searcher warm = new Searcher(process.port());
            warm.start();
            Thread.sleep(8000);
            warm.end();
            Searcher idle = new Searcher(process.port());
            idle.start();
            Thread.sleep(IDLE_MILLIS);
            System.out.println("idle: " + idle.end());
            Map<String, Attack> attacks = attacks(process.port());
            for (String name :
                    args.length > 1 ? List.of(args).subList(1, args.length) : List.copyOf(attacks.keySet())) {
                int lines = lines(gc).size();
                long errors = errors(thrown);
                Searcher searcher = new Searcher(process.port());
                searcher.start();
                long start = System.currentTimeMillis();
                String said = attacks.get(name).run();
                long took = System.currentTimeMillis() - start;
                System.out.printf(
                        "%-22s %5.1f s  search %s; %s; OutOfMemoryErrors %d; %s%n",
                        name,
                        took / 1000.0,
                        searcher.end(),
                        heap(lines(gc).subList(lines, lines(gc).size())),
                        errors(thrown) - errors,
                        said);
                Thread.sleep(2000);
            }
            System.out.println(process.log()
                    .lines()
                    .filter(l -> l.contains("ERROR") || l.contains("WARN"))
                    .limit(20)
                    .toList());
        }
    }

    interface Attack {
        String run() throws Exception;
    }

    private static Map<String, Attack> attacks(int port) {
        Map<String, Attack> attacks = new LinkedHashMap<>();
        Map<String, String> queries = new LinkedHashMap<>(Attacks.queries());
        queries.putAll(Attacks.more());
        queries.forEach((name, text) -> attacks.put(name, () -> all(port, List.of(text), 8)));
        attacks.put("sixteen", () -> all(port, List.copyOf(Attacks.queries().values()), 16));
        attacks.put("sixteen-more", () -> all(port, List.copyOf(Attacks.more().values()), 16));
        attacks.put("slow-readers", () -> slowReaders(port));
        attacks.put("slow-bodies", () -> slowBodies(port));
        return attacks;
    }

    /** Asks so many at once, from an address for each four. */
    private static String all(int port, List<String> texts, int atOnce) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            answers.add(http.sendAsync(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sparql"))
                                    .header("Content-Type", "application/sparql-query")
                                    .header("X-Forwarded-For", Attacks.address(i / 4 + 1))
                                    .timeout(Duration.ofSeconds(60))
                                    .POST(HttpRequest.BodyPublishers.ofString(texts.get(i % texts.size()) + " # " + i))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .handle((answer, e) -> e != null
                            ? e.toString()
                            : answer.statusCode() == 200
                                    ? "200 " + answer.body().length / 1000 + " kB"
                                    : answer.statusCode() + " " + code(new String(answer.body()))));
        }
        Map<String, Integer> counted = new java.util.TreeMap<>();
        answers.forEach(each -> counted.merge(each.join(), 1, Integer::sum));
        return counted.toString();
    }

    private static String code(String problem) {
        Matcher code = Pattern.compile("\"code\":\"([a-z-]+)\"").matcher(problem);
        return code.find() ? code.group(1) : problem;
    }

    private static String slowReaders(int port) {
        String query = Attacks.queries().get("large-result");
        List<CompletableFuture<Boolean>> readers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int client = i / 4 + 1;
            String text = query + " # " + i;
            readers.add(inThread(() -> Attacks.readSlowly(port, client, text, 512, 45_000)));
        }
        sleep(10_000);
        String beside = all(port, List.of("SELECT * { ?s ?p ?o } LIMIT 5000"), 1);
        long cut = readers.stream().filter(CompletableFuture::join).count();
        return cut + " of 20 cut off; a query beside them: " + beside;
    }

    private static String slowBodies(int port) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        int cut = 0;
        try {
            for (int i = 0; i < 500; i++) {
                Socket socket = new Socket("127.0.0.1", port);
                socket.setSoTimeout(1);
                socket.getOutputStream().write(Attacks.head(9, 90_000));
                socket.getOutputStream().write("SELECT ".getBytes());
                sockets.add(socket);
            }
            sleep(20_000);
        } finally {
            for (Socket socket : sockets) {
                try {
                    if (socket.getInputStream().read() >= 0) {
                        cut++;
                    }
                } catch (java.net.SocketTimeoutException e) {
                    // Still open.
                } catch (IOException e) {
                    cut++;
                }
                socket.close();
            }
        }
        return cut + " of 500 answered or cut off";
    }

    private static <T> CompletableFuture<T> inThread(java.util.function.Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> result.complete(work.get()));
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static long errors(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (var lines = Files.lines(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("Exception <a 'java/lang/OutOfMemoryError'"))
                    .count();
        }
    }

    private static String heap(List<String> lines) {
        int before = 0;
        int after = 0;
        double longest = 0;
        double sum = 0;
        for (String line : lines) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                before = Math.max(before, Integer.parseInt(pause.group(1)));
                after = Math.max(after, Integer.parseInt(pause.group(2)));
                longest = Math.max(longest, Double.parseDouble(pause.group(4)));
                sum += Double.parseDouble(pause.group(4));
            }
        }
        return "heap " + before + " MB, after collection " + after + " MB, pauses " + Math.round(longest)
                + " ms at most, " + Math.round(sum) + " ms in all";
    }
}
