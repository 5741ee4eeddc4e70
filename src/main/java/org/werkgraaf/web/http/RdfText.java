package org.werkgraaf.web.http;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RIOT;

/** Writes a graph; the same statements always give the same bytes, so that an entity tag holds after a restart too. */
public final class RdfText {
    /** Turtle indented by a few places, and not to below the property: of deep nests of nodes most would be spaces. */
    private static final String NARROW = "long";

    private RdfText() {}

    /**
     * The graph in a format, with the prefixes that it knows.
     *
     * @throws RequestException when the format has no place for something in it
     */
    public static byte[] of(Graph graph, RDFFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(graph, format, out);
        return out.toByteArray();
    }

    /**
     * Writes the graph in a format, with the prefixes that it knows.
     *
     * @throws RequestException when the format has no place for something in it, before anything is written
     */
    public static void write(Graph graph, RDFFormat format, OutputStream out) {
        if (format.getLang().equals(Lang.RDFXML)) {
            graph.stream().forEach(RdfText::refuseWhatXmlCannotHold);
        }
        RDFWriter.source(OrderedGraph.of(graph))
                .format(format)
                .set(RIOT.symTurtleIndentStyle, NARROW)
                .output(out);
    }

    /** @throws RequestException when XML has no place for something in the triple */
    static void refuseWhatXmlCannotHold(Triple triple) {
        String property = triple.getPredicate().getURI();
        if (Util.splitNamespaceXML(property) == property.length()) {
            throw new RequestException(
                    ErrorCode.NOT_ACCEPTABLE,
                    "RDF/XML cannot write the property <" + property
                            + ">, since no name that XML takes stands at the end of"
                            + " it. Ask for text/turtle, application/ld+json or application/n-triples.");
        }
        Stream.of(triple.getSubject(), triple.getObject()).map(RdfText::text).forEach(XmlCharacters::check);
    }

    private static String text(Node node) {
        return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralLexicalForm() : "";
    }
}
