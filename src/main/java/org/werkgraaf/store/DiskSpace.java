package org.werkgraaf.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks whether a disk has room before much is written to it: half a release helps nobody. */
public final class DiskSpace {
    private DiskSpace() {}

    /**
     * Makes sure that there is room.
     *
     * @param folder where it is to be written; must exist
     * @param bytes how much
     * @param doing what for, such as {@code write the release}
     * @throws StoreException when there is less; it says both
     */
    public static void require(Path folder, long bytes, String doing) {
        usable(folder).filter(usable -> usable < bytes).ifPresent(usable -> {
            throw StoreException.noSpace(doing, folder, bytes, usable);
        });
    }

    /** How many bytes may be written there; empty when the system does not tell. */
    public static Optional<Long> usable(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return Optional.of(store.getUsableSpace());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
