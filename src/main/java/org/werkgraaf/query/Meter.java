package org.werkgraaf.query;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.query.QueryStoppedException.Limit;
import org.werkgraaf.store.RowSize;
import org.werkgraaf.store.Watch;

/**
 * Holds one running query to its limits. It owns the signal by which ARQ is told to give up; whatever sets the signal also says why,
 * so that ending early never looks like having found nothing.
 */
public final class Meter implements Watch {
    /** Memory is taken from what all queries share in steps of this size. */
    private static final long STEP = 1 << 18;
    /** Texts up to this length weigh no more than the row that holds them. */
    private static final int SHORT_TEXT = 40;

    private final QueryLimits limits;
    private final long timeoutMillis;
    private final SharedMemory shared;
    private final AtomicBoolean signal = new AtomicBoolean();
    private final AtomicReference<@Nullable RuntimeException> reason = new AtomicReference<>();
    private volatile Runnable ending = () -> {};
    private volatile long thread;
    private volatile long allocatedBefore;
    private long kept;
    private long reserved;
    private boolean texts;

    Meter(QueryLimits limits, long timeoutMillis, SharedMemory shared) {
        this.limits = limits;
        this.timeoutMillis = timeoutMillis;
        this.shared = shared;
    }

    /** Says that the query runs in this thread from now on. */
    void begins() {
        thread = Thread.currentThread().getId();
        allocatedBefore = HeapWatch.allocated(thread);
    }

    /** How much the query has taken of the heap so far, in bytes, whether it has let go of it or not. */
    long allocated() {
        return thread == 0 ? 0 : HeapWatch.allocated(thread) - allocatedBefore;
    }

    /** The signal to give to ARQ. */
    AtomicBoolean signal() {
        return signal;
    }

    /** Ends the query, from any thread. The first reason counts. */
    void stop(RuntimeException why) {
        reason.compareAndSet(null, why);
        signal.set(true);
        ending.run();
    }

    /**
     * Has something done when the query is ended, for what waits and cannot ask.
     *
     * @param work does not throw, and may come from any thread, more than once
     */
    public void whenStopped(Runnable work) {
        ending = work;
        if (signal.get()) {
            work.run();
        }
    }

    /** Ends the query from within. */
    public QueryCancelledException stopHere(RuntimeException why) {
        stop(why);
        return new QueryCancelledException();
    }

    /** Why the query was ended, if it was. */
    @Nullable RuntimeException reason() {
        return reason.get();
    }

    void timeIsUp() {
        stop(new QueryStoppedException(
                Limit.TIME,
                "The query was stopped after " + timeoutMillis + " ms"
                        + (timeoutMillis < limits.timeoutMillis()
                                ? " (the timeout of the request)"
                                : " (werkgraaf.sparql.timeout-millis)")
                        + ", so there is no answer. Ask for less: add a class or a fixed thing to the first pattern, drop"
                        + " OPTIONAL and ORDER BY, or add LIMIT."));
    }

    @Override
    public void check() {
        if (signal.get()) {
            throw new QueryCancelledException();
        }
    }

    @Override
    public void keep(long bytes) {
        kept += bytes;
        if (kept <= reserved) {
            return;
        }
        if (kept > limits.memoryBytesMax()) {
            throw stopHere(new QueryStoppedException(
                    Limit.MEMORY,
                    "The query would keep more than " + limits.memoryBytesMax()
                            + " bytes in memory (werkgraaf.sparql.memory-bytes-max) to sort, group, join, make distinct or"
                            + " construct. Narrow the patterns before that step, or add LIMIT to a subquery. A CONSTRUCT"
                            + " in a format other than RDF/JSON is not kept."));
        }
        long more = Math.max(STEP, kept - reserved);
        if (!shared.take(more)) {
            throw stopHere(
                    new QueryStoppedException(
                            Limit.BUSY,
                            "All queries together use the " + shared.total()
                                    + " bytes of memory that there are for queries. Try again in a few seconds, or ask for less."));
        }
        reserved += more;
    }

    @Override
    public void release(long bytes) {
        kept -= bytes;
    }

    @Override
    public void text(long length) {
        check();
        if (length > limits.textLengthMax()) {
            throw stopHere(new QueryStoppedException(
                    Limit.TEXT,
                    "The query would make a text of more than " + limits.textLengthMax()
                            + " characters (werkgraaf.sparql.text-length-max). Join fewer values in GROUP_CONCAT or CONCAT, or ask"
                            + " for the values as rows."));
        }
        texts |= length > SHORT_TEXT;
    }

    /** Looks at a term that was made. */
    void made(Node term) {
        if (term.isURI() || term.isLiteral()) {
            text(RowSize.text(term) / 2);
        }
    }

    @Override
    public void row(long bytes) {
        if (bytes > limits.rowBytesMax()) {
            throw stopHere(new QueryStoppedException(
                    Limit.MEMORY,
                    "A row of the query would hold texts of more than " + limits.rowBytesMax()
                            + " bytes (werkgraaf.sparql.row-bytes-max). Make fewer or shorter texts with BIND, and keep only"
                            + " those that you need."));
        }
    }

    @Override
    public boolean madeTexts() {
        return texts;
    }

    /** Gives back what the query took of the shared memory. */
    void end() {
        shared.give(reserved);
        reserved = 0;
    }
}
