package org.werkgraaf.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.store.ReleaseFolder.Reading;

/** Finds the release that was served before a start, and opens it when it is what was written. */
final class StoredRelease {
    private static final Logger LOG = LoggerFactory.getLogger(StoredRelease.class);
    /** A store that is not larger is read and compared before it is opened; it takes a fraction of a second. */
    private static final long READ_AT_ONCE = 128 << 20;

    private StoredRelease() {}

    /**
     * When the file is gone that names the release, the only one that was finished is meant.
     *
     * @throws StoreException when there are several
     */
    static Optional<Pointer> onlyOne(VarFolder var) {
        try {
            List<Path> finished = var.candidates();
            if (finished.size() > 1) {
                String problem = "it is not said which of " + finished.size() + " releases is served.";
                throw StoreException.damaged(var.root(), problem, new IOException(problem));
            }
            Optional<Path> only = finished.stream().findFirst();
            only.ifPresent(folder -> LOG.warn("It is not said which release is served; {} is, the only one", folder));
            return only.isEmpty() ? Optional.empty() : Optional.of(Pointer.to(only.get()));
        } catch (IOException e) {
            throw StoreException.of("read which release is served", var.root(), e);
        }
    }

    /**
     * Opens a release.
     *
     * @param pointer what was written down about it
     * @throws StoreException when it is not what was written
     */
    static OpenRelease open(Path folder, Pointer pointer) {
        try {
            if (Files.notExists(folder.resolve(Manifest.FILE))) {
                throw new IOException(Manifest.FILE + " is missing.");
            }
            byte[] bytes = Files.readAllBytes(folder.resolve(Manifest.FILE));
            if (!Sha256.of(bytes).equals(pointer.manifest())) {
                throw new IOException("The list of its files is not the one that was written.");
            }
            Manifest manifest = Manifest.of(bytes);
            boolean small = manifest.bytes() <= READ_AT_ONCE;
            for (var file : manifest.files().entrySet()) {
                String name = file.getKey();
                if (name.startsWith(ReleaseFolder.STORE + "/") || name.equals(ReleaseFolder.CONTENT)) {
                    boolean read = small || name.equals(ReleaseFolder.CONTENT);
                    Reading reading = read ? Reading.CHECKSUM : Reading.LENGTH;
                    ReleaseFolder.problem(folder, name, file.getValue(), reading)
                            .ifPresent(problem -> {
                                throw StoreException.damaged(folder, problem, new IOException(problem));
                            });
                }
            }
            return OpenRelease.open(manifest, folder);
        } catch (StoreException e) {
            throw e;
        } catch (IOException | RuntimeException | InternalError e) {
            throw StoreException.damaged(folder, String.valueOf(e.getMessage()), e);
        }
    }
}
