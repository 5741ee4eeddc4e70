package org.werkgraaf.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.query.QueryStoppedException.Limit;

/**
 * Takes up an answer until it is too large to send. What goes beyond a short beginning is written to a file, so that an answer takes
 * no memory while it waits for a slow reader.
 */
public final class Spool extends OutputStream {
    /** What stays in memory. */
    static final int START = 1 << 18;

    private final SpoolSpace space;
    private final long max;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable FileChannel rest;
    private long inFile;
    private boolean taken;

    /**
     * @param space where files lie
     * @param max largest answer, in bytes
     */
    public Spool(SpoolSpace space, long max) {
        this.space = space;
        this.max = max;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (start.size() + inFile + length > max) {
            throw new QueryStoppedException(
                    Limit.RESULT,
                    "The result has more than " + max
                            + " bytes (werkgraaf.sparql.result-bytes-max). Ask for fewer columns, leave"
                            + " out long texts, or ask in slices with ORDER BY, LIMIT and OFFSET.");
        }
        int here = Math.max(0, Math.min(length, START - start.size()));
        start.write(bytes, from, here);
        if (here < length) {
            writeToFile(ByteBuffer.wrap(bytes, from + here, length - here));
        }
    }

    /** Adds a text that Java has. */
    public void writeText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    private void writeToFile(ByteBuffer bytes) {
        int count = bytes.remaining();
        space.take(count);
        inFile += count;
        try {
            FileChannel file = rest;
            if (file == null) {
                file = space.file();
                rest = file;
            }
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An answer could not be put by in " + space.folder(), e);
        }
    }

    /** The beginning of what was written, as far as it is in memory, with each byte as a character. */
    public String start() {
        return start.toString(StandardCharsets.ISO_8859_1);
    }

    /** Puts a text into the beginning that is in memory. */
    public void insert(int at, String text) {
        byte[] whole = start.toByteArray();
        byte[] more = text.getBytes(StandardCharsets.UTF_8);
        start.reset();
        start.write(whole, 0, at);
        start.write(more, 0, more.length);
        start.write(whole, at, whole.length - at);
    }

    /** What was written; whoever takes it closes it. */
    public AnswerBody body() {
        taken = true;
        byte[] bytes = start.toByteArray();
        return new AnswerBody(bytes, rest, bytes.length + inFile, this::free);
    }

    /** Lets go of the file if nobody took what was written. */
    @Override
    public void close() {
        if (!taken) {
            free();
        }
    }

    private void free() {
        if (closed.compareAndSet(false, true)) {
            space.give(inFile);
            FileChannel file = rest;
            if (file != null) {
                try {
                    file.close();
                } catch (IOException e) {
                    throw new UncheckedIOException("A file with an answer could not be closed", e);
                }
            }
        }
    }
}
