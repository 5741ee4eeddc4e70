package org.werkgraaf.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.werkgraaf.publish.QualityReport.Counts;

/**
 * What earlier releases counted that this service may never have served: a list that comes with it, so that a new machine shows how
 * the content came to be what it is. A line is added with each release that is audited or given out.
 */
final class EarlierReleases {
    private static final String FILE = "earlier-releases.tsv";
    private static final List<Counts> LISTED = read();

    private EarlierReleases() {}

    /**
     * What the service itself has known, then what is listed besides.
     *
     * @param current id of the release that is served, which is not earlier
     * @param known the latest first
     */
    static List<Counts> after(String current, List<Counts> known) {
        Set<String> had = known.stream().map(Counts::release).collect(Collectors.toCollection(HashSet::new));
        had.add(current);
        List<Counts> all = new ArrayList<>(known);
        LISTED.stream().filter(each -> had.add(each.release())).forEach(all::add);
        return List.copyOf(all);
    }

    /** The latest first. */
    static List<Counts> listed() {
        return LISTED;
    }

    private static List<Counts> read() {
        try (InputStream list = EarlierReleases.class.getResourceAsStream(FILE)) {
            if (list == null) {
                throw new IOException("The list " + FILE + " is missing");
            }
            List<List<String>> rows = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split("\t")))
                    .toList();
            List<String> heads = rows.get(0);
            return rows.stream().skip(1).map(row -> counts(heads, row)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what earlier releases counted", e);
        }
    }

    /** Below the head of a column stands how many statements were checked so far. */
    private static Counts counts(List<String> heads, List<String> row) {
        Map<String, Long> byVerification = new TreeMap<>();
        for (int column = 2; column < heads.size(); column++) {
            byVerification.put(heads.get(column), Long.parseLong(row.get(column)));
        }
        return new Counts(row.get(0), Long.parseLong(row.get(1)), byVerification);
    }
}
