package org.werkgraaf.web.http;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;

/** Writes a graph; the same statements always give the same bytes, so that an entity tag holds after a restart too. */
public final class RdfText {
    private RdfText() {}

    /** The graph as text in UTF-8, with the prefixes that it knows. */
    public static byte[] of(Graph graph, RDFFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(graph, format, out);
        return out.toByteArray();
    }

    /** Writes the graph as text in UTF-8, with the prefixes that it knows. */
    public static void write(Graph graph, RDFFormat format, OutputStream out) {
        RDFWriter.source(OrderedGraph.of(graph)).format(format).output(out);
    }
}
