package org.werkgraaf.web.http;

/** A request cannot be answered as asked. */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /**
     * @param code the kind of error
     * @param message what happened, with which value, and what to do
     */
    public RequestException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /** The kind of error. */
    public ErrorCode code() {
        return code;
    }
}
