package org.werkgraaf.libraries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks up the libraries of the service in a copy of a database of vulnerabilities in OSV form, such as the folder
 * {@code advisories/github-reviewed} of a clone of the GitHub Advisory Database, and writes down the facts: identifiers, versions,
 * severities and days.
 */
final class CollectAdvisories {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CollectAdvisories() {}

    /** @param arguments folder of the copy, its day, its short name, and a line about it */
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 4) {
            throw new IllegalArgumentException(
                    "Give the folder of the copy, its day, its short name and a line about it.");
        }
        Set<String> libraries =
                Archive.runtime().stream().map(Archive::name).collect(Collectors.toCollection(TreeSet::new));
        String text =
                collect(Path.of(arguments[0]), LocalDate.parse(arguments[1]), arguments[2], arguments[3], libraries);
        Files.writeString(Advisories.KEPT, text);
    }

    static String collect(Path folder, LocalDate day, String source, String about, Set<String> libraries)
            throws IOException {
        Set<String> lines = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json")).toList();
        }
        for (Path file : files) {
            for (Advisory advisory : read(JSON.readTree(Files.readString(file)), source)) {
                if (libraries.contains(advisory.library())) {
                    known.add(advisory.library());
                    lines.add(line(advisory));
                }
            }
        }
        List<String> text = new ArrayList<>(
                List.of(Advisories.AS_OF + day, Advisories.SOURCE + source + ": " + about, Advisories.HEAD));
        text.addAll(lines);
        libraries.stream()
                .filter(library -> !known.contains(library))
                .forEach(library ->
                        text.add(line(new Advisory(Advisories.NONE, "", library, "", "", "", day.toString(), source))));
        return String.join("\n", text) + "\n";
    }

    /** One for each range of each library; none when it was withdrawn. */
    static List<Advisory> read(JsonNode osv, String source) {
        List<Advisory> advisories = new ArrayList<>();
        if (!osv.path("withdrawn").asString("").isEmpty()) {
            return advisories;
        }
        String cve = osv.path("aliases")
                .valueStream()
                .map(JsonNode::asString)
                .filter(alias -> alias.startsWith("CVE-"))
                .findFirst()
                .orElse("");
        String severity = osv.at("/database_specific/severity").asString("").toUpperCase(Locale.ROOT);
        String published = osv.path("published").asString("").split("T")[0];
        for (JsonNode affected : osv.path("affected")) {
            if (!affected.at("/package/ecosystem").asString("").equals("Maven")) {
                continue;
            }
            String library = affected.at("/package/name").asString();
            String last = affected.at("/database_specific/last_known_affected_version_range")
                    .asString("");
            for (JsonNode range : affected.path("ranges")) {
                String introduced = "";
                for (JsonNode event : range.path("events")) {
                    if (event.has("introduced")) {
                        introduced = event.get("introduced").asString();
                    } else {
                        advisories.remove(advisories.size() - 1);
                    }
                    String fixed = event.has("fixed")
                            ? event.get("fixed").asString()
                            : event.has("last_affected")
                                    ? ">" + event.get("last_affected").asString()
                                    : until(last);
                    advisories.add(advisory(osv, cve, library, introduced, fixed, severity, published, source));
                }
            }
        }
        return advisories;
    }

    /** A range without an end may say so in words: {@code <= 1.2} or {@code < 1.3}. */
    private static String until(String last) {
        if (last.startsWith("<=")) {
            return ">" + last.substring(2).strip();
        }
        return last.startsWith("<") ? last.substring(1).strip() : "";
    }

    private static Advisory advisory(
            JsonNode osv,
            String cve,
            String library,
            String introduced,
            String fixed,
            String severity,
            String published,
            String source) {
        return new Advisory(
                osv.get("id").asString(),
                cve,
                library,
                introduced,
                fixed,
                severity.equals("MODERATE") ? "MEDIUM" : severity,
                published,
                source);
    }

    private static String line(Advisory advisory) {
        return String.join(
                "\t",
                advisory.id(),
                advisory.cve(),
                advisory.library(),
                advisory.introduced(),
                advisory.fixed(),
                advisory.severity(),
                advisory.published(),
                advisory.source());
    }
}
