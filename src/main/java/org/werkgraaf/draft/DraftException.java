package org.werkgraaf.draft;

import org.jspecify.annotations.Nullable;

/** A change that waits cannot be kept or answered; the message says why and what to do. */
public final class DraftException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong. */
    public enum Reason {
        /** The words about it are empty or too long. */
        BAD_WORDS,
        /** There is none of that id. */
        UNKNOWN,
        /** It is not in a state in which that can be done, or not by that person. */
        NOT_NOW,
        /** As many wait as may, or the file is as large as it may be. */
        FULL,
        /** It could not be written. */
        NOT_KEPT
    }

    DraftException(Reason reason, String message) {
        this(reason, message, null);
    }

    DraftException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
