package org.werkgraaf.turtle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.werkgraaf.turtle.TurtleToken.Kind;

/** Takes a text apart into tokens; space and remarks lie between them. */
final class TurtleTokens {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]*\\.[0-9]+|[0-9]+)(?:[eE][+-]?[0-9]+)?");

    private final String text;
    private final List<TurtleToken> tokens = new ArrayList<>();
    private int at;

    private TurtleTokens(String text) {
        this.text = text;
    }

    /**
     * All tokens in order; the last one is the end.
     *
     * @throws TurtleException when something is left open
     */
    static List<TurtleToken> of(String text) {
        return new TurtleTokens(text).read();
    }

    private List<TurtleToken> read() {
        while (skip()) {
            int start = at;
            Kind kind = token(text.charAt(at));
            tokens.add(new TurtleToken(kind, start, at));
        }
        tokens.add(new TurtleToken(Kind.END, text.length(), text.length()));
        return tokens;
    }

    /** Goes to the next token; false at the end. */
    private boolean skip() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '#') {
                int line = text.indexOf('\n', at);
                at = line < 0 ? text.length() : line;
            } else if (Character.isWhitespace(next) || next == '\uFEFF') {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private Kind token(char first) {
        switch (first) {
            case '<' -> {
                int close = text.indexOf('>', at);
                if (close < 0 || text.startsWith("<<", at)) {
                    throw TurtleException.at(
                            text, at, "An IRI is not closed, or a statement stands in the place of a thing.");
                }
                at = close + 1;
                return Kind.IRI;
            }
            case '"', '\'' -> {
                string(first);
                return Kind.STRING;
            }
            case '@' -> {
                at++;
                while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
                    at++;
                }
                return Kind.AT;
            }
            case '^' -> {
                at += 2;
                return Kind.CARETS;
            }
            case ';', ',', '[', ']', '(', ')', '{', '}' -> {
                at++;
                return Kind.SIGN;
            }
            default -> {
                return wordOrNumber(first);
            }
        }
    }

    private Kind wordOrNumber(char first) {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt() && (number.end() == text.length() || !isOfName(text.charAt(number.end())))) {
            at = number.end();
            return Kind.NUMBER;
        }
        if (first == '.') {
            at++;
            return Kind.SIGN;
        }
        int start = at;
        boolean colon = false;
        while (at < text.length() && isOfName(text.charAt(at))) {
            colon |= text.charAt(at) == ':';
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        while (at > start && text.charAt(at - 1) == '.' && (at < start + 2 || text.charAt(at - 2) != '\\')) {
            at--;
        }
        if (at == start || at > text.length()) {
            throw TurtleException.at(text, start, "Here stands a sign that belongs to nothing.");
        }
        return !colon ? Kind.WORD : text.startsWith("_:", start) ? Kind.BLANK : Kind.NAME;
    }

    private static boolean isOfName(char sign) {
        return Character.isLetterOrDigit(sign)
                || Character.isSurrogate(sign)
                || "_-.:%\\\u00B7".indexOf(sign) >= 0
                || Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    private void string(char quote) {
        int start = at;
        String three = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(three, at);
        at += isLong ? 3 : 1;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\\') {
                at += 2;
            } else if (isLong ? text.startsWith(three, at) : next == quote) {
                at += isLong ? 3 : 1;
                // Up to two marks may stand right before the three that close.
                while (isLong && at < text.length() && text.charAt(at) == quote) {
                    at++;
                }
                return;
            } else if (!isLong && next == '\n') {
                break;
            } else {
                at++;
            }
        }
        throw TurtleException.at(text, start, "A quotation mark is not closed.");
    }
}
