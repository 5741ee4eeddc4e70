package org.werkgraaf.web.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.system.ConNeg;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** The formats in which answers are given. */
enum ResultFormat {
    JSON(true, "json", ResultSetLang.RS_JSON, "application/sparql-results+json", "application/json"),
    XML(true, "xml", ResultSetLang.RS_XML, "application/sparql-results+xml", "application/xml"),
    CSV(true, "csv", ResultSetLang.RS_CSV, "text/csv"),
    TSV(true, "tsv", ResultSetLang.RS_TSV, "text/tab-separated-values"),
    TURTLE(false, "ttl", Lang.TURTLE, "text/turtle"),
    JSON_LD(false, "jsonld", Lang.JSONLD11, "application/ld+json"),
    RDF_XML(false, "rdf", Lang.RDFXML, "application/rdf+xml"),
    N_TRIPLES(false, "nt", Lang.NTRIPLES, "application/n-triples");

    private final boolean rows;
    private final String name;
    private final Lang lang;
    private final List<String> types;

    ResultFormat(boolean rows, String name, Lang lang, String... types) {
        this.rows = rows;
        this.name = name;
        this.lang = lang;
        this.types = List.of(types);
    }

    Lang lang() {
        return lang;
    }

    /**
     * Chooses the format of an answer.
     *
     * @param query what is asked
     * @param accept the Accept header; absent means any
     * @param format the parameter of that name, which goes before the header
     * @throws RequestException when no format fits
     */
    static Chosen choose(Query query, @Nullable String accept, @Nullable String format) {
        boolean rows = query.isSelectType() || query.isAskType();
        List<ResultFormat> offered =
                Arrays.stream(values()).filter(each -> each.rows == rows).toList();
        if (format != null) {
            return offered.stream()
                    .filter(each -> each.name.equals(format) || each.types.contains(format))
                    .findFirst()
                    .map(each -> new Chosen(each, each.types.get(0)))
                    .orElseThrow(() -> new RequestException(
                            ErrorCode.NOT_ACCEPTABLE,
                            "This query can be answered with format "
                                    + offered.stream().map(each -> each.name).collect(Collectors.joining(", "))
                                    + ". Change the parameter format."));
        }
        AcceptList types = AcceptList.create(
                offered.stream().flatMap(each -> each.types.stream()).toArray(String[]::new));
        MediaType type = accept == null ? types.first() : ConNeg.match(accept, types);
        if (type == null) {
            throw new RequestException(
                    ErrorCode.NOT_ACCEPTABLE,
                    "This query can be answered as "
                            + offered.stream().map(each -> each.types.get(0)).collect(Collectors.joining(", "))
                            + ". Change the Accept header.");
        }
        String name = type.getContentTypeStr();
        return offered.stream()
                .filter(each -> each.types.contains(name))
                .findFirst()
                .map(each -> new Chosen(each, name))
                .orElseThrow();
    }

    /**
     * @param format the format
     * @param type the media type by which it was asked for
     */
    record Chosen(ResultFormat format, String type) {
        /** The header of the answer. */
        String contentType() {
            return type.startsWith("text/") ? type + ";charset=utf-8" : type;
        }
    }
}
