package org.werkgraaf.store;

import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;

/** Runs the algebra of a query under a watch. */
public final class WatchedExecution {
    private WatchedExecution() {}

    /**
     * Makes the query that runs in a context answer to a watch.
     *
     * @param context of this query alone
     * @param watch whom to ask
     */
    public static void apply(Context context, Watch watch) {
        QC.setFactory(context, execution -> new WatchedExecutor(execution, watch));
    }
}
