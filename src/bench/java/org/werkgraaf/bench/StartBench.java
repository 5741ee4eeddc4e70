package org.werkgraaf.bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Starts the jar that the build made, with an empty and with a filled folder, and beside it a bare service of Spring Boot and Jena;
 * each five times, in turn. Package first. Reads {@code /proc}, so it runs on Linux.
 */
public final class StartBench {
    private static final int ROUNDS = 5;
    private static final long SETTLING_MILLIS = 20_000;
    private static final double TICKS = 100;

    private StartBench() {}

    private record Start(double seconds, double processor, long megabytes) {}

    /** @param args not used, folder, port */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[1]).resolve("start").toAbsolutePath());
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        Path jar = Path.of("target/werkgraaf.jar").toAbsolutePath();
        String port = "--server.port=" + args[2];
        List<String> service = List.of(java(), "-Xmx384m", "-jar", jar.toString(), port);
        Path filled = folder.resolve("filled");
        // The first start fills the folder, and its dumps are made after it.
        start(folder, args[2], with(service, "--werkgraaf.var=" + filled), SETTLING_MILLIS);
        Path store;
        try (Stream<Path> releases = Files.list(filled.resolve("releases"))) {
            store = releases.findFirst().orElseThrow().resolve("store");
        }
        List<String> bare = List.of(
                java(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BareStart.class.getName(),
                port,
                "--store=" + store);
        List<Start> empties = new ArrayList<>();
        List<Start> fulls = new ArrayList<>();
        List<Start> bares = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Path empty = folder.resolve("empty" + round);
            empties.add(start(folder, args[2], with(service, "--werkgraaf.var=" + empty), 0));
            fulls.add(start(folder, args[2], with(service, "--werkgraaf.var=" + filled), 0));
            bares.add(start(folder, args[2], bare, 0));
        }
        String table = "| start | ready after, s | processor, s | resident, MB |\n|---|---|---|---|\n"
                + row("`java -jar`, empty `var/`", empties)
                + row("`java -jar`, filled `var/`", fulls)
                + row("bare Spring Boot and Jena, C1 alone", bares);
        Files.writeString(Path.of(args[1]).resolve("results-start.md"), table);
        System.out.print(table);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> with(List<String> command, String setting) {
        return Stream.concat(command.stream(), Stream.of(setting)).toList();
    }

    private static Start start(Path folder, String port, List<String> command, long settle) throws Exception {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toString(), "log.txt"))
                .start();
        while (!answers(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended: " + Files.readString(folder.resolve("log.txt")));
            }
            Thread.sleep(20);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Path known = Path.of("/proc", Long.toString(process.pid()));
        String[] stat = Files.readString(known.resolve("stat"))
                .replaceFirst(".*\\) ", "")
                .split(" ");
        double processor = (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) / TICKS;
        long kilobytes = Files.readAllLines(known.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
        Thread.sleep(settle);
        process.destroy();
        process.waitFor();
        return new Start(seconds, processor, kilobytes / 1024);
    }

    private static boolean answers(String port) {
        try {
            HttpURLConnection asked = (HttpURLConnection) URI.create("http://localhost:" + port + "/health/ready")
                    .toURL()
                    .openConnection();
            return asked.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String row(String name, List<Start> starts) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f (%.1f to %.1f) | %.1f | %d (at most %d) |%n",
                name,
                median(starts.stream().map(Start::seconds).toList()),
                starts.stream().mapToDouble(Start::seconds).min().orElseThrow(),
                starts.stream().mapToDouble(Start::seconds).max().orElseThrow(),
                median(starts.stream().map(Start::processor).toList()),
                Math.round(median(
                        starts.stream().map(start -> (double) start.megabytes()).toList())),
                starts.stream().mapToLong(Start::megabytes).max().orElseThrow());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
