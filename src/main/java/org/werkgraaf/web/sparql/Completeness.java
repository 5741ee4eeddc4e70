package org.werkgraaf.web.sparql;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** The headers that say whether an answer is whole. */
final class Completeness {
    static final String COMPLETE = "Werkgraaf-Complete";
    static final String CUT_BY = "Werkgraaf-Cut-By";

    private Completeness() {}

    /** @param cutBy the setting and value that cut the answer; empty when it is whole */
    static void say(HttpServletResponse response, String cutBy) {
        response.setHeader(COMPLETE, String.valueOf(cutBy.isEmpty()));
        if (!cutBy.isEmpty()) {
            response.setHeader(CUT_BY, cutBy);
            response.setHeader(
                    HttpHeaders.WARNING, "199 - \"Cut by " + cutBy + ": there is more, see /about/sparql#cut\"");
            response.setHeader(HttpHeaders.LINK, "</dumps/>; rel=\"alternate\"; title=\"All of it\"");
        }
    }
}
