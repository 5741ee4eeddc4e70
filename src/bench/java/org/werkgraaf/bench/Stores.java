package org.werkgraaf.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Release;

/** Fills the two stores: named graphs with a release for the service, one default graph for the stock Fuseki. */
final class Stores {
    static final String RELEASE = "2026-11-22-synthetic";

    private Stores() {}

    /** Writes the store of the service; returns how many triples it has. */
    static long service(Path folder, Packaged packaged, int cases) throws Exception {
        long triples = load(folder, stream -> {
            packaged.candidate()
                    .graphs()
                    .forEach((name, graph) -> graph.stream()
                            .forEach(triple -> stream.quad(Quad.create(NodeFactory.createURI(name), triple))));
            new SyntheticGraph(packaged, cases).write((graph, triple) -> stream.quad(Quad.create(graph, triple)));
        });
        try (GraphStore store = GraphStore.onDisk(folder)) {
            store.publish(release(packaged), Map.of(), () -> true).orElseThrow();
        }
        return triples;
    }

    /** Writes the store of the stock Fuseki: the same statements without named graphs, which suits it best. */
    static long baseline(Path folder, Packaged packaged, int cases) throws Exception {
        return load(folder, stream -> {
            packaged.union().stream().forEach(stream::triple);
            new SyntheticGraph(packaged, cases).write((graph, triple) -> stream.triple(triple));
        });
    }

    /** Names no graph, so that publishing it writes none: the loader has put them there already. */
    private static Release release(Packaged packaged) {
        return new Release(
                RELEASE,
                packaged.candidate().digest(),
                packaged.candidate().contentDigest(),
                Instant.parse("2026-11-22T00:00:00Z"),
                new TreeMap<>());
    }

    private static long load(Path folder, Consumer<StreamRDF> source) throws Exception {
        Files.createDirectories(folder);
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        DataLoader loader = LoaderFactory.parallelLoader(dataset, (format, args) -> {});
        loader.startBulk();
        try {
            source.accept(loader.stream());
            loader.finishBulk();
        } catch (RuntimeException e) {
            loader.finishException(e);
            throw e;
        }
        long count = loader.countTriples() + loader.countQuads();
        TDBInternal.expel(dataset);
        return count;
    }
}
