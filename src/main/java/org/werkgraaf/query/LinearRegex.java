package org.werkgraaf.query;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.query.QueryRefusedException.Reason;

/**
 * Evaluates REGEX and REPLACE in time that grows with the text only, and gives up with its query. Java's own engine backtracks: a
 * pattern such as {@code ^(.*a)&#123;25&#125;b$} would hold a thread for hours.
 */
final class LinearRegex {
    private LinearRegex() {}

    /** REGEX with these arguments. */
    static Expr match(ExprList arguments, Meter meter) {
        refuseBadConstant(arguments, 2);
        return new Match(arguments, meter);
    }

    /** REPLACE with these arguments. */
    static Expr replace(ExprList arguments, Meter meter) {
        refuseBadConstant(arguments, 3);
        return new Replace(arguments, meter);
    }

    /** A pattern that stands in the query and cannot be used would leave out every row without a word. */
    private static void refuseBadConstant(ExprList arguments, int flags) {
        Expr pattern = arguments.get(1);
        boolean constantFlags =
                arguments.size() <= flags || arguments.get(flags).isConstant();
        if (pattern.isConstant() && constantFlags) {
            try {
                compile(
                        pattern.getConstant(),
                        arguments.size() > flags ? arguments.get(flags).getConstant() : null);
            } catch (ExprEvalException e) {
                throw new QueryRefusedException(
                        Reason.PATTERN,
                        e.getMessage()
                                + ". Patterns are those of XPath, without references back, looking around and leaving out of classes.");
            }
        }
    }

    private static Pattern compile(NodeValue pattern, @Nullable NodeValue flags) {
        return XPathPattern.compile(pattern.asString(), flags == null ? "" : flags.asString());
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
        final Meter meter;
        private @Nullable String source;
        private @Nullable Pattern compiled;

        OnPatterns(String symbol, ExprList arguments, Meter meter) {
            super(symbol, arguments.getListRaw().toArray(Expr[]::new));
            this.meter = meter;
        }

        final Matcher matcher(Pattern pattern, String text) {
            return pattern.matcher(new WatchedText(text, meter));
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
        Match(ExprList arguments, Meter meter) {
            super("regex", arguments, meter);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            String text = string(values.get(0)).getLiteralLexicalForm();
            string(values.get(1));
            Pattern pattern = pattern(values.get(1), values.size() > 2 ? values.get(2) : null);
            return NodeValue.booleanReturn(matcher(pattern, text).find());
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Match(arguments, meter);
        }
    }

    private static final class Replace extends OnPatterns {
        Replace(ExprList arguments, Meter meter) {
            super("replace", arguments, meter);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            Node text = string(values.get(0));
            string(values.get(1));
            string(values.get(2));
            NodeValue flags = values.size() > 3 ? values.get(3) : null;
            Pattern pattern = pattern(values.get(1), flags);
            if (pattern.matches("")) {
                throw new ExprEvalException("The pattern of REPLACE matches the empty string");
            }
            try {
                String replacement = values.get(2).asString();
                boolean literal = flags != null && flags.asString().indexOf('q') >= 0;
                String replaced = replaced(
                        pattern,
                        text.getLiteralLexicalForm(),
                        literal ? Matcher.quoteReplacement(replacement) : replacement);
                return text.getLiteralLanguage().isEmpty()
                        ? NodeValue.makeString(replaced)
                        : NodeValue.makeLangString(replaced, text.getLiteralLanguage());
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new ExprEvalException("Bad replacement: " + values.get(2).asString(), e);
            }
        }

        private String replaced(Pattern pattern, String text, String replacement) {
            Matcher matcher = matcher(pattern, text);
            StringBuilder result = new StringBuilder();
            int copied = 0;
            while (matcher.find()) {
                // Before it is made: a replacement may name a long group thousands of times.
                meter.text((long) result.length() + matcher.start() - copied + length(replacement, matcher));
                matcher.appendReplacement(result, replacement);
                copied = matcher.end();
            }
            matcher.appendTail(result);
            meter.text(result.length());
            return result.toString();
        }

        /** How long the replacement of a match is at most: each group that it names may be the longest one. */
        private static long length(String replacement, Matcher matcher) {
            long longest = 0;
            for (int group = 0; group <= matcher.groupCount(); group++) {
                longest = Math.max(longest, (long) matcher.end(group) - matcher.start(group));
            }
            long named = replacement.chars().filter(c -> c == '$').count();
            return replacement.length() + named * longest;
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replace(arguments, meter);
        }
    }
}
