package org.werkgraaf.web.sparql;

import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.werkgraaf.query.Found;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.RdfText;

/** Writes what a query found in the format of the answer. Where the format has room, it says whether that is all. */
final class ResultText {
    /** Where it is explained what the two endings of the link mean. */
    private static final String ABOUT = "/about/sparql#";

    private final WebSettings settings;
    private final int bytesMax;

    /**
     * @param settings where the service is reached
     * @param bytesMax largest answer
     */
    ResultText(WebSettings settings, int bytesMax) {
        this.settings = settings;
        this.bytesMax = bytesMax;
    }

    byte[] of(Found found, ResultFormat format) {
        LimitedBytes out = new LimitedBytes(bytesMax);
        if (found instanceof Found.Triples triples) {
            comment(format, triples.cut(), out);
            RdfText.write(triples.graph(), rdf(format.lang()), out);
            return out.toByteArray();
        }
        if (found instanceof Found.Rows rows && format == ResultFormat.CSV) {
            new CsvRows().write(rows, out);
            return out.toByteArray();
        }
        RowSetWriter writer = RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
        if (found instanceof Found.Rows rows) {
            writer.write(out, RowSetStream.create(rows.variables(), rows.rows().iterator()), Context.emptyContext());
        } else {
            writer.write(out, ((Found.Truth) found).value(), Context.emptyContext());
        }
        return linked(out.toByteArray(), format, found.cut());
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

    private static void comment(ResultFormat format, boolean cut, LimitedBytes out) {
        if (format == ResultFormat.TURTLE || format == ResultFormat.N_TRIPLES) {
            out.writeBytes((cut ? "# cut: there are more triples\n" : "# whole\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The head of a result has room for links to what is known about it. */
    private byte[] linked(byte[] result, ResultFormat format, boolean cut) {
        String link = settings.baseUrl() + ABOUT + (cut ? "cut" : "whole");
        return switch (format) {
            case JSON -> inserted(result, "\"head\"", "{", "\"link\": [\"" + link + "\"]", true);
            case XML -> inserted(result, "<head", "</head>", "<link href=\"" + link + "\"/>", false);
            default -> result;
        };
    }

    /** Both writers begin with the head, so that the first place that fits is the right one. */
    private static byte[] inserted(byte[] result, String after, String place, String text, boolean json) {
        int window = Math.min(result.length, 1 << 16);
        String start = new String(result, 0, window, StandardCharsets.ISO_8859_1);
        int head = start.indexOf(after);
        int at = start.indexOf(place, head);
        if (head < 0 || at < 0) {
            return result;
        }
        String added = text;
        if (json) {
            at += place.length();
            String rest = start.substring(at).stripLeading();
            added = rest.startsWith("}") ? " " + text + " " : " " + text + ",";
        }
        byte[] bytes = added.getBytes(StandardCharsets.UTF_8);
        byte[] linked = new byte[result.length + bytes.length];
        System.arraycopy(result, 0, linked, 0, at);
        System.arraycopy(bytes, 0, linked, at, bytes.length);
        System.arraycopy(result, at, linked, at + bytes.length, result.length - at);
        return linked;
    }
}
