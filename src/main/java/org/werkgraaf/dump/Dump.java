package org.werkgraaf.dump;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A release as files in a folder.
 *
 * @param folder where they are
 * @param index which they are
 */
public record Dump(Path folder, DumpIndex index) {
    /** Name of the file that lists the others. */
    public static final String INDEX = "index.json";
    /** Name of the file with the digests, as {@code sha256sum -c} reads it. */
    public static final String SUMS = "SHA256SUMS";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * The dump in a folder; empty when there is none, when its index is not as it was written, or a file is missing or has another
     * size than it should.
     */
    public static Optional<Dump> open(Path folder) {
        try {
            Path written = folder.resolve(INDEX);
            if (!Files.isRegularFile(written)) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(written);
            Dump dump = new Dump(folder, JSON.readValue(bytes, DumpIndex.class));
            // A name of a key that changed reads as nothing said: only what would be written just so is an index.
            if (!Arrays.equals(bytes, bytes(dump.index))) {
                return Optional.empty();
            }
            for (DumpFile file : dump.index.files()) {
                Path path = dump.path(file);
                if (!file.mediaType().equals(FileSet.mediaType(file.name()))
                        || !Files.isRegularFile(path)
                        || Files.size(path) != file.bytes()) {
                    return Optional.empty();
                }
            }
            return Optional.of(dump);
        } catch (IOException | JacksonException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** An index as it is written. */
    static byte[] bytes(DumpIndex index) {
        return (JSON.writeValueAsString(index) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** One of its files by the name that the index gives it. */
    public Optional<DumpFile> file(String name) {
        return index.files().stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** Where a file of the index is on disk. */
    public Path path(DumpFile file) {
        return folder.resolve(file.name());
    }
}
