package org.werkgraaf.change;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.store.DiskSpace;
import org.werkgraaf.store.DurableFiles;
import org.werkgraaf.store.StoreException;

/**
 * Writes several files of the content as if at once. What is to be written is first put down, whole, in a journal; when the process ends
 * in between, the next one writes what is left. One process writes at a time.
 */
public final class ChangeFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFolder.class);
    private static final String JOURNAL = "journal";
    private static final String LOCK = "lock";
    private static final String ABSENT = "";
    /** A file takes whole blocks, and its folder some too. */
    private static final long SPARE_BYTES = 1 << 20;

    private final Path changes;
    private final Function<String, Path> places;

    /**
     * @param changes the folder of the changes
     * @param places where a file lies by its path in the content
     */
    ChangeFolder(Path changes, Function<String, Path> places) {
        this.changes = changes;
        this.places = places;
    }

    /** That of some content; empty when its data come with the jar. */
    public static Optional<ChangeFolder> of(ContentReader reader) {
        return reader.place(ChangeLog.FOLDER)
                .map(folder ->
                        new ChangeFolder(folder, path -> reader.place(path).orElseThrow(ChangeException::closed)));
    }

    /**
     * Finishes what a process left that ended while it wrote; does nothing when there is no such thing.
     *
     * @throws ChangeException when files were changed by somebody else since, so that it cannot be finished
     * @throws StoreException when it cannot be written
     */
    public void recover() {
        if (Files.notExists(changes.resolve(JOURNAL))) {
            return;
        }
        locked(this::finish);
    }

    /**
     * Replaces files, all of them or none.
     *
     * @param before what they hold now, by path; a file that is not there has no bytes
     * @param after what they hold then
     * @throws ChangeException when one of them is not what it was
     * @throws StoreException when they cannot be written; nothing was, or the next start writes the rest
     */
    void write(Map<String, byte[]> before, Map<String, byte[]> after) {
        locked(() -> {
            finish();
            requireRoom(after);
            prepare(before, after);
            finish();
        });
    }

    /**
     * What could not be finished must not be begun: there is room for the journal and for each file beside the old one, and each folder can be
     * written.
     */
    private void requireRoom(Map<String, byte[]> after) throws IOException {
        long bytes = after.values().stream().mapToLong(file -> file.length).sum();
        for (String path : after.keySet()) {
            Path folder =
                    Objects.requireNonNull(places.apply(path).toAbsolutePath().getParent());
            while (Files.notExists(folder)) {
                folder = Objects.requireNonNull(folder.getParent());
            }
            if (!Files.isWritable(folder)) {
                throw new IOException(
                        "the folder " + folder + " cannot be written; give the user of the service the right to");
            }
            DiskSpace.require(folder, 2 * bytes + SPARE_BYTES, "write the change");
        }
    }

    /** Puts down what is to be written; from here on it will be. */
    void prepare(Map<String, byte[]> before, Map<String, byte[]> after) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(after.size());
            for (Map.Entry<String, byte[]> file : after.entrySet()) {
                byte[] old = before.get(file.getKey());
                String state = old == null ? ABSENT : ChangeLog.sha256(old);
                if (!state.equals(state(file.getKey()))) {
                    throw ChangeException.unsound("The file " + file.getKey()
                            + " was changed by somebody else meanwhile. Nothing was written; make the change again.");
                }
                out.writeUTF(file.getKey());
                out.writeUTF(state);
                out.writeInt(file.getValue().length);
                out.write(file.getValue());
            }
        }
        DurableFiles.write(changes.resolve(JOURNAL), bytes.toByteArray());
    }

    private void finish() throws IOException {
        Path journal = changes.resolve(JOURNAL);
        if (Files.notExists(journal)) {
            return;
        }
        Map<String, Pending> files = read(Files.readAllBytes(journal));
        boolean begun = false;
        String foreign = "";
        for (Map.Entry<String, Pending> file : files.entrySet()) {
            String state = state(file.getKey());
            if (state.equals(ChangeLog.sha256(file.getValue().bytes()))) {
                begun = true;
            } else if (!state.equals(file.getValue().before())) {
                foreign = file.getKey();
            }
        }
        if (!foreign.isEmpty() && begun) {
            throw ChangeException.unsound("A change was half written when the process ended, and " + foreign
                    + " was changed by somebody else since. Put that file back as it was, or remove " + journal
                    + " and look at the files of the change yourself.");
        }
        if (!foreign.isEmpty()) {
            LOG.warn(
                    "A change of which nothing was written yet is given up, since {} was changed by somebody else.",
                    foreign);
            DurableFiles.delete(journal);
            return;
        }
        for (Map.Entry<String, Pending> file : files.entrySet()) {
            Path path = places.apply(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            DurableFiles.write(path, file.getValue().bytes());
        }
        DurableFiles.delete(journal);
        DurableFiles.syncFolder(changes);
    }

    private static Map<String, Pending> read(byte[] journal) throws IOException {
        Map<String, Pending> files = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(journal))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String path = in.readUTF();
                String before = in.readUTF();
                files.put(path, new Pending(before, in.readNBytes(in.readInt())));
            }
        }
        return files;
    }

    private String state(String path) throws IOException {
        Path file = places.apply(path);
        return Files.exists(file) ? ChangeLog.sha256(Files.readAllBytes(file)) : ABSENT;
    }

    private void locked(Work work) {
        try {
            Files.createDirectories(changes);
            try (FileChannel channel =
                    FileChannel.open(changes.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                work.run();
            }
        } catch (OverlappingFileLockException e) {
            throw StoreException.of("write the change", changes, new IOException("this process writes one there", e));
        } catch (IOException e) {
            throw StoreException.of("write the change", changes, e);
        }
    }

    /** What can fail on the disk. */
    private interface Work {
        void run() throws IOException;
    }

    private record Pending(String before, byte[] bytes) {}
}
