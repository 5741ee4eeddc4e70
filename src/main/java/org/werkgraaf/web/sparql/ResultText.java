package org.werkgraaf.web.sparql;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.werkgraaf.query.AnswerBody;
import org.werkgraaf.query.Found;
import org.werkgraaf.query.Spool;
import org.werkgraaf.query.SpoolSpace;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.RdfText;

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
            comment(format, triples.cut(), out);
            RdfText.write(triples.graph(), rdf(format.lang()), out);
            return;
        }
        if (found instanceof Found.Rows rows && format == ResultFormat.CSV) {
            new CsvRows().write(rows, out);
            return;
        }
        RowSetWriter writer = RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
        if (found instanceof Found.Rows rows) {
            writer.write(out, RowSetStream.create(rows.variables(), rows.rows()), Context.emptyContext());
        } else {
            writer.write(out, ((Found.Truth) found).value(), Context.emptyContext());
        }
        link(out, format, found.cut());
    }

    private static RDFFormat rdf(Lang lang) {
        if (lang.equals(Lang.JSONLD11)) {
            return RDFFormat.JSONLD11_PRETTY;
        }
        if (lang.equals(Lang.RDFXML)) {
            return RDFFormat.RDFXML_PLAIN;
        }
        return lang.equals(Lang.NTRIPLES) ? RDFFormat.NTRIPLES_UTF8 : RDFFormat.TURTLE_PRETTY;
    }

    private static void comment(ResultFormat format, boolean cut, Spool out) {
        if (format == ResultFormat.TURTLE || format == ResultFormat.N_TRIPLES) {
            out.writeText(cut ? "# cut: there are more triples\n" : "# whole\n");
        }
    }

    /** The head of a result has room for links to what is known about it. */
    private void link(Spool result, ResultFormat format, boolean cut) {
        String link = settings.baseUrl() + ABOUT + (cut ? "cut" : "whole");
        if (format == ResultFormat.JSON) {
            insert(result, "\"head\"", "{", "\"link\": [\"" + link + "\"]", true);
        } else if (format == ResultFormat.XML) {
            insert(result, "<head", "</head>", "<link href=\"" + link + "\"/>", false);
        }
    }

    /** Both writers begin with the head, so that the first place that fits is the right one. */
    private static void insert(Spool result, String after, String place, String text, boolean json) {
        String start = result.start();
        int at = start.indexOf(place, start.indexOf(after));
        if (at < 0) {
            return;
        }
        if (json) {
            int inside = at + place.length();
            boolean empty = start.startsWith("}", inside)
                    || start.substring(inside).stripLeading().startsWith("}");
            result.insert(inside, empty ? " " + text + " " : " " + text + ",");
        } else {
            result.insert(at, text);
        }
    }
}
