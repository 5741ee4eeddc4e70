package org.werkgraaf.libraries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was looked up about libraries, kept in a file so that the build needs no network. Its form: lines {@code # as of: <day>} and
 * {@code # source <name>: <text>}, a head, and one line for each range of versions. A line with the identifier {@code -} says that
 * nothing is known of a library.
 *
 * @param asOf day up to which all of it is known
 * @param sources where it was read
 * @param all one for each range of versions
 * @param lookedUp the libraries that were looked up, also those of which nothing is known
 */
record Advisories(LocalDate asOf, List<String> sources, List<Advisory> all, Set<String> lookedUp) {
    static final Path KEPT = Path.of("src/test/resources/libraries/advisories.tsv");
    static final String AS_OF = "# as of: ";
    static final String SOURCE = "# source ";
    static final String HEAD = "identifier\tcve\tlibrary\tintroduced\tfixed\tseverity\tpublished\tsource";
    static final String NONE = "-";

    static Advisories read(Path file) throws IOException {
        LocalDate asOf = LocalDate.MIN;
        List<String> sources = new ArrayList<>();
        List<Advisory> all = new ArrayList<>();
        Set<String> lookedUp = new TreeSet<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(AS_OF)) {
                asOf = LocalDate.parse(line.substring(AS_OF.length()));
            } else if (line.startsWith(SOURCE)) {
                sources.add(line.substring(SOURCE.length()));
            } else if (!line.startsWith("#") && !line.equals(HEAD)) {
                String[] cells = line.split("\t", -1);
                lookedUp.add(cells[2]);
                if (!cells[0].equals(NONE)) {
                    all.add(new Advisory(
                            cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]));
                }
            }
        }
        return new Advisories(asOf, sources, all, lookedUp);
    }

    /** Those that affect a library. */
    List<Advisory> of(Archive library) {
        return all.stream().filter(advisory -> advisory.affects(library)).toList();
    }
}
