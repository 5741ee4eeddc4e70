package org.werkgraaf.web.sparql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.sparql.core.DatasetDescription;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.query.QueryLimits;
import org.werkgraaf.store.Sha256;
import org.werkgraaf.web.http.Accept;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/**
 * A query as the protocol brings it.
 *
 * @param text the query
 * @param graphs the graphs that the request names, which go before those of the query; absent when it names none
 * @param accept what the client takes
 * @param formats what the parameters say by which clients name a format
 * @param rows how many rows or triples the caller wants at most
 * @param timeoutMillis how long the caller wants to wait
 * @param name by which the caller may end it; null when it gives none
 * @param key the same for the same text, graphs, formats and rows
 */
record QueryRequest(
        String text,
        @Nullable DatasetDescription graphs,
        Accept accept,
        List<String> formats,
        int rows,
        long timeoutMillis,
        @Nullable String name,
        String key) {
    private static final int KEY_LENGTH = 32;
    /** One client sends all three, with the same value. */
    private static final List<String> FORMATS = List.of("format", "output", "results");

    private static final String NAME = "Werkgraaf-Query";
    private static final String NAMES = "[A-Za-z0-9-]{8,64}";

    static QueryRequest of(String text, HttpAction action, QueryLimits limits) {
        DatasetDescription graphs = SPARQLProtocol.getProtocolDatasetDescription(action);
        Accept accept = Accept.of(action.getRequest());
        List<String> formats = FORMATS.stream()
                .map(action::getRequestParameter)
                .flatMap(Stream::ofNullable)
                .filter(format -> !format.isBlank())
                .toList();
        int rows = (int) atMost(action, "rows", "a number of rows, such as 1000", limits.rowsMax());
        String key = key(List.of(
                text,
                graphs == null ? "" : String.join(" ", graphs.getDefaultGraphURIs()),
                graphs == null ? "" : String.join(" ", graphs.getNamedGraphURIs()),
                accept.toString(),
                String.join(" ", formats),
                Integer.toString(rows)));
        long timeout = atMost(action, "timeout", "milliseconds, such as 5000", limits.timeoutMillis());
        return new QueryRequest(text, graphs, accept, formats, rows, timeout, name(action), key);
    }

    private static @Nullable String name(HttpAction action) {
        String name = action.getRequest().getHeader(NAME);
        if (name != null && !name.matches(NAMES)) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The header " + NAME + " is '" + GivenText.shorten(name)
                            + "'. It takes 8 to 64 letters, digits and hyphens that nobody can guess, such as a random UUID.");
        }
        return name;
    }

    private static long atMost(HttpAction action, String parameter, String takes, long max) {
        String value = action.getRequestParameter(parameter);
        if (value == null) {
            return max;
        }
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter " + parameter + " is '" + GivenText.shorten(value) + "'. It takes " + takes
                            + "; more than " + max + " counts as " + max + ".");
        }
        return Math.min(max, Long.parseLong(value));
    }

    private static String key(List<String> parts) {
        MessageDigest digest = Sha256.begin();
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return Sha256.hex(digest).substring(0, KEY_LENGTH);
    }
}
