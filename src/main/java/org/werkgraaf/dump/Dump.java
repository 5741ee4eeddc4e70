package org.werkgraaf.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
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

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The dump in a folder; empty when there is none, or a file is missing or has another size than it should. */
    public static Optional<Dump> open(Path folder) {
        try {
            if (!Files.isRegularFile(folder.resolve(INDEX))) {
                return Optional.empty();
            }
            Dump dump = new Dump(folder, JSON.readValue(Files.readAllBytes(folder.resolve(INDEX)), DumpIndex.class));
            for (DumpFile file : dump.index.files()) {
                Path path = dump.path(file);
                if (!Files.isRegularFile(path) || Files.size(path) != file.bytes()) {
                    return Optional.empty();
                }
            }
            return Optional.of(dump);
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
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
