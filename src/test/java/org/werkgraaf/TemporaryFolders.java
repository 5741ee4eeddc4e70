package org.werkgraaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes the folders of tests in memory where the system lends some: a store that is written to a disk with every care is mostly
 * waited for. Elsewhere they lie in the temporary folder of the JVM.
 */
public final class TemporaryFolders implements TempDirFactory {
    private static final Path MEMORY = Path.of("/dev/shm");
    /** Containers often lend 64 MB only, which the packaged content fills. */
    private static final long ROOM = 4L << 30;

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        return create();
    }

    static Path create() throws IOException {
        boolean lent = Files.isDirectory(MEMORY)
                && Files.isWritable(MEMORY)
                && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
        return lent ? Files.createTempDirectory(MEMORY, "junit-") : Files.createTempDirectory("junit-");
    }
}
