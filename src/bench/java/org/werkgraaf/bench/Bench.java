package org.werkgraaf.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.sys.JenaSystem;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.index.PlainLucene;
import org.werkgraaf.publish.SyntheticRelease;

/**
 * Loads a synthetic graph of any size and asks the service, plain Lucene and a stock Fuseki with jena-text the same questions.
 *
 * <p>Stores and indexes are kept in the folder and used again while they are there.
 */
public final class Bench {
    private static final String PATH_SEARCH = "/api/v1/search?size=1";
    private static final String PATH_SUGGEST = "/api/v1/suggest?lang=en&q=";

    private final int cases;
    private final Path folder;
    private final int port;
    private final boolean withBaseline;
    private final Packaged packaged = Packaged.read();
    private final Questions questions;
    private final Results results;

    private Bench(int cases, Path folder, int port, boolean withBaseline) {
        this.cases = cases;
        // The service publishes what is packaged when its store was made of something else.
        String content = packaged.candidate().contentDigest().substring(0, 8);
        this.folder = folder.resolve(cases + "-" + content).toAbsolutePath();
        this.port = port;
        this.withBaseline = withBaseline;
        this.questions = new Questions(packaged, cases);
        this.results = new Results(folder.resolve("results-" + cases + ".md"));
    }

    /** @param args number of cases, folder, first of two ports, whether to measure the stock Fuseki too */
    public static void main(String[] args) throws Exception {
        JenaSystem.init();
        Bench bench = new Bench(
                Integer.parseInt(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), Boolean.parseBoolean(args[3]));
        try {
            bench.run();
        } catch (Exception e) {
            e.printStackTrace();
            // A loader that was broken off leaves threads behind.
            System.exit(1);
        }
    }

