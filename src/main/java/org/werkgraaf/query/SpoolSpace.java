package org.werkgraaf.query;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.werkgraaf.query.QueryStoppedException.Limit;

/** The room on the disk for answers that are being made or sent. Its files have no name and are gone when the process is. */
public final class SpoolSpace {
    private final long bytesMax;
    private final AtomicLong used = new AtomicLong();

    /** @param bytesMax how much all answers together may take */
    public SpoolSpace(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** How many bytes are taken. */
    public long used() {
        return used.get();
    }

    String folder() {
        return System.getProperty("java.io.tmpdir");
    }

    void take(long bytes) {
        if (used.addAndGet(bytes) > bytesMax) {
            used.addAndGet(-bytes);
            throw new QueryStoppedException(
                    Limit.BUSY,
                    "Large answers that are being sent take the " + bytesMax
                            + " bytes that there are for them (werkgraaf.sparql.spool-bytes-max). Try again in a minute, or ask for"
                            + " less.");
        }
    }

    void give(long bytes) {
        used.addAndGet(-bytes);
    }

    FileChannel file() throws IOException {
        Path file = Files.createTempFile("werkgraaf-answer", null);
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
