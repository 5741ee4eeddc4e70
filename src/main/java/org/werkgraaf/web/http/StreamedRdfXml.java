package org.werkgraaf.web.http;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.util.XMLChar;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/** Writes triples as RDF/XML while they come: a description for each run of triples about one node. */
final class StreamedRdfXml extends StreamRDFBase {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final int BUFFER = 1 << 16;
    private static final String RDF_PREFIX = "rdf";
    /** For a namespace that no prefix stands for. */
    private static final String OWN_PREFIX = "ns0";

    private final XMLStreamWriter xml;
    /** From namespace to prefix, as the root declares them. */
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    private boolean begun;
    private @Nullable Node subject;

    StreamedRdfXml(OutputStream out) {
        prefixes.put(RDF.uri, RDF_PREFIX);
        try {
            this.xml =
                    FACTORY.createXMLStreamWriter(new BufferedOutputStream(out, BUFFER), StandardCharsets.UTF_8.name());
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A prefix that XML cannot have is left out, and names a namespace where it is used. */
    @Override
    public void prefix(String prefix, String iri) {
        boolean usable = XMLChar.isValidNCName(prefix) && !prefix.startsWith("xml") && !prefix.equals(OWN_PREFIX);
        if (usable && !iri.isEmpty() && !prefixes.containsValue(prefix)) {
            XmlCharacters.check(iri);
            prefixes.putIfAbsent(iri, prefix);
        }
    }

    /** @throws RequestException when XML has no place for something in the triple */
    @Override
    public void triple(Triple triple) {
        RdfText.refuseWhatXmlCannotHold(triple);
        write(() -> {
            begin();
            if (!triple.getSubject().equals(subject)) {
                describe(triple.getSubject());
            }
            property(triple.getPredicate().getURI(), triple.getObject());
        });
    }

    @Override
    public void finish() {
        write(() -> {
            begin();
            endDescription();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        });
    }

    private void begin() throws XMLStreamException {
        if (begun) {
            return;
        }
        begun = true;
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement(RDF_PREFIX, "RDF", RDF.uri);
        for (Map.Entry<String, String> each : prefixes.entrySet()) {
            xml.writeNamespace(each.getValue(), each.getKey());
        }
    }

    private void describe(Node node) throws XMLStreamException {
        endDescription();
        xml.writeCharacters("\n  ");
        xml.writeStartElement(RDF_PREFIX, "Description", RDF.uri);
        named(node, "about");
        subject = node;
    }

    private void endDescription() throws XMLStreamException {
        if (subject != null) {
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
        }
    }

    private void property(String iri, Node object) throws XMLStreamException {
        int split = Util.splitNamespaceXML(iri);
        String namespace = iri.substring(0, split);
        String prefix = prefixes.get(namespace);
        xml.writeCharacters("\n    ");
        xml.writeStartElement(prefix == null ? OWN_PREFIX : prefix, iri.substring(split), namespace);
        if (prefix == null) {
            xml.writeNamespace(OWN_PREFIX, namespace);
        }
        if (object.isLiteral()) {
            literal(object);
        } else {
            named(object, "resource");
        }
        xml.writeEndElement();
    }

    private void literal(Node value) throws XMLStreamException {
        if (!value.getLiteralLanguage().isEmpty()) {
            xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", value.getLiteralLanguage());
        } else if (!value.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
            xml.writeAttribute(RDF_PREFIX, RDF.uri, "datatype", value.getLiteralDatatypeURI());
        }
        // A reader of XML makes one line end of this character unless it is written by its number.
        String[] parts = value.getLiteralLexicalForm().split("\r", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                xml.writeEntityRef("#xD");
            }
            xml.writeCharacters(parts[i]);
        }
    }

    /** The label of a blank node is made from itself, so that no list of them is kept. */
    private void named(Node node, String attribute) throws XMLStreamException {
        if (node.isBlank()) {
            xml.writeAttribute(RDF_PREFIX, RDF.uri, "nodeID", NodeFmtLib.encodeBNodeLabel(node.getBlankNodeLabel()));
        } else {
            xml.writeAttribute(RDF_PREFIX, RDF.uri, attribute, node.getURI());
        }
    }

    private static void write(Part part) {
        try {
            part.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something that is written. */
    private interface Part {
        void write() throws XMLStreamException;
    }
}
