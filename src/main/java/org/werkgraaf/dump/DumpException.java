package org.werkgraaf.dump;

/** A dump cannot be written; the message says why and what to do. */
public final class DumpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DumpException(String message) {
        super(message);
    }
}
