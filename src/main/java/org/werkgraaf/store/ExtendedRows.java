package org.werkgraaf.store;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.apache.jena.sparql.expr.Expr;
import org.jspecify.annotations.Nullable;

/** Rows with the values of BIND added, each as soon as it is there: a row may not grow beyond what a row may hold. */
final class ExtendedRows extends QueryIterProcessBinding {
    private final VarExprList expressions;
    private final Watch watch;

    ExtendedRows(QueryIterator input, VarExprList expressions, ExecutionContext execution, Watch watch) {
        super(input, execution);
        this.expressions = expressions;
        this.watch = watch;
    }

    @Override
    public @Nullable Binding accept(Binding row) {
        BindingBuilder extended = Binding.builder(row);
        long size = watch.madeTexts() ? RowSize.texts(row) : 0;
        for (Var variable : expressions.getVars()) {
            Expr expression = expressions.getExpr(variable);
            // An expression sees what was bound before it. A copy of a wide row for each constant would cost much.
            Binding seen = expression != null && expression.isConstant() ? row : extended.snapshot();
            Node value = expressions.get(variable, seen, getExecContext());
            if (value == null) {
                continue;
            }
            if (watch.madeTexts()) {
                size += RowSize.text(value);
                watch.row(size);
            }
            Node known = extended.get(variable);
            if (known == null) {
                extended.add(variable, value);
            } else if (!known.sameValueAs(value)) {
                return null;
            }
        }
        return extended.build();
    }
}
