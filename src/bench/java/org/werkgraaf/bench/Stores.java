package org.werkgraaf.bench;

import java.nio.file.Files;
import java.nio.file.Path;
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
import org.werkgraaf.publish.SyntheticRelease;

/** Fills the two stores: named graphs with a release for the service, one default graph for the stock Fuseki. */
final class Stores {
    private Stores() {}

    /** Writes the release of the service, but for its index; returns how many triples it has. */
    static long service(Path var, Packaged packaged, int cases) throws Exception {
        return SyntheticRelease.load(
                var,
                packaged.candidate(),
                packaged.content(),
                folder -> load(folder, stream -> {
                    packaged.candidate()
                            .graphs()
                            .forEach((name, graph) -> graph.stream()
                                    .forEach(triple -> stream.quad(Quad.create(NodeFactory.createURI(name), triple))));
                    new SyntheticGraph(packaged, cases)
                            .write((graph, triple) -> stream.quad(Quad.create(graph, triple)));
                }));
    }

    /** Writes the store of the stock Fuseki: the same statements without named graphs, which suits it best. */
    static long baseline(Path folder, Packaged packaged, int cases) throws Exception {
        return load(folder, stream -> {
            packaged.union().stream().forEach(stream::triple);
            new SyntheticGraph(packaged, cases).write((graph, triple) -> stream.triple(triple));
        });
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
