package org.werkgraaf.picture;

/** A picture takes longer than it may. */
public final class DrawingTimeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DrawingTimeException() {
        super("The picture takes longer than it may");
    }
}
