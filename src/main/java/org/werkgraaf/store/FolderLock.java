package org.werkgraaf.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The file by which one process at a time has a folder. */
final class FolderLock implements AutoCloseable {
    private static final String FILE = "lock";

    /** The system gives a lock up when the process closes the file anywhere, so a second opening must not come that far. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path held;
    private FileChannel channel;
    private @Nullable Object key;

    private FolderLock(Path folder) throws IOException {
        this.folder = folder;
        this.held = folder.toRealPath();
        if (!HELD_HERE.add(held)) {
            throw StoreException.inUse(folder, new IOException("This process has it already"));
        }
        try {
            this.channel = lock();
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(held);
            throw e;
        }
    }

    /**
     * Takes a folder for this process.
     *
     * @param folder which is there
     * @throws StoreException when another process has it
     * @throws IOException when it cannot be written
     */
    static FolderLock take(Path folder) throws IOException {
        return new FolderLock(folder);
    }

    private FileChannel lock() throws IOException {
        Path file = folder.resolve(FILE);
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = opened.tryLock();
            if (lock == null) {
                throw StoreException.inUse(folder, new IOException(file + " is locked"));
            }
            key = key(file);
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** Whether the file that was locked is still there, under its name. */
    boolean isHeld() {
        try {
            return channel.isOpen() && Objects.equals(key, key(folder.resolve(FILE)));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Locks the file that is there now, or a new one.
     *
     * @throws StoreException when another process was quicker
     * @throws IOException when it cannot be written
     */
    void takeAgain() throws IOException {
        channel.close();
        channel = lock();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw StoreException.of("let go of the lock", folder, e);
        } finally {
            HELD_HERE.remove(held);
        }
    }
}
