package org.werkgraaf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;

/** Chooses the format of an answer by the Accept header. */
public final class Negotiation {
    private Negotiation() {}

    /**
     * @param offers what is offered; the first is the answer when the header leaves the choice
     * @param otherwise what to do instead, as a sentence
     * @throws RequestException when nothing in the header is offered
     */
    public static <T> Accept.Offer<T> accepted(
            HttpServletRequest request, List<Accept.Offer<T>> offers, String otherwise) {
        return accepted(Accept.of(request), offers, otherwise);
    }

    /**
     * @param accept what the client takes
     * @param offers what is offered; the first is the answer when the header leaves the choice
     * @param otherwise what to do instead, as a sentence
     * @throws RequestException when nothing in the header is offered
     */
    public static <T> Accept.Offer<T> accepted(Accept accept, List<Accept.Offer<T>> offers, String otherwise) {
        return accept.best(offers)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_ACCEPTABLE,
                        "Offered are "
                                + offers.stream()
                                        .map(offer -> plain(offer.type()))
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                                + ". " + otherwise));
    }

    private static String plain(MediaType type) {
        return type.getType() + "/" + type.getSubtype();
    }
}
