package org.werkgraaf.engine;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.werkgraaf.query.Meter;

/** Reads an answer while the query may go on. A row may be no longer than the rows of queries that are answered here. */
final class MeteredInput extends FilterInputStream {
    private static final int PART = 1 << 13;

    private final Meter meter;
    private long inRow;

    MeteredInput(InputStream in, Meter meter) {
        super(in);
        this.meter = meter;
    }

    /** Says that what is read from now on is another row. What was read ahead counts for the row before. */
    void rowBegins() {
        inRow = 0;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, Math.min(length, PART));
        count(count);
        return count;
    }

    private void count(int bytes) {
        meter.check();
        inRow += Math.max(0, bytes);
        meter.row(inRow);
    }

    /** Reads what stands after the last row: an answer that breaks off there is none. */
    void toTheEnd() {
        try {
            byte[] rest = new byte[PART];
            while (super.read(rest, 0, PART) >= 0) {
                meter.check();
            }
        } catch (IOException e) {
            throw EngineClient.unreachable(e);
        }
    }

    /** Whoever reads rows closes this after the last; there may be more to read. {@link #end} is what ends it. */
    @Override
    public void close() {
        // See above.
    }

    /** Reads no more, whoever may be waiting. */
    void end() {
        try {
            in.close();
        } catch (IOException e) {
            // It is not read any more.
            return;
        }
    }
}
