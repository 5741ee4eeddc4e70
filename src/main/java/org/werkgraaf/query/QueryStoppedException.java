package org.werkgraaf.query;

/** A query ran into a limit, or could not start because too many run; it gave no answer. */
public final class QueryStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Limit limit;

    /**
     * @param limit which limit
     * @param message what happened, with which value, and what to do
     */
    public QueryStoppedException(Limit limit, String message) {
        super(message);
        this.limit = limit;
    }

    /** The limit that was crossed. */
    public Limit limit() {
        return limit;
    }

    /** The limits that end a query. */
    public enum Limit {
        /** It ran too long. */
        TIME,
        /** It kept too much in memory. */
        MEMORY,
        /** It made a text that is too long. */
        TEXT,
        /** Its result is too large to send. */
        RESULT,
        /** It goes too deep: it is nested, or follows a path, further than can be evaluated. */
        DEPTH,
        /** As many queries run, or use as much memory together, as may at a time. */
        BUSY,
        /** Whoever asked it wanted it to end. */
        ASKED
    }
}
