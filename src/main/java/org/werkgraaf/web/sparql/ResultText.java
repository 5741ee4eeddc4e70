package org.werkgraaf.web.sparql;

import java.util.Iterator;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.werkgraaf.query.AnswerBody;
import org.werkgraaf.query.Found;
import org.werkgraaf.query.Spool;
import org.werkgraaf.query.SpoolSpace;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.RdfFormat;
import org.werkgraaf.web.http.RdfText;
import org.werkgraaf.web.http.XmlCharacters;

/** Writes what a query found in the format of the answer. Where the format has room, it says whether that is all. */
final class ResultText {
    /** Where it is explained what the two endings of the link mean. */
    private static final String ABOUT = "/about/sparql#";

    private final WebSettings settings;
    private final SpoolSpace space;
    private final int bytesMax;

    /**
     * @param settings where the service is reached
     * @param space where large answers lie until they are sent
     * @param bytesMax largest answer
     */
    ResultText(WebSettings settings, SpoolSpace space, int bytesMax) {
        this.settings = settings;
        this.space = space;
        this.bytesMax = bytesMax;
    }

    AnswerBody of(Found found, ResultFormat format) {
        try (Spool out = new Spool(space, bytesMax)) {
            write(found, format, out);
            return out.body();
        }
    }

    private void write(Found found, ResultFormat format, Spool out) {
        if (found instanceof Found.Triples triples) {
            write(triples, format.rdf().orElseThrow(), out);
            if (format == ResultFormat.TURTLE || format == ResultFormat.N_TRIPLES) {
                out.insert(0, triples.cut() ? "# cut: there are more triples\n" : "# whole\n");
            }
            return;
        }
        if (found instanceof Found.Rows rows && format == ResultFormat.CSV) {
            new CsvRows().write(rows, out);
            return;
        }
        RowSetWriter writer = RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
        if (found instanceof Found.Rows rows) {
            Iterator<Binding> given = format == ResultFormat.XML
                    ? Iter.map(rows.rows(), ResultText::refuseWhatXmlCannotHold)
                    : rows.rows();
            writer.write(out, RowSetStream.create(rows.variables(), given), Context.emptyContext());
        } else {
            writer.write(out, ((Found.Truth) found).value(), Context.emptyContext());
        }
        if (format == ResultFormat.JSON) {
            link(out, found.cut());
        } else if (format == ResultFormat.XML) {
            // What stands after the document is for people; no client takes it for a row.
            out.writeText("<!-- " + (found.cut() ? "cut: there are more rows, see " : "whole, see ")
                    + about(found.cut()) + " -->\n");
        }
    }

    private static Binding refuseWhatXmlCannotHold(Binding row) {
        row.forEach((variable, value) -> {
            if (value.isLiteral()) {
                XmlCharacters.check(value.getLiteralLexicalForm());
            } else if (value.isURI()) {
                XmlCharacters.check(value.getURI());
            }
        });
        return row;
    }

    /** A few triples are written in order; of many no more is kept than the format needs. */
    private static void write(Found.Triples triples, RdfFormat format, Spool out) {
        Optional<StreamRDF> stream = triples.areFew() ? Optional.empty() : format.stream(out);
        if (stream.isEmpty()) {
            RdfText.write(triples.graph(), format.format(), out);
            return;
        }
        StreamRDF writer = stream.get();
        writer.start();
        new TreeMap<>(triples.prefixes()).forEach(writer::prefix);
        triples.forEach(writer::triple);
        writer.finish();
    }

    private String about(boolean cut) {
        return settings.baseUrl() + ABOUT + (cut ? "cut" : "whole");
    }

    /** The head of a result in JSON has room for links to what is known about it; in XML, some clients lose all rows over it. */
    private void link(Spool result, boolean cut) {
        String start = result.start();
        // The writer begins with the head, so that the first place that fits is the right one.
        int inside = start.indexOf("{", start.indexOf("\"head\"")) + 1;
        if (inside > 0) {
            String link = "\"link\": [\"" + about(cut) + "\"]";
            boolean empty = start.substring(inside).stripLeading().startsWith("}");
            result.insert(inside, empty ? " " + link + " " : " " + link + ",");
        }
    }
}
