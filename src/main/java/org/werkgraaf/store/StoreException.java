package org.werkgraaf.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** Something about the files of the service that whoever runs it can mend; the message says in one line what is wrong and what to do. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    /** What is wrong. */
    public enum Reason {
        /** Another process has the folder. */
        IN_USE,
        /** What the files hold is not what was written. */
        DAMAGED,
        /** The process may not write there. */
        NOT_WRITABLE,
        /** The disk is full, or a quota is used up. */
        NO_SPACE,
        /** The process has too many files open. */
        TOO_MANY_FILES,
        /** Reading or writing failed for another reason. */
        FAILED
    }

    private StoreException(Reason reason, String message, String detail, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.detail = detail;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** What is wrong, as a sentence without a remedy. */
    public String detail() {
        return detail;
    }

    static StoreException inUse(Path folder, Throwable cause) {
        return new StoreException(
                Reason.IN_USE,
                "The folder " + folder
                        + " is in use by another process. Stop that one, or point werkgraaf.var at another"
                        + " folder. To publish into a running service, send POST /admin/publish to it.",
                "It is in use by another process.",
                cause);
    }

    static StoreException damaged(Path folder, String what, Throwable cause) {
        return new StoreException(
                Reason.DAMAGED,
                "The release in " + folder + " is damaged: " + what
                        + " Start the service: it sets the folder aside and makes the release again from its content.",
                what,
                cause);
    }

    static StoreException noSpace(String doing, Path folder, long needed, long usable) {
        String what = "it needs " + megabytes(needed) + " MB and " + megabytes(usable) + " MB are free";
        return new StoreException(
                Reason.NO_SPACE,
                "Cannot " + doing + " in " + folder + ": " + what + ". Make room and try again.",
                what + ".",
                new IOException("No space left"));
    }

    private static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }

    static StoreException badBackup(Path archive, String what, Throwable cause) {
        return new StoreException(
                Reason.DAMAGED,
                "The backup " + archive + " cannot be put back: " + what + " All is as it was. Take another one.",
                what,
                cause);
    }

    /** The service ended while a release was being made; nothing is wrong with its files. */
    public static StoreException stopped(Throwable cause) {
        String what = "The service is being stopped, so the release was not made.";
        return new StoreException(Reason.FAILED, what + " Publish again when it is back.", what, cause);
    }

    /**
     * Says what went wrong with a file.
     *
     * @param doing what was being done, such as {@code write the release}
     * @param folder where
     * @param cause what was thrown
     */
    public static StoreException of(String doing, Path folder, Throwable cause) {
        if (cause instanceof StoreException known) {
            return known;
        }
        String where = "Cannot " + doing + " in " + folder;
        Reason reason = reason(cause);
        String message = switch (reason) {
            case NO_SPACE -> where + ": there is no space left on the disk, or no quota. Make room and try again.";
            case NOT_WRITABLE ->
                where + ": the folder cannot be written (" + told(cause)
                        + "). Give the user that runs the service the right to write there, or point werkgraaf.var at"
                        + " another folder.";
            case TOO_MANY_FILES ->
                where + ": the process has too many files open. Raise its limit (ulimit -n) to 1024 or more and start"
                        + " it again.";
            default -> where + ": " + told(cause) + ". Look at the disk and try again.";
        };
        return new StoreException(reason, message, told(cause) + ".", cause);
    }

    /** The system tells the reason only in words; those of the C library are in English whatever the locale of Java is. */
    private static Reason reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (said.contains("no space left")
                    || said.contains("quota exceeded")
                    || said.contains("unsafe memory access")) {
                return Reason.NO_SPACE;
            }
            if (cause instanceof AccessDeniedException
                    || said.contains("read-only file system")
                    || said.contains("permission denied")) {
                return Reason.NOT_WRITABLE;
            }
            if (said.contains("too many open files")) {
                return Reason.TOO_MANY_FILES;
            }
        }
        return Reason.FAILED;
    }

    private static String told(Throwable thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof IOException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = cause instanceof FileSystemException file && file.getReason() != null
                ? file.getFile() + ": " + file.getReason()
                : String.valueOf(cause.getMessage());
        String kind = cause.getClass().getSimpleName();
        return (cause.getMessage() == null ? kind : kind + ", " + said).strip();
    }
}
