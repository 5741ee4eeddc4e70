package org.werkgraaf.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** The formats of an answer: by suffix, else by the parameter {@code format}, else by Accept. */
enum QuestionFormats {
    JSON("application/json"),
    CSV("text/csv"),
    SRJ("application/sparql-results+json"),
    SRX("application/sparql-results+xml");

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
            return accepted(request.getHeader(HttpHeaders.ACCEPT));
        }
        return of(format.strip())
                .orElseThrow(() -> new RequestException(
                        ErrorCode.BAD_PARAMETER,
                        "The parameter format is '" + GivenText.shorten(format)
                                + "'; it takes json, csv, srj or srx."));
    }

    private static QuestionFormats accepted(@org.jspecify.annotations.Nullable String header) {
        if (header == null || header.isBlank()) {
            return JSON;
        }
        List<MediaType> wanted;
        try {
            wanted = MediaType.parseMediaTypes(header);
        } catch (InvalidMediaTypeException e) {
            throw new RequestException(
                    ErrorCode.NOT_ACCEPTABLE, "The Accept header cannot be read: " + e.getMessage() + ".");
        }
        MimeTypeUtils.sortBySpecificity(wanted);
        wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
        return wanted.stream()
                .filter(type -> type.getQualityValue() > 0)
                .flatMap(type -> List.of(values()).stream().filter(each -> type.isCompatibleWith(each.type)))
                .findFirst()
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_ACCEPTABLE,
                        "Offered are "
                                + List.of(values()).stream()
                                        .map(each -> each.type.toString())
                                        .collect(Collectors.joining(", "))
                                + ". Change the Accept header, or add a suffix such as .csv to the address."));
    }
}
