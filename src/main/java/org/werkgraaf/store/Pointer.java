package org.werkgraaf.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Which release is meant.
 *
 * @param folder name of its folder
 * @param manifest SHA-256 of the list of its files
 */
record Pointer(String folder, String manifest) {
    /** Names the release in a folder. */
    static Pointer to(Path folder) throws IOException {
        return new Pointer(
                folder.getFileName().toString(), Sha256.of(Files.readAllBytes(folder.resolve(Manifest.FILE))));
    }

    /** Names a release that is open. */
    static Pointer to(OpenRelease release) {
        return new Pointer(
                release.folder().orElseThrow().getFileName().toString(),
                Sha256.of(release.manifest().orElseThrow().toBytes()));
    }

    /**
     * Reads the file that names a release; empty when there is none.
     *
     * @throws StoreException when it does not, or cannot be read
     */
    static Optional<Pointer> read(Path file) {
        Path root = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            return Optional.of(of(Files.readAllBytes(file))
                    .orElseThrow(() -> StoreException.damaged(
                            root,
                            "the file " + file.getFileName() + " does not name a release.",
                            new IOException(file.toString()))));
        } catch (IOException e) {
            throw StoreException.of("read which release is served", root, e);
        }
    }

    /** Writes it, so that whoever reads it finds what it said before or this. */
    void write(Path file) throws IOException {
        DurableFiles.replace(file, (folder + ' ' + manifest + '\n').getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Pointer> of(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).strip().split(" ");
        return parts.length == 2 && parts[0].matches("[A-Za-z0-9][A-Za-z0-9._-]*") && parts[1].matches("[0-9a-f]{64}")
                ? Optional.of(new Pointer(parts[0], parts[1]))
                : Optional.empty();
    }
}
