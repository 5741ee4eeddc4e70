package org.werkgraaf.dump;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.werkgraaf.store.Sha256;

/** Files that are being written into a folder; each is counted and digested on its way. */
final class FileSet {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "csv", "text/csv",
            "gz", "application/gzip",
            "jsonld", "application/ld+json",
            "trig", "application/trig",
            "ttl", "text/turtle");

    private final Path folder;
    private final List<DumpFile> files = new ArrayList<>();

    FileSet(Path folder) {
        this.folder = folder;
    }

    /** Opens a new file; it is part of the set when it is closed. */
    OutputStream open(String name) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return new Digested(name, new BufferedOutputStream(Files.newOutputStream(path), 1 << 16));
    }

    /** The files that were closed, by name. */
    List<DumpFile> written() {
        return files.stream().sorted(Comparator.comparing(DumpFile::name)).toList();
    }

    /** What a file is by the end of its name. */
    static String mediaType(String name) {
        return MEDIA_TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
    }

    private final class Digested extends FilterOutputStream {
        private final String name;
        private final MessageDigest digest = Sha256.begin();
        private long bytes;
        private boolean closed;

        Digested(String name, OutputStream out) {
            super(out);
            this.name = name;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            digest.update((byte) value);
            bytes++;
        }

        @Override
        public void write(byte[] values, int offset, int length) throws IOException {
            out.write(values, offset, length);
            digest.update(values, offset, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (!closed) {
                closed = true;
                files.add(new DumpFile(name, mediaType(name), bytes, Sha256.hex(digest)));
            }
        }
    }
}
