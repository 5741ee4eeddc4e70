package org.werkgraaf.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.werkgraaf.vocabulary.Graphs;

/** The published graph in TDB2. Readers see one release from start to end; a writer replaces it in one transaction. */
public final class GraphStore implements AutoCloseable {
    private final DatasetGraph dataset;

    private GraphStore(DatasetGraph dataset) {
        this.dataset = dataset;
        // A query that names no graph asks all sources at once.
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
    }

    /**
     * Opens or makes a store on disk.
     *
     * @throws StoreLockedException when another process holds it
     */
    public static GraphStore onDisk(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of the store: " + folder, e);
        }
        try {
            return new GraphStore(DatabaseMgr.connectDatasetGraph(Location.create(folder)));
        } catch (org.apache.jena.dboe.DBOpEnvException e) {
            throw new StoreLockedException(folder, e);
        }
    }

    /** A store that is gone when the process ends. */
    public static GraphStore inMemory() {
        return new GraphStore(DatabaseMgr.createDatasetGraph());
    }

    /** The dataset itself, for the SPARQL endpoint, which opens its own read transactions. */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** Runs a reader in one read transaction. */
    public <T> T read(Function<Snapshot, T> reader) {
        return Txn.calculateRead(dataset, () -> reader.apply(new Snapshot(dataset)));
    }

    /** The release that stands in the store, if any. */
    public Optional<Release> release() {
        return read(Snapshot::release);
    }

    /**
     * Makes a release the published one. Graphs whose digest is unchanged are not touched.
     *
     * @param release the new release
     * @param graphs the triples of every graph that changed or is new, by the text of its IRI
     * @param verdict asked when all is written, just before it becomes visible; false leaves the store as it was
     * @return the names of the graphs that were written or dropped; empty when the verdict was no
     */
    public Optional<Set<String>> publish(Release release, Map<String, Graph> graphs, BooleanSupplier verdict) {
        dataset.begin(TxnType.WRITE);
        try {
            Set<String> written = write(release, graphs);
            if (!verdict.getAsBoolean()) {
                dataset.abort();
                return Optional.empty();
            }
            dataset.commit();
            return Optional.of(written);
        } catch (RuntimeException | Error e) {
            dataset.abort();
            throw e;
        } finally {
            dataset.end();
        }
    }

    private Set<String> write(Release release, Map<String, Graph> graphs) {
        Map<String, Release.GraphState> before =
                new Snapshot(dataset).release().map(Release::graphs).orElse(Map.of());
        Set<String> dropped = before.keySet().stream()
                .filter(name -> !release.graphs().containsKey(name))
                .collect(Collectors.toSet());
        Set<String> written = release.graphs().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        dropped.forEach(name -> dataset.removeGraph(node(name)));
        written.forEach(name -> replace(node(name), Objects.requireNonNull(graphs.get(name))));
        replace(Graphs.RELEASE, ReleaseGraph.write(release));
        written.addAll(dropped);
        return written;
    }

    private void replace(Node name, Graph triples) {
        dataset.removeGraph(name);
        triples.stream().forEach(t -> dataset.add(name, t.getSubject(), t.getPredicate(), t.getObject()));
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }

    @Override
    public void close() {
        dataset.close();
        org.apache.jena.tdb2.sys.TDBInternal.expel(dataset);
    }
}
