package org.werkgraaf.fire;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** One visitor who searches again and again, each time for something that no answer is remembered for. */
final class Searcher extends Thread {
    private static final List<String> WORDS = List.of(
            "amazon", "camera", "fingerprint", "werknemer", "dismissal", "uber", "keylogging", "privacy", "avg");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 20;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final List<Double> times = new ArrayList<>();
    private volatile boolean ended;
    private int failures;

    Searcher(int port) {
        super("searcher");
        this.base = "http://127.0.0.1:" + port;
        setDaemon(true);
    }

    @Override
    public void run() {
        for (int i = 0; !ended; i++) {
            long start = System.nanoTime();
            boolean answered = ask("/api/v1/search?size=10&q=" + WORDS.get(i % WORDS.size()) + "%20"
                            + Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000), 36))
                    && (i % 10 > 0 || ask("/health/live"));
            synchronized (times) {
                times.add((System.nanoTime() - start) / 1e6);
                failures += answered ? 0 : 1;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ask(String path) {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(base + path))
                                            .timeout(PATIENCE)
                                            .build(),
                                    HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode()
                    == 200;
        } catch (Exception e) {
            return false;
        }
    }

    /** Stops searching and says how it went. */
    Times end() throws InterruptedException {
        ended = true;
        join(PATIENCE.toMillis() + 1000);
        synchronized (times) {
            return new Times(times.stream().sorted().toList(), failures);
        }
    }

    /**
     * How long searches took.
     *
     * @param sorted milliseconds of each, the shortest first
     * @param failures how many were not answered with 200
     */
    record Times(List<Double> sorted, int failures) {
        double at(double part) {
            return sorted.isEmpty()
                    ? 0
                    : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "p50 %.0f p90 %.0f p99 %.0f max %.0f ms of %d, %d failed",
                    at(0.5),
                    at(0.9),
                    at(0.99),
                    at(1),
                    sorted.size(),
                    failures);
        }
    }
}
