package org.werkgraaf.web.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.werkgraaf.web.BodySettings;

/** A body that is still coming. It is read when there is something to read, so that no thread waits for it. */
final class IncomingBody implements ReadListener, AsyncListener {
    /** What a slow start of a connection takes. */
    private static final long GRACE_MILLIS = 3000;
    /** More than is kept is read only so that the caller reads our answer. */
    private static final long READ_MAX = 2 << 20;

    private static final int PIECE = 8192;

    private final AsyncContext context;
    private final ServletInputStream in;
    private final BodySettings settings;
    private final Bodies bodies;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final long began = System.nanoTime();
    private volatile long read;

    IncomingBody(AsyncContext context, HttpServletRequest request, BodySettings settings, Bodies bodies)
            throws IOException {
        this.context = context;
        this.in = request.getInputStream();
        this.settings = settings;
        this.bodies = bodies;
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] piece = new byte[PIECE];
        while (!ended.get() && in.isReady()) {
            int count = in.read(piece);
            if (count < 0) {
                return;
            }
            read += count;
            int keep = Math.min(count, settings.bytesMax() - kept.size());
            if (keep > 0) {
                if (!bodies.take(keep)) {
                    end(Ending.NO_ROOM);
                    return;
                }
                kept.write(piece, 0, keep);
            }
            if (read > READ_MAX) {
                end(Ending.TOO_LONG);
            }
        }
    }

    @Override
    public void onAllDataRead() {
        end(read > settings.bytesMax() ? Ending.TOO_LONG : Ending.COMPLETE);
    }

    @Override
    public void onError(Throwable problem) {
        end(Ending.BROKEN);
    }

    /** Ends what came too slowly. */
    void look() {
        long millis = (System.nanoTime() - began) / 1_000_000;
        boolean slow = read < Math.max(0, millis - GRACE_MILLIS) * settings.bytesPerSecondMin() / 1000;
        if (slow || millis > settings.millisMax()) {
            end(Ending.TOO_SLOW);
        }
    }

    private void end(Ending ending) {
        if (ended.compareAndSet(false, true)) {
            bodies.ended(this, kept.size());
            bodies.end(context, ending, kept.toByteArray());
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (ended.compareAndSet(false, true)) {
            bodies.ended(this, kept.size());
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end(Ending.TOO_SLOW);
    }

    @Override
    public void onError(AsyncEvent event) {
        onComplete(event);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody starts it twice.
    }

    /** How it came to its end. */
    enum Ending {
        COMPLETE,
        TOO_LONG,
        TOO_SLOW,
        NO_ROOM,
        BROKEN
    }
}
