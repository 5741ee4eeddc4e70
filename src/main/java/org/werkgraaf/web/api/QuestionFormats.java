package org.werkgraaf.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Negotiation;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.http.TableFormat;
import org.werkgraaf.web.text.GivenText;

/** The formats of an answer: by suffix, else by the parameter {@code format}, else by Accept. */
enum QuestionFormats {
    JSON("application/json"),
    CSV("text/csv"),
    XLSX(TableFormat.XLSX.toString()),
    SRJ("application/sparql-results+json"),
    SRX("application/sparql-results+xml");

    private static final List<Accept.Offer<QuestionFormats>> OFFERS = List.of(values()).stream()
            .map(format -> new Accept.Offer<>(format, format.type))
            .toList();

    private final MediaType type;

    QuestionFormats(String type) {
        this.type = MediaType.valueOf(type);
    }

    MediaType type() {
        return type;
    }

    String suffix() {
        return "." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The format of a suffix without its dot, or of the parameter. */
    static Optional<QuestionFormats> of(String name) {
        return List.of(values()).stream()
                .filter(each -> each.suffix().equals("." + name))
                .findFirst();
    }

    static QuestionFormats of(HttpServletRequest request) {
        String format = request.getParameter("format");
        if (format == null || format.isBlank()) {
            return Negotiation.accepted(
                            request, OFFERS, "Change the Accept header, or add a suffix such as .csv to the address.")
                    .what();
        }
        return of(format.strip())
                .orElseThrow(() -> new RequestException(
                        ErrorCode.BAD_PARAMETER,
                        "The parameter format is '" + GivenText.shorten(format)
                                + "'; it takes json, csv, xlsx, srj or srx."));
    }
}
