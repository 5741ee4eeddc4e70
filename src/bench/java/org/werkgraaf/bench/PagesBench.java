package org.werkgraaf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.sys.JenaSystem;
import org.springframework.util.FileSystemUtils;
import org.werkgraaf.web.page.PageKinds;

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
            StringBuilder table = new StringBuilder("| page | first | median | p99 |\n|---|---|---|---|\n");
            for (String path : PageKinds.ALL) {
                table.append(row(http, path));
            }
            table.append(completion(http));
            Files.writeString(Path.of(args[1]).resolve("results-pages.md"), table);
            System.out.print(table);
            System.out.println("process at most " + service.peakResidentMegabytes() + " MB");
        }
    }

    private static String row(Http http, String path) throws Exception {
        List<Timings.Task> tasks = new ArrayList<>();
        for (String lang : List.of("nl", "en", "fr")) {
            tasks.add(() -> http.get(path + (path.contains("?") ? "&" : "?") + "lang=" + lang));
        }
        double first;
        try {
            first = Timings.millis(tasks, 1)[0];
        } catch (IOException e) {
            // The page that says that there is nothing.
            return "";
        }
        Timings.millis(tasks, WARM);
        Timings timings = new Timings(Timings.millis(tasks, ROUNDS));
        return String.format(
                Locale.ROOT, "| `%s` | %.1f | %.1f | %.1f |%n", path, first, timings.median(), timings.p99());
    }

    private static String completion(Http http) throws Exception {
        List<Timings.Task> tasks = new ArrayList<>();
        for (int length = 2; length <= TYPED.length(); length++) {
            String path = "/api/v1/suggest?lang=nl&q=" + TYPED.substring(0, length);
            tasks.add(() -> http.get(path));
        }
        double first = Timings.millis(tasks, 1)[0];
        Timings.millis(tasks, WARM);
        Timings timings = new Timings(Timings.millis(tasks, ROUNDS));
        return String.format(
                Locale.ROOT, "| completion | %.1f | %.1f | %.1f |%n", first, timings.median(), timings.p99());
    }
}
