package org.werkgraaf.query;

/** How deeply brackets are nested in the text of a query. Parsers and optimisers go down one level at a time. */
final class Nesting {
    static final int MAX = 100;

    private Nesting() {}

    static int of(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '{', '(', '[' -> deepest = Math.max(deepest, ++depth);
                case '}', ')', ']' -> depth--;
                case '#' -> i = end(text, i, '\n');
                case '"', '\'' -> i = endOfString(text, i, c);
                case '<' -> i = endOfIri(text, i);
                // Names may hold escaped brackets.
                case '\\' -> i++;
                default -> {}
            }
        }
        return deepest;
    }

    private static int end(String text, int from, char until) {
        int end = text.indexOf(until, from);
        return end < 0 ? text.length() : end;
    }

    /** An address holds no space and no bracket; otherwise this is the sign for less. */
    private static int endOfIri(String text, int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i;
            }
            if (c <= ' ' || "<\"{}|^`\\".indexOf(c) >= 0) {
                return start;
            }
        }
        return start;
    }

    private static int endOfString(String text, int start, char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(three, start);
        for (int i = start + (isLong ? 3 : 1); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (isLong ? text.startsWith(three, i) : c == quote || c == '\n') {
                return isLong ? i + 2 : i;
            }
        }
        return text.length();
    }
}
