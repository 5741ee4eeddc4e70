package org.werkgraaf.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.vocabulary.Prefixes;

/** Writes the named graphs, each of which is read once: all of them as TriG and as N-Quads, their union as N-Triples, each by itself as Turtle. */
final class GraphFiles {
    private GraphFiles() {}

    /**
     * Writes the files.
     *
     * @return the union of the graphs, in memory, for the files that have all statements about a thing together
     */
    static Graph write(Snapshot snapshot, List<NamedGraph> graphs, FileSet files, Stop stop) throws IOException {
        Graph union = GraphMemFactory.createDefaultGraphSameTerm();
        // The time stamp of the gzip header is always zero, so that the bytes follow from what is in it.
        try (OutputStream trigFile = files.open("werkgraaf.trig");
                OutputStream quadFile = new GZIPOutputStream(files.open("werkgraaf.nq.gz"), 1 << 16)) {
            StreamRDF trig = start(trigFile, RDFFormat.TRIG_BLOCKS);
            StreamRDF quads = StreamRDFWriter.getWriterStream(quadFile, RDFFormat.NQUADS_UTF8);
            quads.start();
            for (NamedGraph graph : graphs) {
                stop.check();
                List<Triple> triples = OrderedStatements.of(snapshot.graph(graph.node()));
                writeTurtle(triples, graph, files);
                writeQuads(triples, graph.node(), trig);
                writeQuads(triples, graph.node(), quads);
                triples.forEach(union::add);
            }
            quads.finish();
            trig.finish();
        }
        try (OutputStream file = new GZIPOutputStream(files.open("werkgraaf.nt.gz"), 1 << 16)) {
            StreamRDF lines = StreamRDFWriter.getWriterStream(file, RDFFormat.NTRIPLES_UTF8);
            lines.start();
            OrderedStatements.of(union).forEach(lines::triple);
            lines.finish();
        }
        return union;
    }

    private static void writeTurtle(List<Triple> triples, NamedGraph graph, FileSet files) throws IOException {
        try (OutputStream file = files.open("graphs/" + graph.name() + ".ttl")) {
            StreamRDF turtle = start(file, RDFFormat.TURTLE_BLOCKS);
            triples.forEach(turtle::triple);
            turtle.finish();
        }
    }

    private static void writeQuads(List<Triple> triples, Node graph, StreamRDF out) {
        triples.forEach(triple -> out.quad(Quad.create(graph, triple)));
    }

    private static StreamRDF start(OutputStream out, RDFFormat format) {
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, format);
        stream.start();
        new TreeMap<>(Prefixes.all()).forEach(stream::prefix);
        return stream;
    }
}
