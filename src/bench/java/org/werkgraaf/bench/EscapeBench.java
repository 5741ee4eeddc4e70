package org.werkgraaf.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;
import org.werkgraaf.publish.SyntheticRelease;

/**
 * Searches while somebody asks the endpoint, one after the other, the queries that are known to run on in other engines; says how
 * long those ran and what became of the search.
 */
public final class EscapeBench {
    private static final Path ESCAPES = Path.of("src/test/resources/escapes");
    private static final long LIMIT_MILLIS = 3000;
    private static final int IDLE_SECONDS = 20;
    private static final String HEAP = "768m";

    private final String base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private EscapeBench(String base) {
        this.base = base;
    }

    /** @param args number of cases, folder, port */
    public static void main(String[] args) throws Exception {
        JenaSystem.init();
        int cases = Integer.parseInt(args[0]);
        Packaged packaged = Packaged.read();
        Path folder = Path.of(args[1])
                .resolve(cases + "-" + packaged.candidate().contentDigest().substring(0, 8))
                .toAbsolutePath();
        Files.createDirectories(folder);
        if (SyntheticRelease.find(folder.resolve("var")).isEmpty()) {
            System.out.println(Stores.service(folder.resolve("var"), packaged, cases) + " statements");
        }
        String base = "http://localhost:" + args[2];
        try (Child service = Child.start(
                folder.resolve("escapes.log"),
                HEAP,
                BenchService.class.getName(),
                "--server.port=" + args[2],
                "--werkgraaf.base-url=" + base,
                "--werkgraaf.search.answers-kept=0",
                "--werkgraaf.sparql.timeout-millis=" + LIMIT_MILLIS,
                "--werkgraaf.var=" + folder.resolve("var"))) {
            service.ready(base + "/health/ready");
            List<String> searches = new Questions(packaged, cases)
                    .all().values().stream()
                            .flatMap(List::stream)
                            .map(BenchQuestion::path)
                            .toList();
            new EscapeBench(base).measure(searches);
            System.out.println("heap at most " + HEAP + ", process at most " + service.peakResidentMegabytes() + " MB");
        }
    }

    private void measure(List<String> searches) throws Exception {
        search(searches, System.nanoTime() + IDLE_SECONDS * 1_000_000_000L, null);
        double[] idle = search(searches, System.nanoTime() + IDLE_SECONDS * 1_000_000_000L, null);
        Map<String, String> ended = new TreeMap<>();
        Thread asker = new Thread(() -> ask(ended));
        asker.start();
        double[] beside = search(searches, Long.MAX_VALUE, asker);
        ended.forEach((name, how) -> System.out.println(name + ": " + how));
        System.out.printf(Locale.ROOT, "search alone: %s%nsearch beside: %s%n", text(idle), text(beside));
        System.out.printf(Locale.ROOT, "p99 beside / alone: %.1f%n", at(beside, 0.99) / at(idle, 0.99));
    }

    private double[] search(List<String> paths, long until, Thread asker) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; asker == null ? System.nanoTime() < until : asker.isAlive(); i++) {
            long start = System.nanoTime();
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + paths.get(i % paths.size())))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("A search answered " + status);
            }
            times.add((System.nanoTime() - start) / 1e6);
        }
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private void ask(Map<String, String> ended) {
        try (Stream<Path> files = Files.list(ESCAPES)) {
            for (Path file : files.sorted().toList()) {
                long start = System.nanoTime();
                HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/sparql"))
                        .header("Content-Type", "application/sparql-query")
                        .POST(HttpRequest.BodyPublishers.ofFile(file))
                        .build();
                int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                ended.put(
                        file.getFileName().toString(),
                        String.format(Locale.ROOT, "%d after %.1f s", status, (System.nanoTime() - start) / 1e9));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(double[] times) {
        return String.format(
                Locale.ROOT, "median %.1f ms, p99 %.1f ms, %d searches", at(times, 0.5), at(times, 0.99), times.length);
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }
}
