package org.werkgraaf.store;

import org.apache.jena.sparql.engine.binding.Binding;

/** Counts what one operator of a query keeps until it is closed. */
final class OperatorMemory {
    private final Watch watch;
    private long bytes;

    OperatorMemory(Watch watch) {
        this.watch = watch;
    }

    void add(Binding row) {
        add(size(row));
    }

    void remove(Binding row) {
        add(-size(row));
    }

    private long size(Binding row) {
        return RowSize.of(row, watch.madeTexts());
    }

    /** Adds bytes, or takes them off when it is less than nought. */
    void add(long more) {
        bytes += more;
        watch.keep(more);
    }

    void check() {
        watch.check();
    }

    void release() {
        watch.release(bytes);
        bytes = 0;
    }
}
