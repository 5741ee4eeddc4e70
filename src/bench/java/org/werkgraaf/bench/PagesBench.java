package org.werkgraaf.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.jena.sys.JenaSystem;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.PageKinds;

/** Asks for each kind of page in the three languages, one after the other, and completes what is typed letter by letter. */
public final class PagesBench {
    private static final int WARM = 40;
    private static final int ROUNDS = 60;
    private static final String TYPED = "vingerafdruk";

    private PagesBench() {}

    /** @param args not used, folder, port */
    public static void main(String[] args) throws Exception {
        JenaSystem.init();
        Path folder = Path.of(args[1]).resolve("pages").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        String base = "http://localhost:" + args[2];
        try (Child service = Child.start(
                folder.resolve("service.log"),
                "384m",
                BenchService.class.getName(),
                "--server.port=" + args[2],
                "--werkgraaf.base-url=" + base,
                "--werkgraaf.var=" + folder.resolve("var"))) {
            service.ready(base + "/health/ready");
            Http http = Http.browser(base);
            Map<String, List<Timings.Task>> asked = asked(http);
            Map<String, Double> first = new LinkedHashMap<>();
            // All of them before any is measured: they share most of what the JVM compiles.
            for (Map.Entry<String, List<Timings.Task>> each : asked.entrySet()) {
                first.put(each.getKey(), Timings.millis(each.getValue(), 1)[0]);
                Timings.millis(each.getValue(), WARM);
            }
            StringBuilder table = new StringBuilder("| page | first | median | p99 |\n|---|---|---|---|\n");
            for (Map.Entry<String, List<Timings.Task>> each : asked.entrySet()) {
                Timings timings = new Timings(Timings.millis(each.getValue(), ROUNDS));
                table.append(String.format(
                        Locale.ROOT,
                        "| `%s` | %.1f | %.1f | %.1f |%n",
                        each.getKey(),
                        first.get(each.getKey()),
                        timings.median(),
                        timings.p99()));
            }
            Files.writeString(Path.of(args[1]).resolve("results-pages.md"), table);
            System.out.print(table);
            System.out.println("process at most " + service.peakResidentMegabytes() + " MB");
        }
    }

    private static Map<String, List<Timings.Task>> asked(Http http) {
        Map<String, List<Timings.Task>> asked = new LinkedHashMap<>();
        for (String path : PageKinds.ALL) {
            // Not the pages that say that there is nothing: no dumps are written beside the measurement.
            if (!path.endsWith("/none") && !path.equals("/dumps")) {
                asked.put(
                        path,
                        Languages.ALL.stream()
                                .<Timings.Task>map(lang ->
                                        () -> http.get(path + (path.contains("?") ? "&" : "?") + "lang=" + lang))
                                .toList());
            }
        }
        asked.put(
                "/api/v1/suggest",
                IntStream.rangeClosed(2, TYPED.length())
                        .mapToObj(length -> "/api/v1/suggest?lang=nl&q=" + TYPED.substring(0, length))
                        .<Timings.Task>map(path -> () -> http.get(path))
                        .toList());
        return asked;
    }
}
