package org.werkgraaf.follow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.werkgraaf.store.DiskSpace;
import org.werkgraaf.store.StoreException;

/** Fetches files from where bundles lie, inside limits. */
final class Fetch {
    private final BundleSource source;
    private final FollowLimits limits;
    private final BooleanSupplier stopped;

    /** @param stopped whether what is being fetched is to be given up */
    Fetch(BundleSource source, FollowLimits limits, BooleanSupplier stopped) {
        this.source = source;
        this.limits = limits;
        this.stopped = stopped;
    }

    /**
     * The list.
     *
     * @throws IOException when it cannot be read, or is too long
     */
    byte[] list() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = source.open(BundleList.FILE)) {
            copy(in, bytes, BundleList.BYTES_MAX, BundleList.FILE);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a bundle into a file, which is what the list says when this returns.
     *
     * @throws IOException when it cannot be had, is larger than it may be, or something else than the list says
     * @throws StoreException when it cannot be written
     */
    void bundle(Bundle bundle, Path target) throws IOException {
        require(
                bundle.bytes(),
                limits.bundleBytesMax(),
                "The bundle " + bundle.file(),
                "werkgraaf.reader.bundle-bytes-max");
        require(
                bundle.releaseBytes(),
                limits.releaseBytesMax(),
                "The release in the bundle " + bundle.file(),
                "werkgraaf.reader.release-bytes-max");
        Path folder = Objects.requireNonNull(target.getParent());
        DiskSpace.require(folder, bundle.bytes() + bundle.releaseBytes(), "fetch a release");
        try (InputStream in = source.open(bundle.file());
                OutputStream out = written(target)) {
            String digest = copy(in, out, bundle.bytes(), bundle.file());
            if (!digest.equals(bundle.sha256())) {
                throw new IOException("The bundle " + bundle.file() + " is not what the list says: it has the SHA-256 "
                        + digest + " or is not whole.");
            }
        }
    }

    private static void require(long bytes, long max, String what, String setting) throws IOException {
        if (bytes > max) {
            throw new IOException(what + " has " + bytes + " bytes; at most " + max + " are taken (" + setting + ").");
        }
    }

    /** What goes wrong while it is written is told as what it is, and not as a fault of where it is read. */
    private static OutputStream written(Path target) {
        try {
            return new WrittenFile(Files.newOutputStream(target), target);
        } catch (IOException e) {
            throw StoreException.of("fetch a release", target, e);
        }
    }

    private String copy(InputStream in, OutputStream out, long max, String name) throws IOException {
        Digest digest = new Digest();
        byte[] buffer = new byte[1 << 16];
        long end = System.nanoTime() + limits.fetchMillisMax() * 1_000_000;
        long all = 0;
        for (int read = read(in, buffer, name); read >= 0; read = read(in, buffer, name)) {
            all += read;
            if (all > max) {
                throw new IOException(name + " is longer than the " + max + " bytes that it may have.");
            }
            if (System.nanoTime() > end) {
                throw new IOException(name + " did not come within " + limits.fetchMillisMax()
                        + " ms (werkgraaf.reader.fetch-millis-max).");
            }
            if (stopped.getAsBoolean()) {
                throw new IOException("Fetching " + name + " was given up.");
            }
            digest.add(buffer, read);
            out.write(buffer, 0, read);
        }
        return digest.hex();
    }

    private int read(InputStream in, byte[] buffer, String name) throws IOException {
        try {
            return in.read(buffer);
        } catch (SocketTimeoutException e) {
            throw new IOException(
                    "Of " + name + " nothing came for " + limits.stallMillisMax()
                            + " ms (werkgraaf.reader.stall-millis-max).",
                    e);
        } catch (IOException e) {
            throw new IOException(name + " broke off (" + e + ").", e);
        }
    }

    private static final class WrittenFile extends OutputStream {
        private final OutputStream out;
        private final Path file;

        WrittenFile(OutputStream out, Path file) {
            this.out = out;
            this.file = file;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw StoreException.of("fetch a release", file, e);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
