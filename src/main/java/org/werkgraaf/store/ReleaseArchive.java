package org.werkgraaf.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.werkgraaf.store.Manifest.FileState;

/** An archive of a release as {@link Backup} writes it, to be unpacked into the folder of a release that is being made. */
public final class ReleaseArchive implements AutoCloseable {
    private static final int LIST_BYTES_MAX = 20_000_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final ZipFile zip;
    private final Manifest manifest;
    private final Map<String, byte[]> beside = new LinkedHashMap<>();

    /** The archive is not what was written; the message is a sentence that says how. */
    public static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private ReleaseArchive(ZipFile zip) throws IOException {
        this.zip = zip;
        byte[] list = bytes(zip, Manifest.FILE);
        String sums = new String(bytes(zip, Backup.SUMS), StandardCharsets.UTF_8);
        if (!sums.startsWith(Sha256.of(list) + "  " + Manifest.FILE + "\n")) {
            throw damaged("The list of its files is not the one that was written.");
        }
        this.manifest = Manifest.of(list);
        for (String line : sums.lines().toList()) {
            String name = line.replaceFirst("^[0-9a-f]{64}  ", "");
            if (!name.equals(Manifest.FILE) && !manifest.files().containsKey(name)) {
                beside.put(name, beside(name, line));
            }
        }
        if (!sums.equals(Backup.sums(list, manifest.files(), beside))) {
            throw damaged("The file " + Backup.SUMS + " is not the one that was written.");
        }
        for (Map.Entry<String, FileState> file : manifest.files().entrySet()) {
            if (!NAME.matcher(file.getKey()).matches() || file.getValue().bytes() < 0) {
                throw damaged("It lists a file of the name '" + file.getKey() + "' with "
                        + file.getValue().bytes() + " bytes.");
            }
        }
    }

    /**
     * Opens an archive and reads what it lists.
     *
     * @throws DamagedException when that is not what was written
     * @throws IOException when it cannot be read
     */
    public static ReleaseArchive open(Path archive) throws IOException {
        ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
        try {
            return new ReleaseArchive(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** What is kept beside a release, verified. */
    private byte[] beside(String name, String line) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw damaged("It lists a file of the name '" + name + "'.");
        }
        byte[] bytes = bytes(zip, name);
        if (!line.startsWith(Sha256.of(bytes))) {
            throw damaged("Its file " + name + " is damaged.");
        }
        return bytes;
    }

    /** What was kept beside the release, by path in the folder of the service. */
    Map<String, byte[]> beside() {
        return beside;
    }

    /** The release and its files. */
    public Manifest manifest() {
        return manifest;
    }

    /**
     * Writes all files, each if it has the length and SHA-256 that are listed.
     *
     * @throws DamagedException when one has not, or is missing
     * @throws StoreException when one cannot be written
     */
    public void unpack(Draft draft) throws DamagedException {
        for (Map.Entry<String, FileState> file : manifest.files().entrySet()) {
            unpack(file.getKey(), file.getValue(), draft);
        }
    }

    private void unpack(String name, FileState state, Draft draft) throws DamagedException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null && ReleaseFolder.isDerived(name)) {
            return;
        }
        if (entry == null) {
            throw damaged("Its file " + name + " is missing.");
        }
        try {
            draft.copy(name, state, () -> zip.getInputStream(entry));
        } catch (StoreException e) {
            boolean ours = e.reason() == StoreException.Reason.DAMAGED || e.reason() == StoreException.Reason.FAILED;
            if (ours) {
                throw new DamagedException("Its file " + name + " is damaged.", e);
            }
            throw e;
        }
        if (ReleaseFolder.problem(draft.folder(), name, state, ReleaseFolder.Reading.DIGEST)
                .isPresent()) {
            throw damaged("Its file " + name + " is damaged.");
        }
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged("It has no file " + name + ".");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(LIST_BYTES_MAX);
        }
    }

    private static DamagedException damaged(String what) {
        return new DamagedException(what, new IOException(what));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
