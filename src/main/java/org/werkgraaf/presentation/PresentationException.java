package org.werkgraaf.presentation;

/** Says what cannot be read in {@code ontology/presentation.ttl}, and what to write. */
public final class PresentationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String written;

    /**
     * @param written as it stands in the file, so that the line can be told
     * @param message what is wrong, and what to write
     */
    PresentationException(String written, String message) {
        super(message);
        this.problem = message;
        this.written = written;
    }

    /** What is wrong, and what to write. */
    public String problem() {
        return problem;
    }

    /** What stands in the file where it is wrong. */
    public String written() {
        return written;
    }
}
