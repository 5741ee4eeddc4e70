package org.werkgraaf.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.atlas.iterator.IteratorDelayedInitialization;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.AggSampleDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.jspecify.annotations.Nullable;

/** GROUP BY and its aggregates, with a count of the groups, the distinct values and the joined texts that are kept. */
final class Groups {
    /** Each value that an aggregate must remember because it is to count once. */
    private static final int DISTINCT_VALUE = 100;
    /** What one aggregate of one group takes before it has kept anything. */
    private static final int ACCUMULATOR = 150;
    /** A character of a text that grows, in a buffer that is twice as large as what is in it at most. */
    private static final int BUILT_CHARACTER = 4;
    /** How many distinct values are told apart; beyond it some are taken for known. */
    private static final int TOLD_APART = 1 << 21;

    private final OpGroup group;
    private final QueryIterator input;
    private final ExecutionContext execution;
    private final OperatorMemory kept;
    private final Watch watch;
    private final Map<Binding, Group> groups = new LinkedHashMap<>();
    private final BitSet seen = new BitSet();

    Groups(OpGroup group, QueryIterator input, ExecutionContext execution, OperatorMemory kept, Watch watch) {
        this.group = group;
        this.input = input;
        this.execution = execution;
        this.kept = kept;
        this.watch = watch;
    }

    /** A row per group. Nothing is read before the first row is asked for. */
    QueryIterator rows() {
        Iterator<Binding> results = new IteratorDelayedInitialization<>() {
            @Override
            protected Iterator<Binding> initializeIterator() {
                return calculated();
            }
        };
        return new QueryIterPlainWrapper(results, execution) {
            @Override
            protected void closeIterator() {
                input.close();
                super.closeIterator();
            }
        };
    }

    private Iterator<Binding> calculated() {
        if (!input.hasNext()) {
            return group.getGroupVars().isEmpty()
                    ? List.of(ofNoRows()).iterator()
                    : List.<Binding>of().iterator();
        }
        while (input.hasNext()) {
            accumulate(input.next());
        }
        return results();
    }

    /** A row at a time; what a group kept is let go of with its row. */
    private Iterator<Binding> results() {
        Iterator<Map.Entry<Binding, Group>> left = groups.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return left.hasNext();
            }

            @Override
            public Binding next() {
                Map.Entry<Binding, Group> next = left.next();
                Binding row = next.getValue().row(next.getKey());
                left.remove();
                return row;
            }
        };
    }

    private Binding ofNoRows() {
        BindingBuilder row = Binding.builder();
        for (ExprAggregator aggregate : group.getAggregators()) {
            Node value = aggregate.getAggregator().getValueEmpty();
            if (value != null) {
                row.add(aggregate.getVar(), value);
            }
        }
        return row.build();
    }

    private void accumulate(Binding row) {
        Binding key = key(row);
        Group known = groups.get(key);
        if (known == null) {
            kept.add(key);
            kept.add((long) ACCUMULATOR * group.getAggregators().size());
            known = new Group();
            groups.put(key, known);
        }
        known.accumulate(key, row);
    }

    private Binding key(Binding row) {
        VarExprList by = group.getGroupVars();
        BindingBuilder key = Binding.builder();
        for (Var variable : by.getVars()) {
            Node value = by.get(variable, row, execution);
            if (value != null) {
                key.add(variable, value);
            }
        }
        return key.build();
    }

    private static boolean keepsAValue(Aggregator aggregator) {
        return aggregator instanceof AggMin
                || aggregator instanceof AggMax
                || aggregator instanceof AggSample
                || aggregator instanceof AggMinDistinct
                || aggregator instanceof AggMaxDistinct
                || aggregator instanceof AggSampleDistinct;
    }

    private static int separatorLength(Aggregator aggregator) {
        String separator = aggregator instanceof AggGroupConcat plain
                ? plain.getSeparator()
                : ((AggGroupConcatDistinct) aggregator).getSeparator();
        return separator == null ? 1 : separator.length();
    }

    private @Nullable NodeValue value(Aggregator aggregator, Binding row) {
        if (aggregator.getExprList() == null || aggregator.getExprList().isEmpty()) {
            return null;
        }
        Expr expression = aggregator.getExprList().get(0);
        try {
            return expression.eval(row, execution);
        } catch (ExprEvalException e) {
            return null;
        }
    }

    private final class Group {
        private final List<Accumulator> accumulators = new ArrayList<>();
        private final long[] lengths = new long[group.getAggregators().size()];

        Group() {
            group.getAggregators()
                    .forEach(each -> accumulators.add(each.getAggregator().createAccumulator()));
        }

        void accumulate(Binding key, Binding row) {
            for (int i = 0; i < accumulators.size(); i++) {
                count(i, key, row);
                accumulators.get(i).accumulate(row, execution);
                weigh(i);
            }
        }

        /** MIN, MAX and SAMPLE keep one value, and may change it for a larger one. */
        private void weigh(int i) {
            if (!watch.madeTexts() || !keepsAValue(group.getAggregators().get(i).getAggregator())) {
                return;
            }
            NodeValue value = accumulators.get(i).getValue();
            long length = value == null ? 0 : RowSize.text(value.asNode());
            if (length != lengths[i]) {
                kept.add(length - lengths[i]);
                lengths[i] = length;
            }
        }

        private void count(int i, Binding key, Binding row) {
            Aggregator aggregator = group.getAggregators().get(i).getAggregator();
            boolean joins = aggregator instanceof AggGroupConcat || aggregator instanceof AggGroupConcatDistinct;
            boolean distinct = aggregator.getClass().getSimpleName().endsWith("Distinct");
            if (!joins && !distinct) {
                return;
            }
            NodeValue value = value(aggregator, row);
            if (distinct) {
                int bit = Objects.hash(key, i, value == null ? row : value.asNode());
                bit = (bit ^ (bit >>> 16)) & (TOLD_APART - 1);
                if (seen.get(bit)) {
                    return;
                }
                seen.set(bit);
                kept.add(
                        value == null
                                ? RowSize.of(row, watch.madeTexts())
                                : DISTINCT_VALUE + RowSize.text(value.asNode()));
            }
            if (joins && value != null) {
                int length = value.asUnquotedString().length() + separatorLength(aggregator);
                lengths[i] += length;
                watch.text(lengths[i]);
                kept.add((long) BUILT_CHARACTER * length);
            }
        }

        Binding row(Binding key) {
            BindingBuilder row = Binding.builder(key);
            long size = watch.madeTexts() ? RowSize.texts(key) : 0;
            for (int i = 0; i < accumulators.size(); i++) {
                NodeValue value = accumulators.get(i).getValue();
                if (value != null) {
                    row.add(group.getAggregators().get(i).getVar(), value.asNode());
                    if (watch.madeTexts()) {
                        size += RowSize.text(value.asNode());
                        watch.row(size);
                    }
                }
            }
            return row.build();
        }
    }
}
