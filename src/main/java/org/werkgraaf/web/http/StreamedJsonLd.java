package org.werkgraaf.web.http;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes triples as expanded JSON-LD while they come: an array of node objects. What is told of a node in several places has
 * several node objects, which JSON-LD takes for one. Prefixes have no place in this form.
 */
final class StreamedJsonLd extends StreamRDFBase {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    /** A node object with more properties is ended and another one begun, so that what is remembered of it stays small. */
    private static final int KEYS_MAX = 1000;

    private final JsonGenerator json;
    /** What the node object that is open has already; JSON has each key once. */
    private final Set<String> keys = new HashSet<>();

    private @Nullable Node subject;
    private @Nullable String key;

    StreamedJsonLd(OutputStream out) {
        this.json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    @Override
    public void start() {
        json.writeStartArray();
    }

    @Override
    public void triple(Triple triple) {
        if (!triple.getSubject().equals(subject)) {
            open(triple.getSubject());
        }
        String wanted = key(triple);
        if (!wanted.equals(key)) {
            closeValues();
            if (keys.size() == KEYS_MAX || keys.contains(wanted)) {
                open(triple.getSubject());
            }
            keys.add(wanted);
            key = wanted;
            json.writeName(wanted);
            json.writeStartArray();
        }
        value(triple.getObject());
    }

    @Override
    public void finish() {
        close();
        json.writeEndArray();
        json.close();
    }

    private static String key(Triple triple) {
        boolean type = triple.getPredicate().equals(RDF.type.asNode())
                && !triple.getObject().isLiteral();
        return type ? "@type" : triple.getPredicate().getURI();
    }

    private void open(Node node) {
        close();
        json.writeStartObject();
        json.writeStringProperty("@id", id(node));
        subject = node;
    }

    private void close() {
        if (subject != null) {
            closeValues();
            json.writeEndObject();
            keys.clear();
            subject = null;
        }
    }

    private void closeValues() {
        if (key != null) {
            json.writeEndArray();
            key = null;
        }
    }

    private void value(Node object) {
        if ("@type".equals(key)) {
            json.writeString(id(object));
            return;
        }
        json.writeStartObject();
        if (!object.isLiteral()) {
            json.writeStringProperty("@id", id(object));
        } else {
            json.writeStringProperty("@value", object.getLiteralLexicalForm());
            if (!object.getLiteralLanguage().isEmpty()) {
                json.writeStringProperty("@language", object.getLiteralLanguage());
            } else if (!object.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
                json.writeStringProperty("@type", object.getLiteralDatatypeURI());
            }
        }
        json.writeEndObject();
    }

    /** The label of a blank node is made from itself, so that no list of them is kept. */
    private static String id(Node node) {
        return node.isBlank() ? "_:" + NodeFmtLib.encodeBNodeLabel(node.getBlankNodeLabel()) : node.getURI();
    }
}
