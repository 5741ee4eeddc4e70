package org.werkgraaf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Chooses the format of an answer by the Accept header. */
public final class Negotiation {
    private Negotiation() {}

    /**
     * @param formats what is offered; the first is the answer when the header leaves the choice
     * @param type of a format
     * @param otherwise what to do instead, as a sentence
     * @throws RequestException when the header cannot be read or nothing in it is offered
     */
    public static <T> T accepted(
            HttpServletRequest request, List<T> formats, Function<T, MediaType> type, String otherwise) {
        String header = request.getHeader(HttpHeaders.ACCEPT);
        if (header == null || header.isBlank()) {
            return formats.get(0);
        }
        return wanted(header).stream()
                .filter(wanted -> wanted.getQualityValue() > 0)
                .flatMap(wanted -> formats.stream().filter(format -> wanted.isCompatibleWith(type.apply(format))))
                .findFirst()
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_ACCEPTABLE,
                        "Offered are "
                                + String.join(
                                        ", ",
                                        formats.stream()
                                                .map(each -> plain(type.apply(each)))
                                                .toList())
                                + ". " + otherwise));
    }

    private static String plain(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }

    private static List<MediaType> wanted(String header) {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(header);
            MimeTypeUtils.sortBySpecificity(wanted);
            wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
            return wanted;
        } catch (InvalidMediaTypeException e) {
            throw new RequestException(
                    ErrorCode.NOT_ACCEPTABLE, "The Accept header cannot be read: " + e.getMessage() + ".");
        }
    }
}
