package org.werkgraaf.query;

/** A query may not run; nothing of it ran. */
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
        /** It holds a form that no time limit can stop. */
        UNBOUNDED_PATH
    }
}
