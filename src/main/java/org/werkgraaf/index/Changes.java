package org.werkgraaf.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Since when each thing is as it is: its digest, and when the release came out in which that digest was new. Kept in a file beside
 * the indexes, one line per thing, so that it outlives them.
 */
final class Changes {
    private static final String FILE = "changes.tsv";
    private static final Changes NONE = new Changes(Map.of());

    private final Map<String, Change> byId;

    private Changes(Map<String, Change> byId) {
        this.byId = Map.copyOf(byId);
    }

    static Changes none() {
        return NONE;
    }

    /**
     * Carries the dates forward to the next release, and keeps them.
     *
     * @param root folder of the file
     * @param digests of all things of the release, by id
     * @param publishedAt when the release came out
     * @throws IOException when the file cannot be read or written
     */
    static Changes next(Path root, Map<String, String> digests, Instant publishedAt) throws IOException {
        Map<String, Change> before = read(root.resolve(FILE));
        Map<String, Change> now = new HashMap<>();
        digests.forEach((id, digest) -> {
            Change known = before.get(id);
            now.put(id, known != null && known.digest().equals(digest) ? known : new Change(digest, publishedAt));
        });
        if (!now.equals(before)) {
            write(root, now);
        }
        return new Changes(now);
    }

    Optional<Change> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Map<String, Change> all() {
        return byId;
    }

    private static Map<String, Change> read(Path file) throws IOException {
        Map<String, Change> changes = new HashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split("\t");
                if (parts.length != 3) {
                    throw new IOException(
                            "A line of " + file + " is broken. Remove the file: all things count as new then.");
                }
                changes.put(parts[0], new Change(parts[1], Instant.parse(parts[2])));
            }
        }
        return changes;
    }

    private static void write(Path root, Map<String, Change> changes) throws IOException {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(changes)
                .forEach((id, change) -> text.append(id)
                        .append('\t')
                        .append(change.digest())
                        .append('\t')
                        .append(change.since())
                        .append('\n'));
        Path temporary = root.resolve(FILE + ".new");
        Files.writeString(temporary, text);
        Files.move(temporary, root.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
