package org.werkgraaf.store;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** The rows that go into or come out of an operator which keeps them. */
final class WatchedRows extends QueryIteratorWrapper {
    private final OperatorMemory kept;
    private final Side side;

    private enum Side {
        KEEPING,
        RELEASING,
        STEPPING
    }

    private WatchedRows(QueryIterator rows, OperatorMemory kept, Side side) {
        super(rows);
        this.kept = kept;
        this.side = side;
    }

    /** Rows that the operator behind keeps. */
    static QueryIterator keeping(QueryIterator rows, OperatorMemory kept) {
        return new WatchedRows(rows, kept, Side.KEEPING);
    }

    /** Rows of an operator that gives up what it kept when it is closed. */
    static QueryIterator releasing(QueryIterator rows, OperatorMemory kept) {
        return new WatchedRows(rows, kept, Side.RELEASING);
    }

    /** Rows of an operator that keeps only what it needs for the next one. */
    static QueryIterator stepping(QueryIterator rows, OperatorMemory kept) {
        return new WatchedRows(rows, kept, Side.STEPPING);
    }

    /**
     * Rows with nothing behind what can be seen of them. A row that a subquery projects is a view of the whole one, which would be kept
     * with all that is hidden.
     *
     * @param wide whether so many variables are mentioned that hidden ones may weigh more than the row
     */
    static QueryIterator compact(QueryIterator rows, boolean wide, Watch watch) {
        return new QueryIteratorWrapper(rows) {
            @Override
            protected Binding moveToNextBinding() {
                Binding row = super.moveToNextBinding();
                return wide || watch.madeTexts() ? Binding.builder().addAll(row).build() : row;
            }
        };
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
        if (side == Side.KEEPING) {
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
