package org.werkgraaf.web.sparql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.sparql.core.DatasetDescription;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/**
 * A query as the protocol brings it.
 *
 * @param text the query
 * @param graphs the graphs that the request names, which go before those of the query; absent when it names none
 * @param accept the Accept header
 * @param format the parameter of that name
 * @param timeoutMillis how long the caller wants to wait
 * @param name by which the caller may end it; null when it gives none
 * @param key the same for the same text, graphs and formats
 */
record QueryRequest(
        String text,
        @Nullable DatasetDescription graphs,
        @Nullable String accept,
        @Nullable String format,
        long timeoutMillis,
        @Nullable String name,
        String key) {
    private static final int KEY_BYTES = 16;
    private static final String NAME = "Werkgraaf-Query";
    private static final String NAMES = "[A-Za-z0-9-]{8,64}";

    static QueryRequest of(String text, HttpAction action, long timeoutMillisMax) {
        DatasetDescription graphs = SPARQLProtocol.getProtocolDatasetDescription(action);
        String accept = action.getRequest().getHeader(HttpHeaders.ACCEPT);
        String format = action.getRequestParameter("format");
        String key = key(List.of(
                text,
                graphs == null ? "" : String.join(" ", graphs.getDefaultGraphURIs()),
                graphs == null ? "" : String.join(" ", graphs.getNamedGraphURIs()),
                accept == null ? "" : accept,
                format == null ? "" : format));
        return new QueryRequest(text, graphs, accept, format, timeout(action, timeoutMillisMax), name(action), key);
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

    private static long timeout(HttpAction action, long max) {
        String value = action.getRequestParameter("timeout");
        if (value == null) {
            return max;
        }
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter timeout is '" + GivenText.shorten(value)
                            + "'. It takes milliseconds, such as 5000; more than " + max + " counts as " + max + ".");
        }
        return Math.min(max, Long.parseLong(value));
    }

    private static String key(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
