package org.werkgraaf.query;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.util.FmtUtils;

/**
 * Writes a saved question with its parameters filled in, for readers: with the comments and the layout of its file. It is never
 * run by us, and is only given out when it parses to the very query that we do run.
 */
final class FilledText {
    /** What a variable may not be looked for in, then a variable. */
    private static final Pattern TOKENS =
            Pattern.compile("#[^\\n]*|<[^<>\\s]*>|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[?$](\\w+)");

    private FilledText() {}

    /** The variables in the text of a query. */
    static Set<Var> variables(String sparql) {
        return TOKENS.matcher(sparql)
                .results()
                .filter(token -> token.group(1) != null)
                .map(token -> Var.alloc(token.group(1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String of(SavedQuestion question, Map<Var, Node> bindings) {
        Query bound = question.bound(bindings);
        String text = replace(question, bindings);
        return means(text, bound) ? text : bound.serialize();
    }

    private static String replace(SavedQuestion question, Map<Var, Node> bindings) {
        return TOKENS.matcher(question.sparql()).replaceAll(token -> {
            Node value = token.group(1) == null ? null : bindings.get(Var.alloc(token.group(1)));
            return Matcher.quoteReplacement(
                    value == null
                            ? token.group()
                            : FmtUtils.stringForNode(value, question.select().getPrefixMapping()));
        });
    }

    private static boolean means(String text, Query bound) {
        try {
            return QueryFactory.create(text).equals(bound);
        } catch (QueryException e) {
            return false;
        }
    }
}
