package org.werkgraaf.query;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorByTypeBase;
import org.apache.jena.sparql.algebra.op.Op0;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

/** How many steps a query has. The time to plan it grows with the square, and planning cannot be stopped half way. */
final class PatternCount extends OpVisitorByTypeBase {
    static final int MAX = 1000;

    /** Each step of a property path is evaluated inside the one before. */
    private static final int PATH_STEP = 10;

    private int count;

    private PatternCount() {}

    static int of(Op algebra) {
        PatternCount visitor = new PatternCount();
        Walker.walk(algebra, visitor, new ExprVisitorBase());
        return visitor.count;
    }

    @Override
    protected void visit0(Op0 op) {
        if (op instanceof OpPath path) {
            count += PATH_STEP * steps(path.getTriplePath().getPath());
        } else {
            count += op instanceof OpBGP patterns ? patterns.getPattern().size() : 1;
        }
    }

    private static int steps(Path path) {
        if (path instanceof P_Path2 both) {
            return steps(both.getLeft()) + steps(both.getRight());
        }
        return path instanceof P_Path1 one ? steps(one.getSubPath()) : 1;
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
