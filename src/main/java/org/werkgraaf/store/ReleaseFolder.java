package org.werkgraaf.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.werkgraaf.store.Manifest.FileState;

/** What lies where in the folder of a release, and whether it is what was written. */
public final class ReleaseFolder {
    /** The graphs. */
    public static final String STORE = "store";
    /** The index for searching. */
    public static final String INDEX = "index";
    /** The files from which the release was made. */
    public static final String CONTENT = "content.zip";
    /** How good the content is. */
    public static final String REPORT = "report.json";
    /** What earlier releases counted. */
    public static final String HISTORY = "history.json";
    /** Since when each thing is as it is. */
    public static final String CHANGES = "changes.tsv";

    /** What changed from release to release until this one, in a folder. */
    public static final String STREAM = "stream";

    /** Lucene's, written by whoever opens the index to write. */
    private static final String INDEX_LOCK = "write.lock";

    private static final int BUFFER = 1 << 16;

    private ReleaseFolder() {}

    /** Whether a file says something about the release that it does not take to serve it, so that its loss is no damage to it. */
    public static boolean isDerived(String file) {
        return file.equals(REPORT) || file.equals(HISTORY) || file.equals(CHANGES) || file.startsWith(STREAM + "/");
    }

    /** How much of a file is read to see whether it is what was written. */
    enum Reading {
        /** Nothing: only its length is looked at. */
        LENGTH,
        /** All of it, for the quick checksum; as {@link #DIGEST} where none was written down. */
        CHECKSUM,
        /** All of it, for the digest that nobody can forge. */
        DIGEST
    }

    /**
     * All files that were written, with their digests.
     *
     * @param known those of which that is known, by name
     */
    static Map<String, FileState> files(Path folder, Map<String, FileState> known) throws IOException {
        Map<String, FileState> states = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                if (isWritten(file)) {
                    FileState state = known.get(name(folder, file));
                    states.put(name(folder, file), state == null ? state(file) : state);
                }
            }
        }
        return states;
    }

    private static FileState state(Path file) throws IOException {
        long bytes = Files.size(file);
        return new FileState(bytes, sha256(file, bytes), crc32c(file, bytes));
    }

    private static boolean isWritten(Path file) {
        String name = file.getFileName().toString();
        return !TdbFolder.isOfTheProcess(file) && !name.equals(INDEX_LOCK) && !name.equals(Manifest.FILE);
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /**
     * What is wrong with one file of a release, as a sentence; empty when nothing is, or when the folder lists no digests.
     *
     * @param file its name in the folder
     */
    public static Optional<String> problem(Path folder, String file) {
        return ReleaseFiles.in(folder).problem(file);
    }

    /**
     * What is wrong with a file, as a sentence; empty when nothing is.
     *
     * @param file its name in the folder
     * @param state as it was written
     * @param reading how much of it is read
     */
    static Optional<String> problem(Path folder, String file, FileState state, Reading reading) {
        Path path = folder.resolve(file);
        try {
            if (!Files.isRegularFile(path)) {
                return Optional.of(file + " is missing.");
            }
            long bytes = Files.size(path);
            boolean longer = bytes > state.bytes() && !TdbFolder.growsWhenOpened(file);
            if (bytes < state.bytes() || longer) {
                return Optional.of(file + " has " + bytes + " bytes and should have " + state.bytes() + ".");
            }
            if (!holdsWhatWasWritten(path, state, reading)) {
                return Optional.of(file + " holds something else than was written.");
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(file + " cannot be read (" + e.getMessage() + ").");
        }
    }

    private static boolean holdsWhatWasWritten(Path file, FileState state, Reading reading) throws IOException {
        if (reading == Reading.LENGTH) {
            return true;
        }
        return reading == Reading.CHECKSUM && state.crc32c() != null
                ? crc32c(file, state.bytes()).equals(state.crc32c())
                : sha256(file, state.bytes()).equals(state.sha256());
    }

    /** What the system calls a file, whatever its name; empty when it does not tell, or there is none. */
    static Optional<Object> key(Path file) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** SHA-256 of the first bytes of a file, in hexadecimal; of all that it has when it has fewer. */
    static String sha256(Path file, long bytes) throws IOException {
        MessageDigest digest = Sha256.begin();
        read(file, bytes, digest::update);
        return Sha256.hex(digest);
    }

    /** CRC-32C of the same, in hexadecimal. A JVM that has just begun does it a hundred times as fast as a digest. */
    private static String crc32c(Path file, long bytes) throws IOException {
        CRC32C sum = new CRC32C();
        read(file, bytes, sum::update);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private interface Bytes {
        void take(byte[] buffer, int from, int length);
    }

    private static void read(Path file, long bytes, Bytes taker) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            long left = bytes;
            int read = in.read(buffer, 0, (int) Math.min(BUFFER, left));
            while (left > 0 && read > 0) {
                taker.take(buffer, 0, read);
                left -= read;
                read = in.read(buffer, 0, (int) Math.min(BUFFER, left));
            }
        }
    }
}
