package org.werkgraaf.query;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.vocabulary.RDF;
import org.werkgraaf.vocabulary.Wg;

/** The conditions under which what a pattern finds was checked as far as somebody asks. */
final class CheckedConditions {
    private final Set<Node> stated;
    private final Node level;
    private int made;

    /**
     * @param stated the properties that sources state
     * @param level how far statements have to be checked
     */
    CheckedConditions(Set<Node> stated, Node level) {
        this.stated = stated;
        this.level = level;
    }

    Node level() {
        return level;
    }

    /** Whether a pattern finds what sources state, or a day that is derived from it. */
    boolean reads(TriplePath pattern) {
        Node predicate = pattern.getPredicate();
        return predicate == null ? reads(pattern.getPath()) : predicate.isVariable() || isRead(predicate);
    }

    /** The condition on what a pattern finds; empty when no source states it. */
    Optional<Expr> of(TriplePath pattern) {
        if (!reads(pattern)) {
            return Optional.empty();
        }
        Node predicate = pattern.getPredicate();
        return Optional.of(
                predicate == null
                        ? new E_Exists(path(pattern.getSubject(), pattern.getPath(), pattern.getObject()))
                        : link(pattern.getSubject(), predicate, pattern.getObject()));
    }

    /** The same where what it finds may be missing. */
    Optional<Expr> ofMissing(TriplePath pattern) {
        return of(pattern)
                .map(condition -> new E_LogicalOr(
                        new E_LogicalNot(new E_Bound(new ExprVar(Var.alloc(pattern.getObject())))), condition));
    }

    private boolean isRead(Node predicate) {
        return stated.contains(predicate) || predicate.equals(Wg.HOLDS_FROM);
    }

    private boolean reads(Path path) {
        if (path instanceof P_Link link) {
            return isRead(link.getNode());
        }
        if (path instanceof P_Inverse inverse) {
            return reads(inverse.getSubPath());
        }
        if (path instanceof P_ZeroOrOne perhaps) {
            return reads(perhaps.getSubPath());
        }
        if (path instanceof P_Alt either) {
            return reads(either.getLeft()) || reads(either.getRight());
        }
        return path instanceof P_Seq both && (reads(both.getLeft()) || reads(both.getRight()));
    }

    /**
     * A source states it so. A day from which something holds is derived from the day that its period has; what a norm asks is
     * derived from its conditions; what no source states at all, as in a description, is taken as it is.
     */
    private Expr link(Node subject, Node predicate, Node object) {
        if (predicate.equals(Wg.HOLDS_FROM)) {
            return new E_Exists(claim(subject, fresh(), object, true));
        }
        Expr said = new E_Exists(claim(subject, predicate, object, true));
        Expr unsaid = new E_NotExists(claim(subject, predicate, object, false));
        Var condition = fresh();
        ElementGroup ofCondition = group(Triple.create(subject, Wg.HAS_CONDITION, condition));
        ofCondition.addElement(claim(condition, fresh(), object, true));
        Var other = fresh();
        ElementGroup ofAny = group(Triple.create(subject, Wg.HAS_CONDITION, other));
        ofAny.addElement(claim(other, fresh(), object, false));
        Expr derived = new E_LogicalOr(new E_Exists(ofCondition), new E_NotExists(ofAny));
        return new E_LogicalOr(said, new E_LogicalAnd(unsaid, derived));
    }

    private ElementGroup path(Node subject, Path path, Node object) {
        if (path instanceof P_Link link) {
            ElementGroup group = group(Triple.create(subject, link.getNode(), object));
            if (isRead(link.getNode())) {
                group.addElement(new ElementFilter(link(subject, link.getNode(), object)));
            }
            return group;
        }
        if (path instanceof P_Inverse inverse) {
            return path(object, inverse.getSubPath(), subject);
        }
        if (path instanceof P_Seq both) {
            Var between = fresh();
            ElementGroup group = new ElementGroup();
            group.addElement(path(subject, both.getLeft(), between));
            group.addElement(path(between, both.getRight(), object));
            return group;
        }
        if (path instanceof P_Alt either) {
            return union(path(subject, either.getLeft(), object), path(subject, either.getRight(), object));
        }
        if (path instanceof P_ZeroOrOne perhaps) {
            ElementGroup same = new ElementGroup();
            same.addElement(new ElementFilter(new E_SameTerm(ExprLib.nodeToExpr(subject), ExprLib.nodeToExpr(object))));
            return union(same, path(subject, perhaps.getSubPath(), object));
        }
        ElementPathBlock block = new ElementPathBlock();
        block.addTriplePath(new TriplePath(subject, path, object));
        ElementGroup group = new ElementGroup();
        group.addElement(block);
        return group;
    }

    private static ElementGroup union(Element left, Element right) {
        ElementUnion union = new ElementUnion();
        union.addElement(left);
        union.addElement(right);
        ElementGroup group = new ElementGroup();
        group.addElement(union);
        return group;
    }

    private ElementGroup claim(Node subject, Node predicate, Node object, boolean checked) {
        Var claim = fresh();
        ElementGroup group = group(
                Triple.create(claim, RDF.subject.asNode(), subject),
                Triple.create(claim, RDF.object.asNode(), object),
                Triple.create(claim, RDF.predicate.asNode(), predicate));
        if (checked) {
            group.addElement(group(Triple.create(claim, Wg.VERIFICATION, level)));
        }
        return group;
    }

    private static ElementGroup group(Triple... triples) {
        ElementPathBlock block = new ElementPathBlock();
        for (Triple triple : triples) {
            block.addTriple(triple);
        }
        ElementGroup group = new ElementGroup();
        group.addElement(block);
        return group;
    }

    private Var fresh() {
        return Var.alloc("checked" + ++made);
    }
}
