package org.werkgraaf.change;

/** A change that cannot be made; the message says why and what to do. Nothing was written. */
public final class ChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** It is not written as a change is written. */
        MALFORMED,
        /** The content is not what it was made for. */
        CONFLICT,
        /** The content does not lie in a folder that can be changed. */
        CLOSED,
        /** The content, its log or its files are not in order, or somebody writes them: the change can be good nevertheless. */
        UNSOUND
    }

    private ChangeException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    static ChangeException malformed(String message) {
        return new ChangeException(Reason.MALFORMED, message);
    }

    static ChangeException conflict(String message) {
        return new ChangeException(Reason.CONFLICT, message);
    }

    static ChangeException unsound(String message) {
        return new ChangeException(Reason.UNSOUND, message);
    }

    /** The content comes with the jar, or from somewhere else that is not a folder. */
    public static ChangeException closed() {
        return new ChangeException(
                Reason.CLOSED,
                "The content is the one in the jar. Point werkgraaf.content.data, and .ontology if a term is to be changed, at"
                        + " folders, and start again.");
    }

    /** Nobody stands for it, or it is not said why. */
    public static ChangeException incomplete() {
        return malformed("A change needs an author and a reason. Give both, or write them as H author and H reason.");
    }

    /** It has more statements than are taken. */
    public static ChangeException tooLarge(int statements, int max) {
        return malformed("The change has " + statements + " statements; at most " + max
                + " are taken. Make several of it, or raise the setting werkgraaf.changes.statements-max.");
    }

    /** Its author, its reason or what it answers is longer than is taken. */
    public static ChangeException tooLong(int length, int max) {
        return malformed("A text about the change has " + length + " characters; at most " + max
                + " are taken. Shorten it, or raise the setting werkgraaf.changes.text-length-max.");
    }

    /** There is no change of that id. */
    public static ChangeException unknown(String id) {
        return conflict(
                "There is no change with the id '" + id + "' in the log. The history of a thing names the ids.");
    }
}
