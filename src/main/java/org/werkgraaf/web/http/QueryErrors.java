package org.werkgraaf.web.http;

import org.werkgraaf.query.EngineException;
import org.werkgraaf.query.QueryRefusedException;
import org.werkgraaf.query.QueryStoppedException;

/** The error code of each way in which a query can fail. */
public final class QueryErrors {
    private QueryErrors() {}

    /** The code under which it is answered that another store gave no answer. */
    public static ErrorCode code(EngineException e) {
        return switch (e.reason()) {
            case UNAVAILABLE -> ErrorCode.SPARQL_UNAVAILABLE;
            case NOT_ANSWERED -> ErrorCode.SPARQL_NOT_ANSWERED;
        };
    }

    /** The code under which a refusal is answered. */
    public static ErrorCode code(QueryRefusedException e) {
        return switch (e.reason()) {
            case REMOTE -> ErrorCode.QUERY_REMOTE;
            case REMOTE_FAILED -> ErrorCode.QUERY_REMOTE_FAILED;
            case UNKNOWN_GRAPH -> ErrorCode.QUERY_UNKNOWN_GRAPH;
            case UNKNOWN_FUNCTION -> ErrorCode.QUERY_UNKNOWN_FUNCTION;
            case PATTERN -> ErrorCode.QUERY_PATTERN;
            case NESTED -> ErrorCode.QUERY_TOO_DEEP;
        };
    }

    /** The code under which it is answered that a limit ended a query. */
    public static ErrorCode code(QueryStoppedException e) {
        return switch (e.limit()) {
            case TIME -> ErrorCode.QUERY_TIMEOUT;
            case MEMORY -> ErrorCode.QUERY_MEMORY;
            case TEXT -> ErrorCode.QUERY_TEXT_TOO_LONG;
            case RESULT -> ErrorCode.RESULT_TOO_LARGE;
            case DEPTH -> ErrorCode.QUERY_TOO_DEEP;
            case BUSY -> ErrorCode.TOO_MANY_QUERIES;
            case ASKED -> ErrorCode.QUERY_ENDED;
        };
    }
}
