package org.werkgraaf.web.sparql;

import jakarta.servlet.http.HttpServletResponse;

/** The headers that say whether an answer is whole. */
final class Completeness {
    static final String COMPLETE = "Werkgraaf-Complete";
    static final String CUT_BY = "Werkgraaf-Cut-By";

    private Completeness() {}

    static void whole(HttpServletResponse response) {
        response.setHeader(COMPLETE, "true");
    }

    static void cut(HttpServletResponse response, String setting, int max) {
        response.setHeader(COMPLETE, "false");
        response.setHeader(CUT_BY, setting + "=" + max);
    }
}
