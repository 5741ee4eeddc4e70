package org.werkgraaf.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates REGEX and REPLACE in time that grows with the text only. Java's own engine backtracks: a pattern such as
 * {@code ^(.*a)&#123;25&#125;b$} would hold a thread for hours, and no time limit of ARQ ends it.
 */
public final class LinearRegex {
    private LinearRegex() {}

    /** The same query with every REGEX and REPLACE evaluated in linear time. */
    public static Query in(Query query) {
        return QueryTransformOps.transform(query, new ElementTransformCopyBase(), new ExprTransformCopy() {
            @Override
            public Expr transform(ExprFunctionN function, ExprList arguments) {
                if (function instanceof E_Regex) {
                    return new Match(arguments);
                }
                if (function instanceof E_StrReplace) {
                    return new Replace(arguments);
                }
                return super.transform(function, arguments);
            }
        });
    }

    private static Pattern compile(NodeValue pattern, @Nullable NodeValue flags) {
        String text = pattern.asString();
        int options = 0;
        for (char flag : (flags == null ? "" : flags.asString()).toCharArray()) {
            switch (flag) {
                case 'i' -> options |= Pattern.CASE_INSENSITIVE;
                case 's' -> options |= Pattern.DOTALL;
                case 'm' -> options |= Pattern.MULTILINE;
                case 'x' -> text = text.replaceAll("\\s", "");
                case 'q' -> text = Pattern.quote(text);
                default -> throw new ExprEvalException("Unknown flag of a regular expression: " + flag);
            }
        }
        try {
            return Pattern.compile(text, options);
        } catch (PatternSyntaxException e) {
            throw new ExprEvalException("Bad regular expression: " + text, e);
        }
    }

    /** Only plain strings and strings with a language are text. */
    private static Node string(NodeValue value) {
        if (!value.isString() && !value.isLangString()) {
            throw new ExprEvalException("Not a string: " + value);
        }
        return value.asNode();
    }

    /** Keeps the last compiled pattern: nearly always it is the same for every row. */
    private abstract static class OnPatterns extends ExprFunctionN {
        private @Nullable String source;
        private @Nullable Pattern compiled;

        OnPatterns(String symbol, ExprList arguments) {
            super(symbol, arguments.getListRaw().toArray(Expr[]::new));
        }

        final synchronized Pattern pattern(NodeValue pattern, @Nullable NodeValue flags) {
            String key = (flags == null ? "" : flags.asString()) + "/" + pattern.asString();
            Pattern known = compiled;
            if (known == null || !key.equals(source)) {
                known = compile(pattern, flags);
                compiled = known;
                source = key;
            }
            return known;
        }
    }

    private static final class Match extends OnPatterns {
        Match(ExprList arguments) {
            super("regex", arguments);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            String text = string(values.get(0)).getLiteralLexicalForm();
            string(values.get(1));
            Pattern pattern = pattern(values.get(1), values.size() > 2 ? values.get(2) : null);
            return NodeValue.booleanReturn(pattern.matcher(text).find());
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Match(arguments);
        }
    }

    private static final class Replace extends OnPatterns {
        Replace(ExprList arguments) {
            super("replace", arguments);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            Node text = string(values.get(0));
            string(values.get(1));
            string(values.get(2));
            Pattern pattern = pattern(values.get(1), values.size() > 3 ? values.get(3) : null);
            if (pattern.matches("")) {
                throw new ExprEvalException("The pattern of REPLACE matches the empty string");
            }
            try {
                String replaced =
                        pattern.matcher(text.getLiteralLexicalForm()).replaceAll(values.get(2).asString());
                return text.getLiteralLanguage().isEmpty()
                        ? NodeValue.makeString(replaced)
                        : NodeValue.makeLangString(replaced, text.getLiteralLanguage());
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new ExprEvalException("Bad replacement: " + values.get(2).asString(), e);
            }
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replace(arguments);
        }
    }
}
