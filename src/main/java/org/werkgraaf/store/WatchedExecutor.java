package org.werkgraaf.store;

import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterDistinct;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;
import org.apache.jena.tdb2.store.GraphTDB;

/**
 * Evaluates as TDB2 does, and counts what the operators keep: the built side of a join, what is sorted, grouped or made distinct, and
 * what a property path has visited. Between rows ARQ itself looks whether the query was cancelled; inside a path it does not.
 */
final class WatchedExecutor extends OpExecutorTDB2 {
    /** With more variables than these, what a projection hides may weigh more than what it shows. */
    private static final int MANY_VARIABLES = 24;

    private final Watch watch;

    WatchedExecutor(ExecutionContext execution, Watch watch) {
        super(watched(execution, watch));
        this.watch = watch;
    }

    /** The graphs that FROM puts together are read triple by triple, and their union is made distinct in memory. */
    private static ExecutionContext watched(ExecutionContext execution, Watch watch) {
        boolean ofTheStore =
                execution.getActiveGraph() instanceof GraphTDB || execution.getActiveGraph() instanceof WatchedGraph;
        return ofTheStore || execution.getActiveGraph() == null
                ? execution
                : ExecutionContext.copyChangeActiveGraph(
                        execution, WatchedGraph.passing(execution.getActiveGraph(), watch));
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        OperatorMemory kept = new OperatorMemory(watch);
        QueryIterator built = kept(join.getLeft(), input, kept);
        return WatchedRows.releasing(Join.join(built, exec(join.getRight(), root()), execCxt), kept);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        OperatorMemory kept = new OperatorMemory(watch);
        QueryIterator left = exec(join.getLeft(), input);
        QueryIterator built = kept(join.getRight(), root(), kept);
        return WatchedRows.releasing(Join.leftJoin(left, built, join.getExprs(), execCxt), kept);
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        OperatorMemory kept = new OperatorMemory(watch);
        QueryIterator left = exec(minus.getLeft(), input);
        QueryIterator built = kept(minus.getRight(), root(), kept);
        Set<Var> common = OpVars.visibleVars(minus.getLeft());
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        return WatchedRows.releasing(QueryIterMinus.create(left, built, common, execCxt), kept);
    }

    @Override
    protected QueryIterator execute(OpTable table, QueryIterator input) {
        if (table.isJoinIdentity() || input.isJoinIdentity()) {
            return super.execute(table, input);
        }
        OperatorMemory kept = new OperatorMemory(watch);
        QueryIterator built = WatchedRows.keeping(WatchedRows.compact(input, true, watch), kept);
        return WatchedRows.releasing(Join.join(built, table.getTable().iterator(execCxt), execCxt), kept);
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        OperatorMemory kept = new OperatorMemory(watch);
        QueryIterator rows = kept(order.getSubOp(), input, kept);
        return WatchedRows.releasing(new QueryIterSort(rows, order.getConditions(), execCxt), kept);
    }

    @Override
    protected QueryIterator execute(OpTopN top, QueryIterator input) {
        OperatorMemory kept = new OperatorMemory(watch);
        boolean distinct = top.getSubOp() instanceof OpDistinct;
        Op sub = distinct ? ((OpDistinct) top.getSubOp()).getSubOp() : top.getSubOp();
        QueryIterator rows = compact(sub, input);
        return WatchedRows.releasing(new FirstRows(top, distinct, rows, execCxt, kept).rows(), kept);
    }

    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        OperatorMemory kept = new OperatorMemory(watch);
        QueryIterator rows = new QueryIterDistinct(compact(distinct.getSubOp(), input), null, execCxt);
        return WatchedRows.releasing(WatchedRows.keeping(rows, kept), kept);
    }

    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        OperatorMemory kept = new OperatorMemory(watch);
        QueryIterator rows = compact(group.getSubOp(), input);
        return WatchedRows.releasing(new Groups(group, rows, execCxt, kept, watch).rows(), kept);
    }

    @Override
    protected QueryIterator execute(OpExtend extend, QueryIterator input) {
        return new ExtendedRows(exec(extend.getSubOp(), input), extend.getVarExprList(), execCxt, watch);
    }

    @Override
    protected QueryIterator execute(OpAssign assign, QueryIterator input) {
        return new ExtendedRows(exec(assign.getSubOp(), input), assign.getVarExprList(), execCxt, watch);
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        OperatorMemory kept = new OperatorMemory(watch);
        ExecutionContext reading = ExecutionContext.copyChangeActiveGraph(
                execCxt, WatchedGraph.kept(execCxt.getActiveGraph(), watch, kept));
        return WatchedRows.stepping(new QueryIterPath(path.getTriplePath(), input, reading), kept);
    }

    private QueryIterator kept(Op op, QueryIterator input, OperatorMemory kept) {
        return WatchedRows.keeping(compact(op, input), kept);
    }

    private QueryIterator compact(Op op, QueryIterator input) {
        return WatchedRows.compact(exec(op, input), OpVars.mentionedVars(op).size() > MANY_VARIABLES, watch);
    }
}
