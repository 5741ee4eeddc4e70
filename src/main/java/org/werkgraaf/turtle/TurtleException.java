package org.werkgraaf.turtle;

/** A text that cannot be taken apart, or a statement that cannot be written into it. */
public final class TurtleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, with the line where that is known */
    public TurtleException(String message) {
        super(message);
    }

    static TurtleException at(String text, int offset, String problem) {
        long line = 1
                + text.substring(0, offset).chars().filter(each -> each == '\n').count();
        return new TurtleException("Line " + line + ": " + problem);
    }
}
