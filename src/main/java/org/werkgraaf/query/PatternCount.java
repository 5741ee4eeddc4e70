package org.werkgraaf.query;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorByTypeBase;
import org.apache.jena.sparql.algebra.op.Op0;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** How many steps a query has. The time to plan it grows with the square, and planning cannot be stopped half way. */
final class PatternCount extends OpVisitorByTypeBase {
    static final int MAX = 1000;

    private int count;

    private PatternCount() {}

    static int of(Op algebra) {
        PatternCount visitor = new PatternCount();
        Walker.walk(algebra, visitor, new ExprVisitorBase());
        return visitor.count;
    }

    @Override
    protected void visit0(Op0 op) {
        count += op instanceof OpBGP patterns ? patterns.getPattern().size() : 1;
    }

    @Override
    protected void visit1(Op1 op) {
        count++;
    }

    @Override
    protected void visit2(Op2 op) {
        count++;
    }

    @Override
    protected void visitN(OpN op) {
        count++;
    }
}
