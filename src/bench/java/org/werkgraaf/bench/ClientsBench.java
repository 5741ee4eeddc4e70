package org.werkgraaf.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import org.springframework.util.FileSystemUtils;

/**
 * Asks the judged questions of the packaged content: by one client, by 64 that ask once a second as people do, and by 64 that ask
 * again at once; with a publish in the middle of both.
 */
public final class ClientsBench {
    private static final Path QUESTIONS = Path.of("queries/relevance");
    private static final String TOKEN = "a-token-for-the-benchmark";
    private static final String NAME =
            "<https://w3id.org/werkgraaf/id/technique/keylogging> <http://www.w3.org/2004/02/skos/core#altLabel> \"%s\"@en .\n";
    private static final int CLIENTS = 64;
    private static final long PAUSE_MILLIS = 1000;
    private static final int ALONE_SECONDS = 20;
    private static final int TOGETHER_SECONDS = 60;

    private final String base;
    private final List<String> paths;
    private final Path data;

    private ClientsBench(String base, List<String> paths, Path data) {
        this.base = base;
        this.paths = paths;
        this.data = data;
    }

    /** @param args not used, folder, port */
    public static void main(String[] args) throws Exception {
        JenaSystem.init();
        List<String> paths = paths();
        for (int remembered : new int[] {256, 0}) {
            Path folder = Path.of(args[1]).resolve("clients").toAbsolutePath();
            FileSystemUtils.deleteRecursively(folder);
            Path data = folder.resolve("data");
            FileSystemUtils.copyRecursively(Path.of("data"), data);
            String base = "http://localhost:" + args[2];
            try (Child service = Child.start(
                    folder.resolve("service.log"),
                    "384m",
                    BenchService.class.getName(),
                    "--server.port=" + args[2],
                    "--werkgraaf.base-url=" + base,
                    "--werkgraaf.search.answers-kept=" + remembered,
                    "--werkgraaf.admin.token=" + TOKEN,
                    "--werkgraaf.content.data=" + data,
                    "--werkgraaf.var=" + folder.resolve("var"))) {
                service.ready(base + "/health/ready");
                System.out.println(paths.size() + " questions, answers remembered: " + remembered);
                new ClientsBench(base, paths, data).measure();
                System.out.println("process at most " + service.peakResidentMegabytes() + " MB");
            }
        }
    }

    private static List<String> paths() throws Exception {
        List<String> paths = new ArrayList<>();
        try (Stream<Path> files = Files.list(QUESTIONS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.split("\t"))
                        .forEach(parts ->
                                paths.add("/api/v1/search?q=" + BenchQuestion.encode(parts[0]) + "&lang=" + parts[1]));
            }
        }
        Collections.shuffle(paths, new Random(1));
        return paths;
    }

    private void measure() throws Exception {
        together(1, ALONE_SECONDS, 0);
        double[] alone = together(1, ALONE_SECONDS, 0);
        say("one client", alone, ALONE_SECONDS);
        for (long pause : new long[] {PAUSE_MILLIS, 0}) {
            double[] together = together(CLIENTS, TOGETHER_SECONDS, pause);
            say(
                    CLIENTS + (pause > 0 ? " clients, each once a second" : " clients, each again at once"),
                    together,
                    TOGETHER_SECONDS);
            System.out.printf(
                    Locale.ROOT, "p99 of %d / median of one: %.1f%n", CLIENTS, at(together, 0.99) / at(alone, 0.5));
        }
    }

    /** Milliseconds of each answer, sorted; any other answer than 200 ends it. */
    private double[] together(int clients, int seconds, long pauseMillis) throws Exception {
        long start = System.nanoTime();
        long until = start + seconds * 1_000_000_000L;
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        List<Future<double[]>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int offset = i * paths.size() / clients;
            running.add(pool.submit(() -> ask(offset, until, pauseMillis)));
        }
        pool.shutdown();
        if (clients > 1) {
            Thread.sleep(seconds * 500L);
            publish();
        }
        List<double[]> all = new ArrayList<>();
        for (Future<double[]> one : running) {
            all.add(one.get());
        }
        double[] times = all.stream().flatMapToDouble(Arrays::stream).toArray();
        Arrays.sort(times);
        return times;
    }

    private double[] ask(int offset, long until, long pauseMillis) throws Exception {
        Http http = new Http(base);
        List<Double> times = new ArrayList<>();
        // They do not begin together.
        Thread.sleep(pauseMillis * offset / paths.size());
        for (int i = offset; System.nanoTime() < until; i++) {
            long start = System.nanoTime();
            http.get(paths.get(i % paths.size()));
            long spent = System.nanoTime() - start;
            times.add(spent / 1e6);
            Thread.sleep(Math.max(0, pauseMillis - spent / 1_000_000));
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** With one name more, so that it is another release. */
    private void publish() throws Exception {
        Path file = data.resolve("entities/benchmark.ttl");
        Files.writeString(file, NAME.formatted(Files.exists(file) ? "another" : "a bench"));
        long start = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/admin/publish"))
                .header("Authorization", "Bearer " + TOKEN)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        System.out.printf(
                Locale.ROOT,
                "publish in the middle: %d, %.1f s%n",
                answer.statusCode(),
                (System.nanoTime() - start) / 1e9);
    }

    private static void say(String who, double[] times, int seconds) {
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, p99 %.1f ms, most %.1f ms, %d answers, %.0f a second, no error%n",
                who,
                at(times, 0.5),
                at(times, 0.99),
                times[times.length - 1],
                times.length,
                times.length / (double) seconds);
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }
}
