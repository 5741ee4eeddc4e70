package org.werkgraaf.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.werkgraaf.store.StoreException.Reason;

class StoreExceptionTest {
    private static final Path VAR = Path.of("var");

    @Test
    void tellsAFullDiskFromTheWordsOfTheSystem() {
        assertIs(new IOException("No space left on device"), Reason.NO_SPACE, "Make room");
        assertIs(new FileSystemException("var/x", null, "Disk quota exceeded"), Reason.NO_SPACE, "Make room");
        assertIs(
                new InternalError("a fault occurred in a recent unsafe memory access operation in compiled Java code"),
                Reason.NO_SPACE,
                "Make room");
    }

    @Test
    void tellsAFolderThatCannotBeWritten() {
        assertIs(new AccessDeniedException("var/lock"), Reason.NOT_WRITABLE, "the right to write there");
        assertIs(new FileSystemException("var/lock", null, "Read-only file system"), Reason.NOT_WRITABLE, "Read-only");
        assertIs(new RuntimeException(new IOException("Permission denied")), Reason.NOT_WRITABLE, "Permission denied");
    }

    @Test
    void tellsTooFewFileDescriptors() {
        assertIs(new FileSystemException("var/x", null, "Too many open files"), Reason.TOO_MANY_FILES, "ulimit");
    }

    @Test
    void tellsAnyOtherReasonAsTheSystemGaveIt() {
        assertIs(new IOException("Input/output error"), Reason.FAILED, "Input/output error");
        assertIs(new FileSystemException("var", null, "Not a directory"), Reason.FAILED, "var: Not a directory");
    }

    private static void assertIs(Throwable cause, Reason reason, String said) {
        StoreException told = StoreException.of("write the release", VAR, cause);
        assertThat(told.reason()).isEqualTo(reason);
        assertThat(told.getMessage())
                .startsWith("Cannot write the release in var: ")
                .contains(said)
                .doesNotContain("null", "\n");
    }
}
