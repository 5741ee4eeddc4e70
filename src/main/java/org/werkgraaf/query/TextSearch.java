package org.werkgraaf.query;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * CONTAINS, STRBEFORE and STRAFTER in time that grows with the sum of the lengths of two texts. ARQ looks for one text at each place of
 * the other, which for two texts of 80,000 characters takes seconds that nothing can interrupt.
 */
final class TextSearch extends ExprFunction2 {
    static final Set<Class<?>> SEARCHES = Set.of(E_StrContains.class, E_StrBefore.class, E_StrAfter.class);

    /** Below this product of lengths ARQ's own search is as fast. */
    private static final long SMALL = 1 << 20;

    private static final int STEPS_BETWEEN = 1 << 12;

    private final ExprFunction2 original;
    private final Meter meter;

    /** @param original one of {@link #SEARCHES} */
    TextSearch(ExprFunction2 original, Meter meter) {
        super(
                original.getArg1(),
                original.getArg2(),
                original.getFunctionSymbol().getSymbol(),
                original.getOpName());
        this.original = original;
        this.meter = meter;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue part) {
        meter.check();
        Node in = text.asNode();
        Node of = part.asNode();
        if (!in.isLiteral()
                || !of.isLiteral()
                || (long) in.getLiteralLexicalForm().length()
                                * of.getLiteralLexicalForm().length()
                        < SMALL) {
            return original.eval(text, part);
        }
        String whole = in.getLiteralLexicalForm();
        String sought = of.getLiteralLexicalForm();
        int at = find(sought, whole);
        if (at < 0) {
            // What holds of the empty text, errors and languages included, holds of each text without the part.
            return original.eval(like(in, ""), part);
        }
        NodeValue found = original.eval(like(in, sought), part);
        if (original instanceof E_StrContains) {
            return found;
        }
        return like(
                in, original instanceof E_StrBefore ? whole.substring(0, at) : whole.substring(at + sought.length()));
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue part, FunctionEnv environment) {
        return eval(text, part);
    }

    private static NodeValue like(Node literal, String text) {
        return NodeValue.makeNode(
                literal.getLiteralLanguage().isEmpty()
                        ? NodeFactory.createLiteralDT(text, literal.getLiteralDatatype())
                        : NodeFactory.createLiteralDirLang(
                                text, literal.getLiteralLanguage(), literal.getLiteralBaseDirection()));
    }

    /** Where a text begins in another, or -1: by Knuth, Morris and Pratt. */
    private int find(String sought, String whole) {
        int[] borders = borders(sought);
        int matched = 0;
        for (int at = 0; at < whole.length(); at++) {
            check(at);
            while (matched > 0 && whole.charAt(at) != sought.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (whole.charAt(at) == sought.charAt(matched)) {
                matched++;
            }
            if (matched == sought.length()) {
                return at - matched + 1;
            }
        }
        return -1;
    }

    /** For each beginning of a text, how long the longest shorter one is that also ends it. */
    private int[] borders(String sought) {
        int[] borders = new int[sought.length()];
        int matched = 0;
        for (int at = 1; at < sought.length(); at++) {
            check(at);
            while (matched > 0 && sought.charAt(at) != sought.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (sought.charAt(at) == sought.charAt(matched)) {
                matched++;
            }
            borders[at] = matched;
        }
        return borders;
    }

    private void check(int step) {
        if (step % STEPS_BETWEEN == 0) {
            meter.check();
        }
    }

    @Override
    public Expr copy(Expr first, Expr second) {
        return new TextSearch((ExprFunction2) original.copy(first, second), meter);
    }
}
