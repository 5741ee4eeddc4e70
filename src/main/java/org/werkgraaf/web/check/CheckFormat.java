package org.werkgraaf.web.check;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;
import org.springframework.http.MediaType;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Negotiation;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.http.TableFormat;
import org.werkgraaf.web.text.GivenText;

/** The formats of an answer: by the suffix of the address, else by Accept. */
enum CheckFormat {
    JSON("application/json", Optional.empty()),
    JSONLD("application/ld+json", Optional.of(RDFFormat.JSONLD11_PRETTY)),
    TTL("text/turtle", Optional.of(RDFFormat.TURTLE_PRETTY)),
    CSV("text/csv", Optional.empty()),
    XLSX(TableFormat.XLSX.toString(), Optional.empty());

    private static final List<Accept.Offer<CheckFormat>> OFFERS = List.of(values()).stream()
            .map(format -> new Accept.Offer<>(format, format.type))
            .toList();

    private final MediaType type;
    private final Optional<RDFFormat> rdf;

    CheckFormat(String type, Optional<RDFFormat> rdf) {
        this.type = MediaType.valueOf(type);
        this.rdf = rdf;
    }

    /** As which triples are written; empty for what is no RDF. */
    Optional<RDFFormat> rdf() {
        return rdf;
    }

    /** Whether it is a table. */
    boolean table() {
        return this == CSV || this == XLSX;
    }

    String suffix() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    MediaType type() {
        return this == JSON || this == XLSX ? type : new MediaType(type, StandardCharsets.UTF_8);
    }

    /** The format of a suffix without its dot. */
    static CheckFormat of(String suffix) {
        return List.of(values()).stream()
                .filter(format -> format.suffix().equals(suffix))
                .findFirst()
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There is no /api/v1/assess." + GivenText.shorten(suffix)
                                + "; the answer is at /api/v1/assess, and as .json, .jsonld, .ttl, .csv and .xlsx."));
    }

    static CheckFormat of(HttpServletRequest request) {
        return Negotiation.accepted(
                        request, OFFERS, "Change the Accept header or add a suffix such as .ttl to the address.")
                .what();
    }
}
