package org.werkgraaf.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.werkgraaf.vocabulary.Graphs;

/** A folder of TDB2: written once, from nothing, and then only read. */
final class TdbFolder {
    /** TDB2 reads and writes its trees in blocks of this size. */
    private static final int BLOCK = 8192;
    /** Read at once when the end of what was written is looked for. */
    private static final int PIECE = 64 * BLOCK;

    private static final ByteBuffer ZEROS = ByteBuffer.allocate(PIECE).asReadOnlyBuffer();
    /** Written by whoever opens the folder. */
    private static final String LOCK = "tdb.lock";
    /**
     * TDB2 would remember the last thousand terms that it looked for and does not have. Those are what strangers make up, as long as
     * they like, and they would stay for the life of the process; a look into the table that finds nothing costs little.
     */
    private static final StoreParams NO_MISSES =
            StoreParams.builder("read-only").nodeMissCacheSize(0).build();

    static {
        PassingDatatypes.install();
    }

    private TdbFolder() {}

    /** Writes the graphs of a release, and the release itself, into an empty folder. */
    static void write(Path folder, Release release, Map<String, Graph> graphs) throws IOException {
        Files.createDirectories(folder);
        DatasetGraph dataset = open(folder);
        try {
            Txn.executeWrite(dataset, () -> {
                graphs.forEach((name, graph) -> add(dataset, NodeFactory.createURI(name), graph));
                add(dataset, Graphs.RELEASE, ReleaseGraph.write(release));
            });
        } finally {
            close(dataset);
        }
        trim(folder);
    }

    private static void add(DatasetGraph dataset, Node name, Graph graph) {
        graph.stream().forEach(t -> dataset.add(name, t.getSubject(), t.getPredicate(), t.getObject()));
    }

    /**
     * Opens a folder, or makes an empty store in it.
     *
     * @throws RuntimeException when TDB2 cannot read it
     */
    static DatasetGraph open(Path folder) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder.toString()), NO_MISSES);
        // A query that names no graph asks all sources at once.
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        return dataset;
    }

    /**
     * Closes it; nobody may be reading. A transaction that still counts as running is one whose thread died of an error between its
     * beginning and its end.
     */
    static void close(DatasetGraph dataset) {
        TDBInternal.expel(dataset, true);
    }

    /** Whether a file belongs to the process that has the folder open, and not to what was written. */
    static boolean isOfTheProcess(Path file) {
        return file.getFileName().toString().equals(LOCK);
    }

    /**
     * Whether TDB2 makes a file longer when it opens it, by zeros that take no room on the disk. Its trees are mapped into memory in
     * pieces of 8 MB.
     */
    static boolean growsWhenOpened(String file) {
        return file.endsWith(".dat") || file.endsWith(".idn");
    }

    /** Cuts what {@link #growsWhenOpened}, so that copies and digests are of what was written only. */
    static void trim(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                if (growsWhenOpened(file.toString())) {
                    cutZeros(file);
                }
            }
        }
    }

    private static void cutZeros(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            long end = channel.size();
            while (end >= PIECE && isZero(piece, channel, end - PIECE, PIECE)) {
                end -= PIECE;
            }
            while (end > 0 && isZero(piece, channel, Math.max(0, end - BLOCK), BLOCK)) {
                end = Math.max(0, end - BLOCK);
            }
            if (end < channel.size()) {
                channel.truncate(end);
            }
        }
    }

    private static boolean isZero(ByteBuffer bytes, FileChannel channel, long from, int length) throws IOException {
        bytes.clear().limit(length);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = channel.read(bytes, from + bytes.position());
        }
        bytes.flip();
        // A comparison goes by words: byte by byte it was most of what publishing a small release cost.
        return bytes.mismatch(ZEROS.slice(0, bytes.limit())) < 0;
    }
}
