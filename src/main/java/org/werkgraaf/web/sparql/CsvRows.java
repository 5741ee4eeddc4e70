package org.werkgraaf.web.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.query.Found;

/** Rows as CSV after the recommendation of the W3C; Jena leaves out the sign by which a blank node is told from a text. */
final class CsvRows {
    private static final String END = "\r\n";

    private final Map<Node, String> blankNodes = new HashMap<>();

    void write(Found.Rows rows, OutputStream out) {
        try {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.write(rows.variables().stream().map(Var::getVarName).collect(Collectors.joining(",")) + END);
            for (var row : rows.rows()) {
                text.write(rows.variables().stream()
                                .map(variable -> cell(row.get(variable)))
                                .collect(Collectors.joining(","))
                        + END);
            }
            text.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String cell(@Nullable Node value) {
        if (value == null) {
            return "";
        }
        if (value.isBlank()) {
            return blankNodes.computeIfAbsent(value, node -> "_:b" + blankNodes.size());
        }
        String text = value.isURI() ? value.getURI() : value.getLiteralLexicalForm();
        boolean quoted = text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
