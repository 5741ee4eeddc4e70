package org.werkgraaf.validate;

/** A shape or rule file cannot be used; the message names the file, the fault and the remedy. */
public final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message file, fault and remedy */
    public RuleException(String message) {
        super(message);
    }
}
