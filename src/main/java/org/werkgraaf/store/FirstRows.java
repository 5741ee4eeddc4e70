package org.werkgraaf.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.jena.atlas.iterator.IteratorDelayedInitialization;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;

/** ORDER BY with a small LIMIT: keeps only the rows that are first so far, and counts those that it keeps. */
final class FirstRows {
    private final OpTopN top;
    private final boolean distinct;
    private final QueryIterator input;
    private final ExecutionContext execution;
    private final OperatorMemory kept;

    FirstRows(OpTopN top, boolean distinct, QueryIterator input, ExecutionContext execution, OperatorMemory kept) {
        this.top = top;
        this.distinct = distinct;
        this.input = input;
        this.execution = execution;
        this.kept = kept;
    }

    /** The rows in order. Nothing is read before the first one is asked for. */
    QueryIterator rows() {
        Iterator<Binding> rows = new IteratorDelayedInitialization<>() {
            @Override
            protected Iterator<Binding> initializeIterator() {
                return sorted();
            }
        };
        return new QueryIterPlainWrapper(rows, execution) {
            @Override
            protected void closeIterator() {
                input.close();
                super.closeIterator();
            }
        };
    }

    private Iterator<Binding> sorted() {
        Comparator<Binding> order = new BindingComparator(top.getConditions(), execution);
        PriorityQueue<Binding> first = new PriorityQueue<>(order.reversed());
        while (top.getLimit() > 0 && input.hasNext()) {
            Binding row = input.next();
            Binding last = first.size() < top.getLimit() ? null : first.peek();
            if ((last != null && order.compare(row, last) >= 0) || (distinct && first.contains(row))) {
                continue;
            }
            if (last != null) {
                kept.remove(first.remove());
            }
            kept.add(row);
            first.add(row);
        }
        List<Binding> rows = new ArrayList<>(first);
        rows.sort(order);
        return rows.iterator();
    }
}
