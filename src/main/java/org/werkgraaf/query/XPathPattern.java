package org.werkgraaf.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.apache.jena.sparql.expr.ExprEvalException;

/**
 * A regular expression of XPath, which is what SPARQL has, rewritten for RE2 so that it means the same: {@code \w} and {@code \d} are
 * those of Unicode, a point takes no end of a line, and the flag {@code x} leaves classes alone. What RE2 would read in silence as
 * something else is an error that says so.
 */
final class XPathPattern {
    private static final String SPACE = " \t\n\r";
    private static final String SPACES = " \\t\\n\\r";
    /** All categories but punctuation, separators and control characters. */
    private static final String WORD = "\\p{L}\\p{M}\\p{N}\\p{S}";

    private static final String NOT_WORD = "\\p{P}\\p{Z}\\p{C}";

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final boolean extended;
    private final boolean dotAll;
    private int at;

    private XPathPattern(String text, boolean extended, boolean dotAll) {
        this.text = text;
        this.extended = extended;
        this.dotAll = dotAll;
    }

    /**
     * Compiles a pattern.
     *
     * @param text the pattern
     * @param flags those of XPath: i, m, q, s, x
     * @throws ExprEvalException when it cannot be used; the message says why
     */
    static Pattern compile(String text, String flags) {
        int options = 0;
        for (char flag : flags.toCharArray()) {
            switch (flag) {
                case 'i' -> options |= Pattern.CASE_INSENSITIVE;
                case 's' -> options |= Pattern.DOTALL;
                case 'm' -> options |= Pattern.MULTILINE;
                case 'x', 'q' -> {
                    // Below: the one decides how the text is read, the other that it is not.
                }
                default -> throw new ExprEvalException("Unknown flag of a regular expression: " + flag);
            }
        }
        String rewritten = flags.indexOf('q') >= 0
                ? Pattern.quote(text)
                : new XPathPattern(text, flags.indexOf('x') >= 0, flags.indexOf('s') >= 0).rewritten();
        if (RegexSize.isTooLarge(rewritten)) {
            throw new ExprEvalException("The regular expression is too large, or repeats too often: " + shorten(text));
        }
        try {
            return Pattern.compile(rewritten, options);
        } catch (PatternSyntaxException e) {
            throw new ExprEvalException(
                    "Bad regular expression: " + shorten(text) + " (" + e.getDescription() + ")", e);
        }
    }

    private String rewritten() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                escape(false);
            } else if (c == '[') {
                characters();
            } else if (c == '.' && !dotAll) {
                out.append("[^\\n\\r]");
                at++;
            } else {
                if (!extended || SPACE.indexOf(c) < 0) {
                    out.append(c);
                }
                at++;
            }
        }
        return out.toString();
    }

    /** A class, to its closing bracket. */
    private void characters() {
        int start = at;
        out.append(text.charAt(at++));
        if (at < text.length() && text.charAt(at) == '^') {
            out.append(text.charAt(at++));
        }
        while (at < text.length() && text.charAt(at) != ']') {
            char c = text.charAt(at);
            if (c == '[') {
                throw new ExprEvalException(
                        text.charAt(at - 1) == '-' && at - 1 > start
                                ? "Leaving characters out of a class, as in " + shorten(text.substring(start))
                                        + ", cannot be done here; list those that are meant, such as [b-df-hj-np-tv-z]"
                                : "A [ within a class must be written \\[, as XPath has no classes within classes: "
                                        + shorten(text.substring(start)));
            }
            if (c == '\\') {
                escape(true);
            } else {
                // RE2 has no meaning for them in a class, but what it reads should not depend on that.
                out.append(c == '&' || c == '~' ? "\\" + c : String.valueOf(c));
                at++;
            }
        }
        if (at < text.length()) {
            out.append(text.charAt(at++));
        }
    }

    private void escape(boolean within) {
        char escaped = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        at += 2;
        switch (escaped) {
            case 'd' -> out.append("\\p{Nd}");
            case 'D' -> out.append("\\P{Nd}");
            case 'w' -> out.append(within ? WORD : "[" + WORD + "]");
            case 'W' -> out.append(within ? NOT_WORD : "[^" + WORD + "]");
            case 's' -> out.append(within ? SPACES : "[" + SPACES + "]");
            case 'S' -> out.append(within ? "\\S" : "[^" + SPACES + "]");
            case 'c', 'C', 'i', 'I' ->
                throw new ExprEvalException("The characters of XML names, \\" + escaped
                        + ", are not offered; write the class that is meant, such as [A-Za-z_:]");
            default -> {
                out.append('\\');
                if (at <= text.length()) {
                    out.append(escaped);
                }
            }
        }
    }

    private static String shorten(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "..." : text;
    }
}
