package org.werkgraaf.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, with a limit on its heap; its output goes to a file. */
final class Child implements AutoCloseable {
    private static final long START_SECONDS_MAX = 1800;

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Child start(Path log, String heap, String main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(args));
        return new Child(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /** Waits for its end; returns the lines {@code name number} that it wrote. */
    Map<String, Long> finish() throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The process failed; see " + log);
        }
        Map<String, Long> figures = new TreeMap<>();
        for (String line : Files.readAllLines(log)) {
            String[] parts = line.split(" ");
            if (parts.length == 2 && parts[1].matches("\\d+")) {
                figures.put(parts[0], Long.valueOf(parts[1]));
            }
        }
        return figures;
    }

    /** Waits until the address answers 200; returns the seconds that it took. */
    long ready(String address) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        long start = System.nanoTime();
        while (process.isAlive()) {
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            if (seconds > START_SECONDS_MAX) {
                throw new IllegalStateException("No answer from " + address + " in " + seconds + " s; see " + log);
            }
            try {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(address)).build();
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return seconds;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The process ended before it answered; see " + log);
    }

    /** The most memory that it has had, in megabytes, as Linux counts it; zero elsewhere. */
    long peakResidentMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
