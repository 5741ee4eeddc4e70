package org.werkgraaf.web;

import org.werkgraaf.query.QueryRefusedException;

/** The error code of each reason to refuse a query. */
public final class QueryErrors {
    private QueryErrors() {}

    /** The code under which a refusal is answered. */
    public static ErrorCode code(QueryRefusedException e) {
        return switch (e.reason()) {
            case REMOTE -> ErrorCode.QUERY_REMOTE;
            case UNKNOWN_GRAPH -> ErrorCode.QUERY_UNKNOWN_GRAPH;
            case UNKNOWN_FUNCTION -> ErrorCode.QUERY_UNKNOWN_FUNCTION;
            case UNBOUNDED_PATH -> ErrorCode.QUERY_UNBOUNDED_PATH;
        };
    }
}
