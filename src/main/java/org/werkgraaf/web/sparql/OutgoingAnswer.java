package org.werkgraaf.web.sparql;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.werkgraaf.query.AnswerBody;
import org.werkgraaf.web.AnswerSettings;
import org.werkgraaf.web.http.Connection;

/** An answer on its way. It is written when the reader has taken what was written before, so that no thread waits for a reader. */
final class OutgoingAnswer implements WriteListener, AsyncListener {
    /** Buffers on the way make a reader look idle for a while. */
    private static final long WINDOW_MILLIS = 20_000;

    private static final int PIECE = 16_384;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final AnswerBody body;
    private final AnswerSettings settings;
    private final Connection connection;
    private final Consumer<OutgoingAnswer> done;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final byte[] piece = new byte[PIECE];
    private final long began = System.nanoTime();
    private volatile long sent;
    private long windowBegan = began;
    private long sentBefore;

    OutgoingAnswer(
            AsyncContext context,
            ServletOutputStream out,
            AnswerBody body,
            AnswerSettings settings,
            Connection connection,
            Consumer<OutgoingAnswer> done) {
        this.context = context;
        this.out = out;
        this.body = body;
        this.settings = settings;
        this.connection = connection;
        this.done = done;
    }

    @Override
    public void onWritePossible() throws IOException {
        while (!ended.get() && out.isReady()) {
            int count = body.read(sent, piece);
            if (count == 0) {
                context.complete();
                return;
            }
            out.write(piece, 0, count);
            sent += count;
        }
    }

    /** Cuts a reader off who is too slow. */
    void look() {
        long now = System.nanoTime();
        boolean slow = false;
        if (TimeUnit.NANOSECONDS.toMillis(now - windowBegan) > WINDOW_MILLIS) {
            slow = sent - sentBefore < settings.bytesPerSecondMin() * WINDOW_MILLIS / 1000;
            windowBegan = now;
            sentBefore = sent;
        }
        if (slow || TimeUnit.NANOSECONDS.toMillis(now - began) > settings.millisMax()) {
            end();
            connection.end();
        }
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            body.close();
            done.accept(this);
        }
    }

    @Override
    public void onError(Throwable problem) {
        end();
        context.complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody starts it twice.
    }
}
