package org.werkgraaf.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.store.DurableFiles;
import org.werkgraaf.store.OpenRelease;

/** Puts the files from which a release was made where a service can read and change them, with their log of changes. */
public final class ContentFolder {
    private ContentFolder() {}

    /**
     * Writes the files of a release.
     *
     * @param folder for {@code ontology}, {@code data} and {@code queries}; new or empty
     * @return how many
     * @throws IOException when the folder is not empty, or they cannot be read or written
     */
    public static int write(OpenRelease release, Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            try (Stream<Path> there = Files.list(target)) {
                if (there.findAny().isPresent()) {
                    throw new IOException(folder + " is not empty; name a new folder, so that nothing is overwritten.");
                }
            }
        }
        Content content = ContentArchive.read(release.folder().orElseThrow());
        for (ContentFile file : content.files()) {
            Path path = target.resolve(file.path()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("The release has a file outside of its content: " + file.path());
            }
            Files.createDirectories(path.resolveSibling("."));
            DurableFiles.write(path, file.bytes());
        }
        return content.files().size();
    }
}
