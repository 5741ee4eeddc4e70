package org.werkgraaf.content;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A run of lines in the text edition of a document. */
record TextLines(int first, int last) {
    private static final Pattern RUN = Pattern.compile("(\\d+)(?:-(\\d+))?");

    /** The runs in a value of {@code wg:line}, such as {@code 123-125}. */
    static List<TextLines> of(String text) {
        return Stream.of(text.split("[,; ]+")).map(TextLines::run).toList();
    }

    private static TextLines run(String text) {
        Matcher match = RUN.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a line or a run of lines such as 12-15.");
        }
        int first = Integer.parseInt(match.group(1));
        return new TextLines(first, match.group(2) == null ? first : Integer.parseInt(match.group(2)));
    }

    boolean isWithin(int lines, TextLines other) {
        return first - lines <= other.last && last + lines >= other.first;
    }
}
