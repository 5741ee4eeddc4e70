package org.werkgraaf.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.werkgraaf.meaning.Block;
import org.werkgraaf.vocabulary.Prefixes;
import tools.jackson.databind.json.JsonMapper;

/** Writes all statements, whatever their graph, as flattened JSON-LD: one object per subject, each on a line of its own. */
final class JsonLdFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> prefixes = new TreeMap<>(Prefixes.all());

    static void write(Graph union, FileSet files, Stop stop) throws IOException {
        try (OutputStream file = files.open("werkgraaf.jsonld")) {
            new JsonLdFile().write(union, file, stop);
        }
    }

    private void write(Graph union, OutputStream out, Stop stop) throws IOException {
        out.write(("{\"@context\":" + JSON.writeValueAsString(prefixes) + ",\n\"@graph\":[")
                .getBytes(StandardCharsets.UTF_8));
        String separator = "\n";
        for (Node subject : OrderedStatements.subjects(union)) {
            stop.check();
            out.write(separator.getBytes(StandardCharsets.UTF_8));
            out.write(JSON.writeValueAsBytes(object(Block.of(union, subject))));
            separator = ",\n";
        }
        out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> object(Block block) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("@id", iri(block.thing()));
        Map<String, List<Object>> values = new LinkedHashMap<>();
        for (Triple statement : OrderedStatements.of(block)) {
            boolean type = statement.getPredicate().equals(RDF.type.asNode());
            values.computeIfAbsent(type ? "@type" : iri(statement.getPredicate()), key -> new ArrayList<>())
                    .add(type ? iri(statement.getObject()) : value(statement.getObject()));
        }
        object.putAll(values);
        return object;
    }

    private Map<String, String> value(Node node) {
        if (!node.isLiteral()) {
            return Map.of("@id", iri(node));
        }
        Map<String, String> value = new LinkedHashMap<>();
        if (!node.getLiteralLanguage().isEmpty()) {
            value.put("@language", node.getLiteralLanguage());
        } else if (!node.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
            value.put("@type", shorten(node.getLiteralDatatypeURI()));
        }
        value.put("@value", node.getLiteralLexicalForm());
        return value;
    }

    private String iri(Node node) {
        return shorten(node.getURI());
    }

    private String shorten(String iri) {
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            if (iri.startsWith(prefix.getValue())
                    && iri.length() > prefix.getValue().length()) {
                return prefix.getKey() + ":" + iri.substring(prefix.getValue().length());
            }
        }
        return iri;
    }
}
