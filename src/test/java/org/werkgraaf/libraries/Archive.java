package org.werkgraaf.libraries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library that the service runs with, packaged into its jar.
 *
 * @param name group and artifact, with a colon between
 * @param version its version
 */
record Archive(String name, String version) {
    private static final Path RUNTIME = Path.of("target/libraries.txt");
    private static final Pattern LINE =
            Pattern.compile("^\\s+([^:\\s]+:[^:\\s]+):jar:(?:[^:\\s]+:)?([^:\\s]+):(?:compile|runtime)\\b.*");

    /** All of the class path that is packaged, as the build wrote them down. */
    static List<Archive> runtime() throws IOException {
        return Files.readAllLines(RUNTIME).stream()
                .map(Archive::read)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Archive read(String line) {
        Matcher library = LINE.matcher(line.replaceAll("\\x1b\\[[0-9;]*m", ""));
        return library.matches() ? new Archive(library.group(1), library.group(2)) : null;
    }
}
