package org.werkgraaf.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.werkgraaf.store.DurableFiles;

/**
 * A file of events that is only added to. Each line is a JSON object with an event, a SHA-256 over it and the checksum of the line before,
 * and that checksum: a line that was changed, cut, taken out or put elsewhere is found, and the others stay readable. What
 * {@link #append} has returned from is on the disk. That lines are missing at the end cannot be told from the file alone.
 */
public final class Journal implements AutoCloseable {
    private static final int NEW_LINE = '\n';

    private final Path file;
    private RandomAccessFile open;
    private JournalReading state;
    /** Whether the file may hold a line that nobody was told of and that could not be taken away. */
    private boolean broken;

    private Journal(Path file, JournalReading state) throws IOException {
        this.file = file;
        this.state = state;
        this.open = new RandomAccessFile(file.toFile(), "rw");
    }

    /**
     * Reads a file from its beginning, and makes it when there is none. Its folder must be this process's alone.
     *
     * @param events takes each event that is whole, as JSON, in order
     * @throws IOException when it cannot be read or written
     */
    public static Journal open(Path file, Consumer<String> events) throws IOException {
        DurableFiles.removeUnfinished(file);
        boolean fresh = Files.notExists(file);
        Journal journal = new Journal(file, JournalReading.of(file, events));
        if (fresh) {
            DurableFiles.syncFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        }
        return journal;
    }

    /** What is not as it was written, such as {@code line 12 is cut}, in the order of the lines; found when the file was read. */
    public synchronized List<String> damages() {
        return state.damages();
    }

    /** Whether an event that was acknowledged may be missing, as far as the file can tell. */
    public synchronized boolean lost() {
        return state.lost();
    }

    /** Size of the file, in bytes. */
    public synchronized long bytes() {
        return state.bytes();
    }

    /**
     * Adds an event; it is on the disk when this returns.
     *
     * @param event a JSON object on one line
     * @throws IOException when it could not be written; the file then holds what it held before
     */
    public synchronized void append(String event) throws IOException {
        if (event.indexOf('\n') >= 0 || event.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("An event is one line");
        }
        if (broken) {
            throw new IOException(file + " may end in half a line since a write failed; start the service again");
        }
        JournalLine line = JournalLine.after(state.last(), event);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!state.ended()) {
            // What was cut stays what it is, as a line of its own.
            bytes.write(NEW_LINE);
        }
        bytes.writeBytes(line.toBytes());
        bytes.write(NEW_LINE);
        try {
            open.seek(state.bytes());
            open.write(bytes.toByteArray());
            open.getFD().sync();
        } catch (IOException e) {
            undo(e);
            throw e;
        }
        state = new JournalReading(
                line.sum(), state.lines() + 1, state.bytes() + bytes.size(), true, state.damages(), state.lost());
    }

    private void undo(IOException reason) {
        try {
            open.setLength(state.bytes());
            open.getFD().sync();
        } catch (IOException e) {
            broken = true;
            reason.addSuppressed(e);
        }
    }

    /**
     * Writes the file anew with events changed, as a whole or not at all: for what must be forgotten. Lines that are damaged stay as they
     * are, and where lines are missing that stays to be seen.
     *
     * @param change gives the event that takes the place of one
     * @throws IOException when it could not be written; the file is then as it was
     */
    public synchronized void rewrite(UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // A line continues what it continued: a chain made anew over a gap would hide it.
        Map<String, String> sumsAnew = new HashMap<>();
        JournalReading.each(file, (old, line) -> {
            Optional<JournalLine> written = line.map(each -> each.with(change.apply(each.event()), sumsAnew));
            written.ifPresent(anew -> sumsAnew.put(line.orElseThrow().sum(), anew.sum()));
            bytes.writeBytes(written.map(JournalLine::toBytes).orElse(old));
            bytes.write(NEW_LINE);
        });
        renew(bytes.toByteArray());
    }

    /**
     * Writes the file anew with other events, as a whole or not at all: for what is past and need not be known any more. Where lines are
     * damaged or missing it stays as it is, so that this stays to be seen.
     *
     * @param events each a JSON object on one line
     * @return whether it was written
     * @throws IOException when it could not be written; the file is then as it was
     */
    public synchronized boolean replace(List<String> events) throws IOException {
        if (broken || !state.damages().isEmpty()) {
            return false;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String before = JournalLine.NOTHING;
        for (String event : events) {
            JournalLine line = JournalLine.after(before, event);
            bytes.writeBytes(line.toBytes());
            bytes.write(NEW_LINE);
            before = line.sum();
        }
        renew(bytes.toByteArray());
        return true;
    }

    private void renew(byte[] bytes) throws IOException {
        DurableFiles.write(file, bytes);
        open.close();
        open = new RandomAccessFile(file.toFile(), "rw");
        state = JournalReading.of(file, event -> {});
        broken = false;
    }

    /**
     * The file as it stands, in whole lines, whoever writes meanwhile.
     *
     * @throws IOException when it cannot be read
     */
    public synchronized byte[] copy() throws IOException {
        byte[] bytes = new byte[Math.toIntExact(state.bytes())];
        open.seek(0);
        open.readFully(bytes);
        return bytes;
    }

    @Override
    public synchronized void close() throws IOException {
        open.close();
    }
}
