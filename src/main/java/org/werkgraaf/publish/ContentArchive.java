package org.werkgraaf.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.store.ReleaseFolder;

/** Keeps the files from which a release was made with the release, so that it can be made again. */
final class ContentArchive {
    private ContentArchive() {}

    /** All files in one; the same for the same files. */
    static byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ContentFile file : content.files()) {
                ZipEntry entry = new ZipEntry(file.path());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(file.bytes());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pack the content", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads them back.
     *
     * @param release folder of the release
     * @throws IOException when the archive cannot be read
     */
    static Content read(Path release) throws IOException {
        return of(Files.readAllBytes(release.resolve(ReleaseFolder.CONTENT)));
    }

    /** The files in an archive that {@link #write} made. */
    static Content of(byte[] archive) throws IOException {
        List<ContentFile> files = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.add(new ContentFile(entry.getName(), in.readAllBytes()));
            }
        }
        return Content.of(files);
    }
}
