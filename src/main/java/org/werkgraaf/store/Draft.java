package org.werkgraaf.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.werkgraaf.store.Manifest.FileState;

/** The folder of a release that is being made. Nobody reads it before it is served; if that fails, it is removed. */
public final class Draft implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);

    private final Path folder;
    private final boolean durable;
    /** What was copied, and is what the list of the other release says. */
    private final Map<String, FileState> copied = new ConcurrentHashMap<>();

    private boolean finished;

    Draft(Path folder, boolean durable) {
        this.folder = folder;
        this.durable = durable;
    }

    /** Where it is made. */
    public Path folder() {
        return folder;
    }

    /**
     * Writes the graphs of the release.
     *
     * @param graphs all of them, by the text of their IRI
     * @throws StoreException when that is not possible
     */
    public void writeGraphs(Release release, Map<String, Graph> graphs) {
        try {
            TdbFolder.write(folder.resolve(ReleaseFolder.STORE), release, graphs);
        } catch (IOException | RuntimeException | InternalError e) {
            throw failed(e);
        }
    }

    /**
     * Reads the graphs that were written or copied.
     *
     * @param reader sees them in one read transaction
     * @throws StoreException when that is not possible
     */
    public void readGraphs(Consumer<DatasetGraph> reader) {
        Path graphs = folder.resolve(ReleaseFolder.STORE);
        try {
            DatasetGraph dataset = TdbFolder.open(graphs);
            try {
                Txn.executeRead(dataset, () -> reader.accept(dataset));
            } finally {
                TdbFolder.close(dataset);
            }
            TdbFolder.trim(graphs);
        } catch (IOException | RuntimeException | InternalError e) {
            throw failed(e);
        }
    }

    /**
     * Makes a folder in it.
     *
     * @throws StoreException when that is not possible
     */
    public Path makeFolder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Writes a file.
     *
     * @throws StoreException when that is not possible
     */
    public void write(String name, byte[] bytes) {
        copied.remove(name);
        try {
            DurableFiles.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Copies files of another release, if they are what its list says.
     *
     * @param from folder of the other release
     * @param files its list
     * @param wanted which of them, by name
     * @throws StoreException when one is not, or that is not possible
     */
    public void copy(Path from, Manifest files, Predicate<String> wanted) {
        files.files().forEach((name, state) -> {
            if (wanted.test(name)) {
                copy(name, state, () -> Files.newInputStream(from.resolve(name)));
            }
        });
    }

    /**
     * Copies a file, if it is what a list says.
     *
     * @param name what it is called here
     * @param state what it must be
     * @param source opens it
     * @throws StoreException when it is not, or that is not possible
     */
    public void copy(String name, FileState state, Source source) {
        Path target = folder.resolve(name);
        try {
            Files.createDirectories(target.getParent());
            try (InputStream in = source.open();
                    OutputStream out = Files.newOutputStream(target)) {
                copy(in, out, state.bytes());
            }
            ReleaseFolder.problem(folder, name, state, ReleaseFolder.Reading.CHECKSUM)
                    .ifPresent(problem -> {
                        throw StoreException.damaged(folder, problem, new IOException(problem));
                    });
            copied.put(name, state);
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        }
    }

    static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = bytes;
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        while (left > 0 && read > 0) {
            out.write(buffer, 0, read);
            left -= read;
            read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        }
    }

    /** Opens a file to be copied. */
    public interface Source {
        /** The file from its beginning. */
        InputStream open() throws IOException;
    }

    /**
     * Lists what was written, has all of it written to the disk, and opens the graph. The folder is not changed after this.
     *
     * @param format names the code that made it
     * @throws StoreException when that is not possible
     */
    public OpenRelease finish(Release release, String format) {
        try {
            Manifest manifest = new Manifest(release, format, ReleaseFolder.files(folder, copied));
            DurableFiles.write(folder.resolve(Manifest.FILE), manifest.toBytes());
            if (durable) {
                DurableFiles.syncTree(folder);
                DurableFiles.syncFolder(
                        Objects.requireNonNull(folder.toAbsolutePath().getParent()));
            }
            OpenRelease opened = OpenRelease.open(manifest, folder);
            finished = true;
            return opened;
        } catch (IOException | RuntimeException | InternalError e) {
            throw failed(e);
        }
    }

    private StoreException failed(Throwable cause) {
        return StoreException.of("write the release", folder, cause);
    }

    /** Removes the folder if the release was not finished. One that was finished is the affair of whoever has it open. */
    @Override
    public void close() {
        if (!finished) {
            remove(folder);
        }
    }

    static void remove(Path folder) {
        try {
            DurableFiles.delete(folder);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} could not be removed ({}); the next start removes it", folder, e.toString());
        }
    }
}
