package org.werkgraaf.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a journal holds, read once from its beginning to its end.
 *
 * @param last checksum of the last line that is whole
 * @param lines how many lines there are, those that are damaged too
 * @param bytes size of the file
 * @param ended whether the last line has its end
 * @param damages what is not as it was written, in the order of the lines
 * @param lost whether an event that was acknowledged may be missing; that of a last line that is cut never was
 */
record JournalReading(String last, long lines, long bytes, boolean ended, List<String> damages, boolean lost) {
    private static final int NEW_LINE = '\n';

    /**
     * Reads a file; one that is not there holds nothing.
     *
     * @param events takes each event that is whole, in order
     */
    static JournalReading of(Path file, Consumer<String> events) throws IOException {
        return each(file, (bytes, line) -> line.ifPresent(whole -> events.accept(whole.event())));
    }

    /** Takes each line as it stands, with what it says when it is whole. */
    interface Taker {
        void take(byte[] bytes, Optional<JournalLine> line);
    }

    static JournalReading each(Path file, Taker taker) throws IOException {
        if (Files.notExists(file)) {
            return new JournalReading(JournalLine.NOTHING, 0, 0, true, List.of(), false);
        }
        Progress progress = new Progress(taker);
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        long bytes = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int each = in.read(); each >= 0; each = in.read()) {
                bytes++;
                if (each == NEW_LINE) {
                    progress.line(piece.toByteArray());
                    piece.reset();
                } else {
                    piece.write(each);
                }
            }
        }
        boolean ended = piece.size() == 0;
        if (!ended) {
            progress.end(piece.toByteArray());
        }
        return new JournalReading(
                progress.last, progress.number, bytes, ended, List.copyOf(progress.damages), progress.lost);
    }

    private static final class Progress {
        private final Taker taker;
        private final List<String> damages = new ArrayList<>();
        private String last = JournalLine.NOTHING;
        private long number;
        /** After a line that cannot be read, the next one may continue that or, if it never was whole, the one before it. */
        private boolean gap;

        private boolean lost;

        Progress(Taker taker) {
            this.taker = taker;
        }

        void line(byte[] bytes) {
            number++;
            Optional<JournalLine> line = JournalLine.parse(bytes);
            if (line.isEmpty()) {
                damages.add("line " + number + " is not what was written");
                gap = true;
                lost = true;
            } else if (!gap && !line.get().before().equals(last)) {
                damages.add("before line " + number + " something is missing");
                lost = true;
            }
            line.ifPresent(whole -> {
                last = whole.sum();
                gap = false;
            });
            taker.take(bytes, line);
        }

        /** Of a last line only its end may lack: then it is whole, though nobody was told so. */
        void end(byte[] bytes) {
            if (JournalLine.parse(bytes).isPresent()) {
                line(bytes);
            } else {
                number++;
                damages.add("line " + number + " is cut");
                taker.take(bytes, Optional.empty());
            }
        }
    }
}
