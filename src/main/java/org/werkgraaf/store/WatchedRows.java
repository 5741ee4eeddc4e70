package org.werkgraaf.store;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** The rows that go into or come out of an operator which keeps them. */
final class WatchedRows extends QueryIteratorWrapper {
    private final OperatorMemory kept;
    private final Side side;
    private long left;

    private enum Side {
        KEEPING,
        RELEASING,
        STEPPING
    }

    private WatchedRows(QueryIterator rows, OperatorMemory kept, Side side, long left) {
        super(rows);
        this.kept = kept;
        this.side = side;
        this.left = left;
    }

    /** Rows that the operator behind keeps. */
    static QueryIterator keeping(QueryIterator rows, OperatorMemory kept) {
        return keeping(rows, kept, Long.MAX_VALUE);
    }

    /** Rows of which the operator behind keeps at most a number. */
    static QueryIterator keeping(QueryIterator rows, OperatorMemory kept, long max) {
        return new WatchedRows(rows, kept, Side.KEEPING, max);
    }

    /** Rows of an operator that gives up what it kept when it is closed. */
    static QueryIterator releasing(QueryIterator rows, OperatorMemory kept) {
        return new WatchedRows(rows, kept, Side.RELEASING, 0);
    }

    /** Rows of an operator that keeps only what it needs for the next one. */
    static QueryIterator stepping(QueryIterator rows, OperatorMemory kept) {
        return new WatchedRows(rows, kept, Side.STEPPING, 0);
    }

    @Override
    protected boolean hasNextBinding() {
        kept.check();
        if (side == Side.STEPPING) {
            kept.release();
        }
        return super.hasNextBinding();
    }

    @Override
    protected Binding moveToNextBinding() {
        Binding row = super.moveToNextBinding();
        if (left > 0) {
            left--;
            kept.add(row);
        }
        return row;
    }

    @Override
    protected void closeIterator() {
        super.closeIterator();
        if (side != Side.KEEPING) {
            kept.release();
        }
    }
}
