package org.werkgraaf.web.sparql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.springframework.http.MediaType;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RdfFormat;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** The formats in which answers are given: rows and truth in those of SPARQL, triples in those of RDF. */
enum ResultFormat {
    JSON(
            ResultSetLang.RS_JSON,
            "json srj sparql-json sparql-results-json",
            "application/sparql-results+json",
            "application/json"),
    XML(
            ResultSetLang.RS_XML,
            "xml srx sparql-xml sparql sparql-results-xml",
            "application/sparql-results+xml",
            "application/xml"),
    CSV(ResultSetLang.RS_CSV, "csv", "text/csv"),
    TSV(ResultSetLang.RS_TSV, "tsv", "text/tab-separated-values"),
    ROWS_THRIFT(ResultSetLang.RS_Thrift, "thrift srt", "application/sparql-results+thrift"),
    TURTLE(RdfFormat.TURTLE, "ttl turtle n3 trig"),
    JSON_LD(RdfFormat.JSON_LD, "jsonld json-ld json"),
    RDF_XML(RdfFormat.RDF_XML, "rdf rdfxml rdf-xml rdf+xml xml"),
    N_TRIPLES(RdfFormat.N_TRIPLES, "nt ntriples n-triples nquads n-quads"),
    RDF_JSON(RdfFormat.RDF_JSON, "rj rdfjson rdf-json rdf+json"),
    THRIFT(RdfFormat.THRIFT, "thrift rt rdf-thrift");

    /** Formats of rows by which some clients ask for everything, with what most of them then read as triples. */
    private static final List<Accept.Offer<ResultFormat>> ROWS_FOR_TRIPLES = List.of(
            new Accept.Offer<>(RDF_XML, MediaType.valueOf("application/sparql-results+xml")),
            new Accept.Offer<>(RDF_XML, MediaType.valueOf("application/sparql-results+json")),
            new Accept.Offer<>(THRIFT, MediaType.valueOf("application/sparql-results+thrift")));

    private final Optional<RdfFormat> rdf;
    private final Lang lang;
    private final List<String> names;
    private final List<MediaType> types;

    ResultFormat(Lang lang, String names, String... types) {
        this.rdf = Optional.empty();
        this.lang = lang;
        this.names = List.of(names.split(" "));
        this.types = Arrays.stream(types).map(MediaType::valueOf).toList();
    }

    ResultFormat(RdfFormat rdf, String names) {
        this.rdf = Optional.of(rdf);
        this.lang = rdf.format().getLang();
        this.names = List.of(names.split(" "));
        this.types = List.of(rdf.type());
    }

    /** How Jena calls it. */
    Lang lang() {
        return lang;
    }

    /** The format of triples; empty for a format of rows. */
    Optional<RdfFormat> rdf() {
        return rdf;
    }

    /**
     * Chooses the format of an answer.
     *
     * @param rows whether the answer is rows or truth; else it is triples
     * @param accept what the client takes
     * @param named what the parameters {@code format}, {@code output} and {@code results} say; the first that fits such an answer
     *     goes before the header
     * @throws RequestException when no format fits
     */
    static Chosen choose(boolean rows, Accept accept, List<String> named) {
        List<Accept.Offer<ResultFormat>> offers = offers(rows);
        for (String name : named) {
            Optional<Chosen> fitting = byName(name, offers);
            if (fitting.isPresent()) {
                return fitting.get();
            }
        }
        if (accept.isOpen()) {
            refuseUnknown(named, rows);
        }
        return accept.best(offers)
                .or(() ->
                        rows ? Optional.empty() : accept.best(ROWS_FOR_TRIPLES).map(ResultFormat::ofItsOwn))
                .map(offer -> new Chosen(offer.what(), offer.type()))
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_ACCEPTABLE,
                        "This query can be answered as " + own(rows) + ". Change the Accept header."));
    }

    private static Accept.Offer<ResultFormat> ofItsOwn(Accept.Offer<ResultFormat> offer) {
        return new Accept.Offer<>(offer.what(), offer.what().types.get(0));
    }

    private static List<Accept.Offer<ResultFormat>> offers(boolean rows) {
        if (!rows) {
            return RdfFormat.offers().stream()
                    .map(offer -> new Accept.Offer<>(of(offer.what()), offer.type()))
                    .toList();
        }
        List<Accept.Offer<ResultFormat>> offers = new ArrayList<>();
        of(true).forEach(format -> format.types.forEach(type -> offers.add(new Accept.Offer<>(format, type))));
        return offers;
    }

    private static Stream<ResultFormat> of(boolean rows) {
        return Arrays.stream(values()).filter(format -> format.rdf.isEmpty() == rows);
    }

    private static ResultFormat of(RdfFormat rdf) {
        return of(false)
                .filter(format -> format.rdf.equals(Optional.of(rdf)))
                .findFirst()
                .orElseThrow();
    }

    /** A name is that of a format or a media type, whatever its case. In an address a plus sign may have become a space. */
    private static Optional<Chosen> byName(String given, List<Accept.Offer<ResultFormat>> offers) {
        String name = given.strip().toLowerCase(Locale.ROOT).replace(' ', '+');
        return offers.stream()
                .filter(offer -> offer.what().names.contains(name)
                        || name.equals(
                                offer.type().getType() + "/" + offer.type().getSubtype()))
                .findFirst()
                .map(offer -> new Chosen(
                        offer.what(),
                        name.contains("/") ? offer.type() : offer.what().types.get(0)));
    }

    /** A name that means nothing in any answer is a slip, unless the header says what is wanted. */
    private static void refuseUnknown(List<String> named, boolean rows) {
        List<Accept.Offer<ResultFormat>> all =
                Stream.concat(offers(true).stream(), offers(false).stream()).toList();
        for (String name : named) {
            if (byName(name, all).isEmpty()) {
                throw new RequestException(
                        ErrorCode.NOT_ACCEPTABLE,
                        "The format '" + GivenText.shorten(name)
                                + "' is not known. This query can be answered with format "
                                + of(rows).map(format -> format.names.get(0)).collect(Collectors.joining(", ")) + ".");
            }
        }
    }

    private static String own(boolean rows) {
        return of(rows).map(format -> format.types.get(0).toString()).collect(Collectors.joining(", "));
    }

    /**
     * @param format the format
     * @param type the media type by which it was asked for
     */
    record Chosen(ResultFormat format, MediaType type) {
        /** The header of the answer. */
        String contentType() {
            return format.rdf
                    .map(rdf -> rdf.answeredAs(type).toString())
                    .orElseGet(() -> type.getType().equals("text") ? type + ";charset=utf-8" : type.toString());
        }
    }
}
