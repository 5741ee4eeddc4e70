package org.werkgraaf.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.werkgraaf.store.Manifest.FileState;

/**
 * A release in one archive: its graph, its index, the content that it was made from, the dates of its things and the report on its
 * quality, with the digest of each file; and what the service keeps beside its releases. A release never changes, so that an archive of
 * it is whole whatever is published meanwhile.
 */
public final class Backup {
    /** Name of the file with the digests, as {@code sha256sum -c} reads it. */
    static final String SUMS = "SHA256SUMS";

    private Backup() {}

    /**
     * Verifies the files of a release; a release that is damaged is not worth an archive.
     *
     * @param release leased, or held by who opened it
     * @throws StoreException when one is not what was written
     */
    public static void verify(OpenRelease release) {
        Path folder = folder(release);
        manifest(release).files().forEach((name, state) -> {
            // What is derived is made again wherever it lacks.
            if (!ReleaseFolder.isDerived(name)) {
                ReleaseFolder.problem(folder, name, state, ReleaseFolder.Reading.DIGEST)
                        .ifPresent(problem -> {
                            throw StoreException.damaged(folder, problem, new IOException(problem));
                        });
            }
        });
    }

    /**
     * Writes an archive of a release.
     *
     * @param release leased, or held by who opened it, until this returns
     * @param beside what is kept beside it, by path in the folder of the service
     * @param out where to; is not closed
     * @throws IOException when it cannot be written
     */
    public static void write(OpenRelease release, Map<String, byte[]> beside, OutputStream out) throws IOException {
        Path folder = folder(release);
        Manifest manifest = manifest(release);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // The trees of the graph are half empty: the quickest compression takes most of that away.
        zip.setLevel(Deflater.BEST_SPEED);
        byte[] list = manifest.toBytes();
        put(zip, SUMS, sums(list, manifest.files(), beside).getBytes(StandardCharsets.UTF_8));
        put(zip, Manifest.FILE, list);
        for (Map.Entry<String, byte[]> file : beside.entrySet()) {
            put(zip, file.getKey(), file.getValue());
        }
        for (Map.Entry<String, FileState> file : manifest.files().entrySet()) {
            if (ReleaseFolder.isDerived(file.getKey())
                    && ReleaseFolder.problem(folder, file.getKey(), file.getValue(), ReleaseFolder.Reading.DIGEST)
                            .isPresent()) {
                continue;
            }
            zip.putNextEntry(new ZipEntry(file.getKey()));
            try (InputStream in = Files.newInputStream(folder.resolve(file.getKey()))) {
                Draft.copy(in, zip, file.getValue().bytes());
            }
            zip.closeEntry();
        }
        zip.finish();
    }

    /**
     * Writes an archive of a release into a file, as a whole or not at all.
     *
     * @param beside what is kept beside it, by path in the folder of the service; nothing in what others are to have
     * @throws StoreException when the release is damaged, or the file cannot be written
     */
    public static void write(OpenRelease release, Map<String, byte[]> beside, Path file) {
        verify(release);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                write(release, beside, out);
            }
            DurableFiles.syncTree(unfinished);
            DurableFiles.moveIntoPlace(unfinished, file);
        } catch (IOException e) {
            Draft.remove(unfinished);
            throw StoreException.of("write the backup", file, e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** What {@link #SUMS} holds. */
    static String sums(byte[] list, Map<String, FileState> files, Map<String, byte[]> beside) {
        StringBuilder sums = new StringBuilder(Sha256.of(list))
                .append("  ")
                .append(Manifest.FILE)
                .append('\n');
        files.forEach((name, state) ->
                sums.append(state.sha256()).append("  ").append(name).append('\n'));
        beside.forEach((name, bytes) ->
                sums.append(Sha256.of(bytes)).append("  ").append(name).append('\n'));
        return sums.toString();
    }

    /**
     * Verifies an archive and has its release served at the next start. When anything is wrong, all stays as it was. What the folder
     * keeps beside its releases stays too, since more may have come after the archive: that of the archive is put where there is none.
     *
     * @param archive as {@link #write} made it
     * @param root folder in which a service keeps its releases; no service may have it
     * @return the release
     * @throws StoreException when the archive is not whole, or the folder is in use or cannot be written
     */
    public static Release restore(Path archive, Path root) {
        try (ReleaseArchive packed = ReleaseArchive.open(archive);
                VarFolder var = VarFolder.open(root)) {
            return restore(packed, var);
        } catch (ReleaseArchive.DamagedException e) {
            throw StoreException.badBackup(archive, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw StoreException.badBackup(archive, "It cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static Release restore(ReleaseArchive packed, VarFolder var) throws IOException {
        Manifest manifest = packed.manifest();
        Optional<Pointer> before = var.current();
        var.removeAllBut(before);
        DiskSpace.require(var.root(), manifest.bytes(), "put the release back");
        try (Draft draft = new Draft(var.fresh(manifest.release().id()), true)) {
            packed.unpack(draft);
            try (OpenRelease opened = draft.finish(manifest.release(), manifest.format())) {
                putWhereThereIsNone(packed.beside(), var.root());
                var.point(Pointer.to(opened));
                var.sync();
            }
            return manifest.release();
        }
    }

    private static void putWhereThereIsNone(Map<String, byte[]> beside, Path root) throws IOException {
        for (Map.Entry<String, byte[]> file : beside.entrySet()) {
            Path target = root.resolve(file.getKey());
            if (Files.notExists(target)) {
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                DurableFiles.write(target, file.getValue());
            }
        }
    }

    private static Path folder(OpenRelease release) {
        return release.folder().orElseThrow(() -> new IllegalStateException("No release is published yet"));
    }

    private static Manifest manifest(OpenRelease release) {
        return release.manifest().orElseThrow(() -> new IllegalStateException("No release is published yet"));
    }
}
