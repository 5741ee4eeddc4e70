package org.werkgraaf.query;

/** The store that answers queries gave no answer. Nothing is known of what it would have found. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * @param reason why
     * @param message what happened, and what to do; it names no credentials
     * @param cause what was thrown
     */
    public EngineException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * @param reason why
     * @param message what happened, and what to do; it names no credentials
     */
    public EngineException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why there is no answer. */
    public Reason reason() {
        return reason;
    }

    /** Why there is no answer. */
    public enum Reason {
        /** It cannot be reached, does not let us in, is busy, or has not the release. */
        UNAVAILABLE,
        /** It is there, and does not answer this query, or not whole. */
        NOT_ANSWERED
    }
}
