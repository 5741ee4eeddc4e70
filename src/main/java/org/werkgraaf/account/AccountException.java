package org.werkgraaf.account;

/** Something about an account cannot be as asked; the message says what and what to do. */
public final class AccountException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong. */
    public enum Reason {
        /** There is no such account or token. */
        UNKNOWN,
        /** There is one already, or there are as many as may be. */
        TAKEN,
        /** A value cannot be as it is given. */
        BAD_VALUE,
        /** The file could not be written. */
        NOT_KEPT,
        /** The file is not what was written, or cannot be read. */
        UNREADABLE
    }

    AccountException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    AccountException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** A value cannot be as it is given. */
    static AccountException bad(String message) {
        return new AccountException(Reason.BAD_VALUE, message);
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
