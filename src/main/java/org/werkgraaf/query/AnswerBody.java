package org.werkgraaf.query;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer: those at the beginning in memory, further ones in a file that goes when this is closed. */
public final class AnswerBody implements AutoCloseable {
    private final byte[] start;
    private final @Nullable FileChannel rest;
    private final long length;
    private final Runnable closing;

    AnswerBody(byte[] start, @Nullable FileChannel rest, long length, Runnable closing) {
        this.start = start;
        this.rest = rest;
        this.length = length;
        this.closing = closing;
    }

    /** A short one. */
    public static AnswerBody of(byte[] bytes) {
        return new AnswerBody(bytes, null, bytes.length, () -> {});
    }

    /** How many bytes it has. */
    public long length() {
        return length;
    }

    /** Whether all of it is in memory, so that it can be read more than once and after it was closed. */
    public boolean inMemory() {
        return rest == null;
    }

    /**
     * Reads from a place on.
     *
     * @param at the place, in bytes from the beginning
     * @param into takes what is read
     * @return how many bytes that were; nought at the end
     */
    public int read(long at, byte[] into) throws IOException {
        if (at < start.length) {
            int count = (int) Math.min(into.length, start.length - at);
            System.arraycopy(start, (int) at, into, 0, count);
            return count;
        }
        FileChannel file = rest;
        return file == null ? 0 : Math.max(0, file.read(ByteBuffer.wrap(into), at - start.length));
    }

    /** Lets go of the file. */
    @Override
    public void close() {
        closing.run();
    }
}
