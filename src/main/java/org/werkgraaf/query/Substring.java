package org.werkgraaf.query;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * SUBSTR after the Functions and Operators of XPath: the characters at the places from the rounded start, as many as the rounded
 * length says, counted before the text begins too. ARQ starts at the first character instead.
 */
final class Substring extends ExprFunctionN {
    Substring(ExprList arguments) {
        super("substr", arguments.getListRaw().toArray(Expr[]::new));
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        return of(values);
    }

    /** @param values the text, the start and perhaps the length */
    static NodeValue of(List<NodeValue> values) {
        NodeValue text = values.get(0);
        if (!text.isString() && !text.isLangString()) {
            throw new ExprEvalException("Not a string: " + text);
        }
        double start = rounded(values.get(1));
        double end = values.size() > 2 ? start + rounded(values.get(2)) : Double.POSITIVE_INFINITY;
        Node node = text.asNode();
        String cut = between(node.getLiteralLexicalForm(), start, end);
        return text.isLangString()
                ? NodeValue.makeLangString(cut, node.getLiteralLanguage())
                : NodeValue.makeString(cut);
    }

    private static String between(String text, double start, double end) {
        // A start or an end that is no number is met by no place.
        if (!(start < end)) {
            return "";
        }
        int length = text.codePointCount(0, text.length());
        int from = (int) Math.max(0, Math.min(length, start - 1));
        int to = (int) Math.max(from, Math.min(length, end - 1));
        return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }

    private static double rounded(NodeValue value) {
        if (!value.isNumber()) {
            throw new ExprEvalException("Not a number: " + value);
        }
        return Math.floor(value.getDouble() + 0.5);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new Substring(arguments);
    }
}
