package org.werkgraaf.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Since when each thing is as it is: its digest, and when the release came out in which that digest was new. Each release has them
 * in a file, carried forward from the release before.
 */
final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final Changes NONE = new Changes(Map.of());

    private final Map<String, Change> byId;

    private Changes(Map<String, Change> byId) {
        this.byId = Map.copyOf(byId);
    }

    static Changes none() {
        return NONE;
    }

    /**
     * Carries the dates forward to the next release.
     *
     * @param digests of all things of the release, by id
     * @param publishedAt when the release came out
     */
    Changes next(Map<String, String> digests, Instant publishedAt) {
        Map<String, Change> now = new HashMap<>();
        digests.forEach((id, digest) -> {
            Change known = byId.get(id);
            now.put(id, known != null && known.digest().equals(digest) ? known : new Change(digest, publishedAt));
        });
        return new Changes(now);
    }

    Optional<Change> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Map<String, Change> all() {
        return byId;
    }

    /** Those of a file; none, with a warning, when it cannot be read: all things count as new then. */
    static Changes before(Optional<Path> file) {
        try {
            return file.isPresent() ? read(file.get()) : NONE;
        } catch (IOException | DateTimeException e) {
            LOG.warn("{} cannot be read; all things count as new: {}", file.get(), e.toString());
            return NONE;
        }
    }

    private static Changes read(Path file) throws IOException {
        Map<String, Change> changes = new HashMap<>();
        if (Files.exists(file)) {
            try (CSVParser lines = CSVFormat.TDF.parse(Files.newBufferedReader(file))) {
                for (CSVRecord line : lines) {
                    if (line.size() != 3) {
                        throw new IOException("A line is broken.");
                    }
                    changes.put(line.get(0), new Change(line.get(1), Instant.parse(line.get(2))));
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return new Changes(changes);
    }

    /** As a file has them: one line per thing, in the order of ids. */
    byte[] toBytes() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(byId)
                .forEach((id, change) -> text.append(id)
                        .append('\t')
                        .append(change.digest())
                        .append('\t')
                        .append(change.since())
                        .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
