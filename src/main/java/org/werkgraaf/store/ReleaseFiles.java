package org.werkgraaf.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files in the folder of a release, to be held against its list, which is read once for all of them. */
public final class ReleaseFiles {
    private final Path folder;
    private final @Nullable Manifest list;
    private final @Nullable String unreadable;

    private ReleaseFiles(Path folder, @Nullable Manifest list, @Nullable String unreadable) {
        this.folder = folder;
        this.list = list;
        this.unreadable = unreadable;
    }

    /** Those of a folder, which need not have a list yet. */
    public static ReleaseFiles in(Path folder) {
        try {
            return new ReleaseFiles(
                    folder, Files.exists(folder.resolve(Manifest.FILE)) ? Manifest.read(folder) : null, null);
        } catch (IOException e) {
            return new ReleaseFiles(folder, null, String.valueOf(e.getMessage()));
        }
    }

    /** Those of a release that is open; empty before the first one. */
    public static Optional<ReleaseFiles> of(OpenRelease release) {
        return release.folder()
                .map(folder -> new ReleaseFiles(folder, release.manifest().orElse(null), null));
    }

    /** Where they are. */
    public Path folder() {
        return folder;
    }

    /** The list; empty when there is none that can be read. */
    public Optional<Manifest> list() {
        return Optional.ofNullable(list);
    }

    /** The names of the files that the list has. */
    public Set<String> names() {
        return list == null ? Set.of() : list.files().keySet();
    }

    /**
     * What is wrong with one file, as a sentence; empty when nothing is, or when the folder lists no digests.
     *
     * @param file its name in the folder
     */
    public Optional<String> problem(String file) {
        if (unreadable != null) {
            return Optional.of(file + " cannot be verified (" + unreadable + ").");
        }
        if (list == null) {
            return Optional.empty();
        }
        Manifest.FileState state = list.files().get(file);
        if (state != null) {
            return ReleaseFolder.problem(folder, file, state, ReleaseFolder.Reading.CHECKSUM);
        }
        // It was made again after the folder was finished.
        return Files.exists(folder.resolve(file)) ? Optional.empty() : Optional.of(file + " is missing.");
    }
}