    private void run() throws Exception {
        Files.createDirectories(folder);
        results.fact(cases + " cases, " + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + System.getProperty("java.version") + ", load before: "
                + java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
        load();
        index();
        measureService();
        measureLucene();
        if (withBaseline) {
            prepareBaseline();
            measureBaseline();
        }
    }

    private void load() throws Exception {
        Path var = folder.resolve("var");
        if (SyntheticRelease.find(var).isEmpty()) {
            FileSystemUtils.deleteRecursively(var);
            long start = System.nanoTime();
            long triples = Stores.service(var, packaged, cases);
            results.fact("Load into the service's store: " + triples + " statements, " + seconds(start) + " s");
        }
    }

    private void index() throws Exception {
        if (Files.isDirectory(indexFolder())) {
            results.fact("Index that was made before: " + megabytes(indexFolder()) + " MB");
            return;
        }
        try (Child build = Child.start(
                folder.resolve("index.log"),
                "2g",
                IndexBuild.class.getName(),
                folder.resolve("var").toString())) {
            Map<String, Long> figures = build.finish();
            results.fact(
                    "Index build with a heap of at most 2 GB: " + figures.get("seconds") + " s, heap in use at most "
                            + figures.get("peakHeapMegabytes") + " MB, index " + megabytes(indexFolder()) + " MB");
        }
    }

    private Path indexFolder() throws Exception {
        return SyntheticRelease.find(folder.resolve("var")).orElseThrow().resolve("index");
    }

    private void measureService() throws Exception {
        String base = "http://localhost:" + port;
        try (Child service = Child.start(
                folder.resolve("service.log"),
                "2g",
                BenchService.class.getName(),
                "--server.port=" + port,
                "--werkgraaf.base-url=" + base,
                // Each question is asked again and again: none may be answered from memory.
                "--werkgraaf.search.answers-kept=0",
                "--werkgraaf.var=" + folder.resolve("var"))) {
            long started = service.ready(base + "/health/ready");
            Http http = new Http(base);
            warm(http);
            for (Map.Entry<String, List<BenchQuestion>> kind : questions.all().entrySet()) {
                List<Timings.Task> tasks = new ArrayList<>();
                kind.getValue().forEach(question -> tasks.add(() -> http.get(question.path())));
                results.service(kind.getKey(), Timings.of(tasks));
            }
            if (http.has(PATH_SUGGEST + "ca")) {
                List<Timings.Task> tasks = new ArrayList<>();
                questions
                        .beginnings()
                        .forEach(text -> tasks.add(() -> http.get(PATH_SUGGEST + BenchQuestion.encode(text))));
                results.service("completion", Timings.of(tasks));
            }
            results.fact("Service ready after " + started + " s; an answer of one hit has "
                    + http.get(PATH_SEARCH).getBytes(StandardCharsets.UTF_8).length
                    + " bytes; most memory of the process "
                    + service.peakResidentMegabytes() + " MB (heap at most 2 GB)");
        }
    }

    /** Lets the JVM compile what all kinds share, so that the first kind is not measured cold. */
    private void warm(Http http) throws Exception {
        for (int round = 0; round < 10; round++) {
            for (List<BenchQuestion> kind : questions.all().values()) {
                for (BenchQuestion question : kind) {
                    http.get(question.path());
                }
            }
        }
    }

    private void measureLucene() throws Exception {
        try (PlainLucene lucene = new PlainLucene(indexFolder())) {
            for (Map.Entry<String, List<BenchQuestion>> kind : questions.all().entrySet()) {
                List<Timings.Task> tasks = new ArrayList<>();
                List<Long> matches = new ArrayList<>();
                for (BenchQuestion question : kind.getValue()) {
                    matches.add(lucene.search(question.request()));
                    tasks.add(() -> lucene.search(question.request()));
                }
                results.matches(
                        kind.getKey(), matches.stream().sorted().toList().get(matches.size() / 2));
                results.lucene(kind.getKey(), Timings.of(tasks));
            }
        }
    }

    private void prepareBaseline() throws Exception {
        Path store = folder.resolve("baseline/store");
        Path words = folder.resolve("baseline/words");
        Path config = folder.resolve("baseline/config.ttl");
        if (Files.exists(words)) {
            return;
        }
        long start = System.nanoTime();
        Stores.baseline(store, packaged, cases);
        long loaded = seconds(start);
        try (var template = Bench.class.getResourceAsStream("/bench/baseline.ttl")) {
            Files.writeString(
                    config,
                    new String(template.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("STORE", store.toString())
                            .replace("WORDS", words.toString()));
        }
        start = System.nanoTime();
        try (Child index =
                Child.start(folder.resolve("baseline/words.log"), "4g", "jena.textindexer", "--desc=" + config)) {
            index.finish();
        }
        results.fact("Stock Fuseki: load " + loaded + " s, text index " + seconds(start) + " s");
    }

    private void measureBaseline() throws Exception {
        int port = this.port + 1;
        String base = "http://localhost:" + port + "/baseline?query=";
        try (Child fuseki = Child.start(
                folder.resolve("baseline/fuseki.log"),
                "4g",
                BaselineServer.class.getName(),
                Integer.toString(port),
                folder.resolve("baseline/config.ttl").toString())) {
            fuseki.ready(base + BenchQuestion.encode("ASK{}"));
            Http http = new Http(base);
            for (Map.Entry<String, List<BenchQuestion>> kind : questions.all().entrySet()) {
                List<Timings.Task> tasks = new ArrayList<>();
                kind.getValue()
                        .forEach(question -> tasks.add(() -> {
                            for (String query : question.sparql()) {
                                http.get(BenchQuestion.encode(query));
                            }
                        }));
                results.baseline(kind.getKey(), Timings.of(tasks));
            }
            List<Timings.Task> tasks = new ArrayList<>();
            questions
                    .beginnings()
                    .forEach(text -> tasks.add(() -> http.get(BenchQuestion.encode(BaselineQueries.completion(text)))));
            results.baseline("completion", Timings.of(tasks));
        }
    }

    private static long megabytes(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1_000_000;
        }
    }

    private static long seconds(long start) {
        return (System.nanoTime() - start) / 1_000_000_000;
    }
}
