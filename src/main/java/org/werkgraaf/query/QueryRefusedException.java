package org.werkgraaf.query;

/** A query may not run as it is written. */
public final class QueryRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * @param reason the rule that it breaks
     * @param message what was found, and what to do
     */
    public QueryRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** The rule that the query breaks. */
    public Reason reason() {
        return reason;
    }

    /** Why queries are refused. */
    public enum Reason {
        /** It reaches out to another endpoint. */
        REMOTE,
        /** It names a graph that is not published here. */
        UNKNOWN_GRAPH,
        /** It calls a function that is not offered. */
        UNKNOWN_FUNCTION,
        /** An endpoint that it may call gave no answer. */
        REMOTE_FAILED,
        /** It holds a regular expression that cannot be used. */
        PATTERN,
        /** It is nested more deeply than is read. */
        NESTED
    }
}
