package org.werkgraaf.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes files so that they are there, whole, after the power has failed. */
public final class DurableFiles {
    private static final String UNFINISHED = ".new";
    private static final FileAttribute<?>[] EVERYBODY = {};

    private DurableFiles() {}

    /**
     * Replaces a file by one with these bytes, or makes it, and has that written to the disk. Whoever reads it meanwhile, or after a
     * crash, finds the bytes from before or these, never a part.
     *
     * @throws IOException when that is not possible
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        replace(file, bytes);
        syncFolder(parent(file));
    }

    /**
     * As {@link #write}, but a loss of power right after it may bring the old file back, until its folder is synchronised.
     *
     * @throws IOException when it cannot be written; the file is then as it was
     */
    public static void replace(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, EVERYBODY);
    }

    /**
     * As {@link #write}, and nobody but the user of the process may read it.
     *
     * @throws IOException when it cannot be written; the file is then as it was
     */
    public static void writePrivate(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, only("rw-------"));
        syncFolder(parent(file));
    }

    /**
     * Makes a folder into which nobody but the user of the process may look, or keeps others out of one that is there.
     *
     * @throws IOException when that is not possible
     */
    public static void createPrivateFolder(Path folder) throws IOException {
        FileAttribute<?>[] own = only("rwx------");
        Files.createDirectories(parent(folder));
        if (Files.notExists(folder)) {
            Files.createDirectory(folder, own);
            syncFolder(parent(folder));
        } else if (!Files.isDirectory(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        } else if (own.length > 0
                && !Files.getPosixFilePermissions(folder).equals(PosixFilePermissions.fromString("rwx------"))) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Windows has rights of another kind, which a file has from its folder. */
    private static FileAttribute<?>[] only(String rights) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : EVERYBODY;
    }

    private static void replace(Path file, byte[] bytes, FileAttribute<?>... rights) throws IOException {
        Path unfinished = unfinished(file);
        try {
            writeThrough(unfinished, bytes, rights);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException | Error e) {
            deleteQuietly(unfinished, e);
            throw e;
        }
    }

    /**
     * Removes a file, if there is one, with what a crash left of writing it, and has that written to the disk.
     *
     * @throws IOException when that is not possible
     */
    public static void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        removeUnfinished(file);
        syncFolder(parent(file));
    }

    /**
     * Removes what a crash left of writing a file.
     *
     * @throws IOException when that is not possible
     */
    public static void removeUnfinished(Path file) throws IOException {
        delete(unfinished(file));
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    private static void writeThrough(Path file, byte[] bytes, FileAttribute<?>... rights) throws IOException {
        // A folder or a file that somebody left in the way is nothing to keep.
        delete(file);
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /**
     * Gives a file or folder its final name; what has that name already must not be a folder that holds something.
     *
     * @throws IOException when it cannot be moved at once
     */
    public static void moveIntoPlace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(from + " and " + to + " are not on the same file system, but must be.", e);
        }
        syncFolder(parent(to));
    }

    /** Has everything below a folder, and the folder itself, written to the disk. */
    public static void syncTree(Path folder) throws IOException {
        for (Path path : below(folder)) {
            if (Files.isDirectory(path)) {
                syncFolder(path);
            } else {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    /** Has the names in a folder written to the disk. */
    public static void syncFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Deletes a file, or a folder with all that it holds; does nothing when there is none. */
    public static void delete(Path path) throws IOException {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path each : below(path)) {
            Files.deleteIfExists(each);
        }
    }

    /** Everything below a path, and the path itself, deepest first. */
    private static List<Path> below(Path path) throws IOException {
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.sorted(Comparator.reverseOrder()).toList();
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteQuietly(Path file, Throwable reason) {
        try {
            delete(file);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static Path parent(Path file) {
        return java.util.Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
