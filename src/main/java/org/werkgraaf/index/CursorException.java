package org.werkgraaf.index;

/** A cursor cannot be used. */
public final class CursorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean expired;

    CursorException(String message, boolean expired) {
        super(message);
        this.expired = expired;
    }

    /** Whether it was good until a new release came. */
    public boolean expired() {
        return expired;
    }
}
