package org.werkgraaf.web.mcp;

import java.util.Optional;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.expr.ExprException;
import org.werkgraaf.index.CursorException;
import org.werkgraaf.index.FilterValueException;
import org.werkgraaf.query.EngineException;
import org.werkgraaf.query.QueryRefusedException;
import org.werkgraaf.query.QueryStoppedException;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.QueryErrors;
import org.werkgraaf.web.http.RequestException;

/** Says in a line why a tool gave no result, under the same codes as the REST interface. */
final class Failures {
    private Failures() {}

    /** The line; empty for what is a mistake of the service. */
    static Optional<String> line(RuntimeException e) {
        if (e instanceof RequestException request) {
            return line(request.code(), request);
        }
        if (e instanceof CursorException cursor) {
            return line(
                    cursor.expired() ? ErrorCode.CURSOR_EXPIRED : ErrorCode.BAD_PARAMETER,
                    cursor.getMessage() + " Start again without the cursor.");
        }
        if (e instanceof FilterValueException filter) {
            return line(ErrorCode.BAD_PARAMETER, filter);
        }
        if (e instanceof QueryRefusedException refused) {
            return line(QueryErrors.code(refused), refused);
        }
        if (e instanceof QueryStoppedException stopped) {
            return line(QueryErrors.code(stopped), stopped);
        }
        if (e instanceof EngineException engine) {
            return line(QueryErrors.code(engine), engine);
        }
        if (e instanceof QueryParseException || e instanceof ExprException) {
            String first =
                    String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
            return line(ErrorCode.QUERY_SYNTAX, first + " Correct the query at that place.");
        }
        if (e instanceof IllegalStateException && String.valueOf(e.getMessage()).startsWith("No release")) {
            return line(ErrorCode.NOT_READY, "The service has no release to answer from. Ask again later.");
        }
        return Optional.empty();
    }

    private static Optional<String> line(ErrorCode code, RuntimeException e) {
        return line(code, String.valueOf(e.getMessage()));
    }

    private static Optional<String> line(ErrorCode code, String message) {
        return Optional.of(code.code() + ": " + message);
    }
}
