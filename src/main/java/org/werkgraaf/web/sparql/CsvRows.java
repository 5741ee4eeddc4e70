package org.werkgraaf.web.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.query.Found;
import org.werkgraaf.table.CsvTable;

/** Rows as CSV after the recommendation of the W3C; Jena leaves out the sign by which a blank node is told from a text. */
final class CsvRows {
    private final Map<Node, String> blankNodes = new HashMap<>();

    void write(Found.Rows rows, OutputStream out) {
        try {
            CsvTable csv = new CsvTable(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.row(rows.variables().stream().map(Var::getVarName));
            for (var found = rows.rows(); found.hasNext(); ) {
                var row = found.next();
                csv.row(rows.variables().stream().map(variable -> cell(row.get(variable))));
            }
            csv.flush();
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
        return value.isURI() ? value.getURI() : value.getLiteralLexicalForm();
    }
}
