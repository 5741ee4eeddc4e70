package org.werkgraaf.store;

import org.apache.jena.sparql.engine.binding.Binding;

/** Counts what one operator of a query keeps until it is closed. */
final class OperatorMemory {
    /** What a row of TDB2 with its maps takes, and what each variable adds, in bytes: estimates on the high side. */
    private static final int ROW = 300;

    private static final int VARIABLE = 100;

    private final Watch watch;
    private long bytes;

    OperatorMemory(Watch watch) {
        this.watch = watch;
    }

    void add(Binding row) {
        long size = ROW + (long) VARIABLE * row.size();
        if (watch.madeLongTexts()) {
            long[] texts = {0};
            row.forEach((variable, value) -> {
                if (value.isLiteral()) {
                    texts[0] += 2L * value.getLiteralLexicalForm().length();
                }
            });
            size += texts[0];
        }
        add(size);
    }

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
