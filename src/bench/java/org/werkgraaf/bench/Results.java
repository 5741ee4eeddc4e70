package org.werkgraaf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was measured, as a Markdown file. */
final class Results {
    private final Path file;
    private final List<String> facts = new ArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    Results(Path file) {
        this.file = file;
    }

    /** Adds a sentence above the table. */
    void fact(String text) throws IOException {
        facts.add(text);
        System.out.println(text);
        write();
    }

    void matches(String kind, long matches) {
        rows.computeIfAbsent(kind, k -> new Row()).matches = matches;
    }

    void service(String kind, Timings timings) throws IOException {
        rows.computeIfAbsent(kind, k -> new Row()).service = timings;
        say(kind, "service", timings);
    }

    void lucene(String kind, Timings timings) throws IOException {
        rows.computeIfAbsent(kind, k -> new Row()).lucene = timings;
        say(kind, "plain Lucene", timings);
    }

    void baseline(String kind, Timings timings) throws IOException {
        rows.computeIfAbsent(kind, k -> new Row()).baseline = timings;
        say(kind, "stock Fuseki", timings);
    }

    private void say(String kind, String side, Timings timings) throws IOException {
        System.out.println(kind + ", " + side + ": " + timings);
        write();
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder();
        facts.forEach(fact -> text.append("- ").append(fact).append('\n'));
        text.append("""

                Milliseconds: median / p99 (repetitions).

                | question | matches | service, HTTP | plain Lucene, in process | stock Fuseki, HTTP | times Fuseki |
                |---|---|---|---|---|---|
                """);
        rows.forEach((kind, row) -> text.append(row.line(kind)));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static final class Row {
        private long matches = -1;
        private @Nullable Timings service;
        private @Nullable Timings lucene;
        private @Nullable Timings baseline;

        String line(String kind) {
            String times = service == null || baseline == null
                    ? "–"
                    : String.format(Locale.ROOT, "%.0f", baseline.median() / service.median());
            return "| " + kind + " | " + (matches < 0 ? "–" : matches) + " | " + text(service) + " | " + text(lucene)
                    + " | " + text(baseline) + " | " + times + " |\n";
        }

        private static String text(@Nullable Timings timings) {
            return timings == null ? "–" : timings.toString();
        }
    }
}
