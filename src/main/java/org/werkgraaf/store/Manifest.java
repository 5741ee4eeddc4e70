package org.werkgraaf.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a folder of a release holds: the release, and each file with its digest.
 *
 * @param release the release
 * @param format names the code that made it
 * @param files the files by their path in the folder, with {@code /}
 */
public record Manifest(Release release, String format, Map<String, FileState> files) {
    /** Its name in the folder. */
    public static final String FILE = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Keeps the files in the order of their paths. */
    public Manifest {
        files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /**
     * @param bytes how many bytes it had
     * @param sha256 of these, in hexadecimal
     * @param crc32c of these, in hexadecimal: finds by accident what was changed by accident, and is reckoned in a fraction of the
     *     time; null in a list that an earlier version wrote
     */
    public record FileState(
            long bytes, String sha256, @Nullable String crc32c) {}

    /** How many bytes all files have together. */
    public long bytes() {
        return files.values().stream().mapToLong(FileState::bytes).sum();
    }

    /** As a file has it. */
    public byte[] toBytes() {
        Written written = new Written(
                release.id(),
                release.digest(),
                release.contentDigest(),
                release.publishedAt().toString(),
                format,
                new TreeMap<>(release.graphs()),
                files);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(written).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads one.
     *
     * @throws IOException when it is not one
     */
    public static Manifest of(byte[] bytes) throws IOException {
        try {
            Written written = JSON.readValue(bytes, Written.class);
            Release release = new Release(
                    written.release(),
                    written.digest(),
                    written.contentDigest(),
                    Instant.parse(written.publishedAt()),
                    written.graphs());
            return new Manifest(release, written.format(), written.files());
        } catch (JacksonException | java.time.DateTimeException | NullPointerException e) {
            throw new IOException("It is not the list of a release's files.", e);
        }
    }

    /** Reads the one of a folder. */
    static Manifest read(Path folder) throws IOException {
        return of(Files.readAllBytes(folder.resolve(FILE)));
    }

    private record Written(
            String release,
            String digest,
            String contentDigest,
            String publishedAt,
            String format,
            Map<String, Release.GraphState> graphs,
            Map<String, FileState> files) {}
}
