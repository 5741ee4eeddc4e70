package org.werkgraaf.web.sparql;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.QueryParseException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Problems;
import tools.jackson.databind.json.JsonMapper;

/** Writes the endpoint's errors as problem JSON. */
final class SparqlErrors {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, org.springframework.http.converter.json.ProblemDetailJacksonMixin.class)
            .build();

    private static final Pattern PLACE = Pattern.compile("(?i)line ([0-9]{1,6}), column ([0-9]{1,6})");

    private SparqlErrors() {}

    /** An error that Fuseki found. */
    static void send(HttpAction action, ActionErrorException e) {
        String message = e.getMessage() == null ? "" : e.getMessage().strip();
        switch (e.getRC()) {
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED ->
                send(action, ErrorCode.METHOD_NOT_ALLOWED, "Use GET or POST with a query.");
            case HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE ->
                send(
                        action,
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "Send the query as application/sparql-query, or as the parameter query of a form.");
            case HttpServletResponse.SC_BAD_REQUEST ->
                send(
                        action,
                        ErrorCode.QUERY_SYNTAX,
                        message + (message.endsWith(".") ? "" : ".")
                                + " Correct the query at that place; /about/sparql has examples.");
            default ->
                send(
                        action,
                        ErrorCode.INTERNAL,
                        "The service could not run the query. Try again; report it if it stays.");
        }
    }

    /** A query that is not SPARQL. */
    static void send(HttpAction action, QueryParseException e) {
        String message = String.valueOf(e.getMessage()).strip();
        String first = message.lines().findFirst().orElse("");
        ProblemDetail problem = problem(
                ErrorCode.QUERY_SYNTAX,
                first + (first.endsWith(".") ? "" : ".")
                        + " Correct the query at that place; /about/sparql has examples.");
        // The exception itself points to the token before.
        Matcher place = PLACE.matcher(first);
        if (place.find()) {
            problem.setProperty("line", Integer.valueOf(place.group(1)));
            problem.setProperty("column", Integer.valueOf(place.group(2)));
        }
        action.setResponseStatus(problem.getStatus());
        send(action.getResponse(), problem);
    }

    static void send(HttpAction action, ErrorCode code, String detail) {
        action.setResponseStatus(code.status().value());
        send(action.getResponse(), code, detail);
    }

    static void send(HttpServletResponse response, ErrorCode code, String detail) {
        code.tellRetryAfter(response);
        send(response, problem(code, detail));
    }

    private static ProblemDetail problem(ErrorCode code, String detail) {
        return Problems.of(code, detail, "/sparql");
    }

    private static void send(HttpServletResponse response, ProblemDetail problem) {
        if (response.isCommitted()) {
            throw new IllegalStateException("An answer was on its way when this happened: " + problem.getDetail());
        }
        response.setStatus(problem.getStatus());
        response.resetBuffer();
        response.setHeader(Completeness.COMPLETE, null);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            response.getOutputStream().write(JSON.writeValueAsBytes(problem));
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException("The client went away", e);
        }
    }
}
