package org.werkgraaf.web.sparql;

import java.io.ByteArrayOutputStream;
import org.werkgraaf.query.QueryStoppedException;
import org.werkgraaf.query.QueryStoppedException.Limit;

/** Takes up an answer until it is too large to send. */
final class LimitedBytes extends ByteArrayOutputStream {
    private final int max;

    LimitedBytes(int max) {
        this.max = max;
    }

    @Override
    public synchronized void write(int b) {
        refuse(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        refuse(length);
        super.write(bytes, from, length);
    }

    private void refuse(int more) {
        if (count > max - more) {
            throw new QueryStoppedException(
                    Limit.RESULT,
                    "The result has more than " + max
                            + " bytes (werkgraaf.sparql.result-bytes-max). Ask for fewer columns, leave"
                            + " out long texts, or ask in slices with ORDER BY, LIMIT and OFFSET.");
        }
    }
}
