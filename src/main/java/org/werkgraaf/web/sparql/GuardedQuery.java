package org.werkgraaf.web.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.expr.ExprException;
import org.springframework.http.HttpHeaders;
import org.werkgraaf.query.Answer;
import org.werkgraaf.query.AnswerCache;
import org.werkgraaf.query.EngineException;
import org.werkgraaf.query.QueryLimits;
import org.werkgraaf.query.QueryRefusedException;
import org.werkgraaf.query.QueryRunner;
import org.werkgraaf.query.QueryStoppedException;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Snapshot;
import org.werkgraaf.web.http.Client;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.QueryErrors;
import org.werkgraaf.web.http.RequestException;

/**
 * Fuseki's query operation inside our limits. An answer is whole before its first byte goes out: a query that is stopped is an error,
 * never half a table, and the headers say whether the result is all there is.
 */
final class GuardedQuery extends SPARQL_QueryDataset {
    private static final String RDF_TYPES =
            "(text/turtle|application/(rdf\\+xml|ld\\+json|n-triples|n-quads|trig))(;.*)?";

    private final GraphStore store;
    private final QueryRunner runner;
    private final QueryLimits limits;
    private final AnswerCache cache;
    private final GuardedEvaluation evaluation;
    private final QueryAnswers answers;
    private final AnswerSender sender;

    GuardedQuery(
            GraphStore store,
            QueryRunner runner,
            QueryLimits limits,
            AnswerCache cache,
            GuardedEvaluation evaluation,
            QueryAnswers answers,
            AnswerSender sender) {
        this.store = store;
        this.runner = runner;
        this.limits = limits;
        this.cache = cache;
        this.evaluation = evaluation;
        this.answers = answers;
        this.sender = sender;
    }

    @Override
    public void execGet(HttpAction action) {
        answer(action);
    }

    @Override
    public void execPost(HttpAction action) {
        answer(action);
    }

    @Override
    public void execPut(HttpAction action) {
        refuseMethod(action);
    }

    @Override
    public void execDelete(HttpAction action) {
        refuseMethod(action);
    }

    @Override
    public void execPatch(HttpAction action) {
        refuseMethod(action);
    }

    private static void refuseMethod(HttpAction action) {
        SparqlErrors.send(
                action,
                ErrorCode.METHOD_NOT_ALLOWED,
                "This endpoint takes GET and POST, and queries only; the graph is changed by its editors.");
    }

    private void answer(HttpAction action) {
        try {
            refuseWrites(action.getRequest());
            executeLifecycle(action);
        } catch (RequestException e) {
            SparqlErrors.send(action, e.code(), String.valueOf(e.getMessage()));
        } catch (QueryRefusedException e) {
            SparqlErrors.send(action, QueryErrors.code(e), String.valueOf(e.getMessage()));
        } catch (QueryStoppedException e) {
            SparqlErrors.send(action, QueryErrors.code(e), String.valueOf(e.getMessage()));
        } catch (EngineException e) {
            SparqlErrors.send(action, QueryErrors.code(e), String.valueOf(e.getMessage()));
        } catch (QueryParseException e) {
            SparqlErrors.send(action, e);
        } catch (ExprException e) {
            SparqlErrors.send(action, ErrorCode.QUERY_SYNTAX, e.getMessage() + ". Correct that expression.");
        } catch (ActionErrorException e) {
            SparqlErrors.send(action, e);
        }
    }

    private static void refuseWrites(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).strip().toLowerCase(Locale.ROOT);
        boolean query =
                type.startsWith("application/sparql-query") || type.startsWith("application/x-www-form-urlencoded");
        String graph = String.valueOf(request.getQueryString());
        // The graph store protocol writes with POST too.
        boolean store = request.getMethod().equals("POST")
                && !query
                && (type.matches(RDF_TYPES) || graph.matches("(default|graph=.*)(&.*)?"));
        if (store || type.startsWith("application/sparql-update") || request.getParameter("update") != null) {
            throw new RequestException(
                    ErrorCode.READ_ONLY,
                    "This endpoint takes queries only: SELECT, ASK, CONSTRUCT and DESCRIBE. The graph is changed by its"
                            + " editors, see /about/content.");
        }
    }

    @Override
    protected void executeBody(HttpAction action) {
        try (InputStream body = action.getRequestInputStream()) {
            byte[] bytes = body.readNBytes(limits.lengthMax() + 1);
            if (bytes.length > limits.lengthMax()) {
                throw evaluation.tooLong();
            }
            execute(text(bytes), action);
        } catch (IOException e) {
            throw new RequestException(
                    ErrorCode.QUERY_SYNTAX, "The body of the request could not be read. Send it again.");
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RequestException(
                    ErrorCode.QUERY_SYNTAX, "The query is not text in UTF-8. Send it in that encoding.");
        }
    }

    @Override
    protected void execute(String text, HttpAction action) {
        evaluation.refuse(text);
        String release = store.read(Snapshot::releaseId)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_READY,
                        "The service has no release to answer from. See /health/ready for the reason."));
        QueryRequest request = QueryRequest.of(text, action, limits);
        HttpServletRequest http = action.getRequest();
        if (Etags.matches(http, release, request.key())) {
            tag(action.getResponse(), release, request.key());
            action.setResponseStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String client = Client.of(http);
        sender.admit(client);
        Answer answer = cache.get(release, request.key()).orElseGet(() -> {
            Answer fresh = runner.run(
                    client,
                    request.name(),
                    request.timeoutMillis(),
                    store.sameRelease(meter -> answers.answer(request, meter)));
            cache.put(request.key(), fresh);
            return fresh;
        });
        send(answer, request, action);
    }

    private static void tag(HttpServletResponse response, String release, String key) {
        response.setHeader(HttpHeaders.ETAG, "W/\"" + release + "." + key + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "max-age=0, must-revalidate");
        // Added to what the answer varies by already, such as the release that is asked for.
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    private void send(Answer answer, QueryRequest request, HttpAction action) {
        HttpServletResponse response = action.getResponse();
        if (answer.repeatable()) {
            tag(response, answer.release(), request.key());
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        Completeness.say(response, answer.cutBy());
        action.setResponseStatus(HttpServletResponse.SC_OK);
        response.setContentType(answer.contentType());
        response.setContentLengthLong(answer.body().length());
        try {
            sender.send(answer.body(), action.getRequest(), response);
        } catch (IOException e) {
            // The caller went away; there is nobody to tell.
            action.log.debug("An answer was not taken", e);
        }
    }
}
