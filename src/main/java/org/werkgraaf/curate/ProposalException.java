package org.werkgraaf.curate;

import org.jspecify.annotations.Nullable;

/** A proposal cannot be taken or answered; the message says why and what to do. */
public final class ProposalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final @Nullable String field;

    /** What is wrong. */
    public enum Reason {
        /** A field is empty that must not be, or holds what it cannot. */
        BAD_FIELD,
        /** There is no proposal of that id. */
        UNKNOWN,
        /** It was answered before. */
        ANSWERED,
        /** As many wait for an answer as may, or the file is as large as it may be. */
        FULL,
        /** It could not be written. */
        NOT_KEPT
    }

    ProposalException(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.field = null;
    }

    ProposalException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.field = null;
    }

    private ProposalException(String field, String what) {
        super("The field " + field + " " + what + ".");
        this.reason = Reason.BAD_FIELD;
        this.field = field;
    }

    /**
     * A field holds what it cannot.
     *
     * @param field its name
     * @param what what it holds and what to do, after the name
     */
    public static ProposalException badField(String field, String what) {
        return new ProposalException(field, what);
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** The field that holds what it cannot; absent when it is none. */
    public @Nullable String field() {
        return field;
    }
}
