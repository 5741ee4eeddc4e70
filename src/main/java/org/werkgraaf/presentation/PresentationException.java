package org.werkgraaf.presentation;

/** Says what cannot be read in {@code ontology/presentation.ttl}, and what to write. */
public final class PresentationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    PresentationException(String message) {
        super(message);
        this.problem = message;
    }

    /** What is wrong, and what to write. */
    public String problem() {
        return problem;
    }
}
