package org.werkgraaf.web.http;

import java.util.OptionalInt;

/** Which characters XML 1.0 has a place for; the others cannot even be escaped. */
public final class XmlCharacters {
    private XmlCharacters() {}

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    /** The first character of a text that XML has no place for. */
    public static OptionalInt firstForbidden(String text) {
        return text.codePoints().filter(character -> !isAllowed(character)).findFirst();
    }

    /**
     * Refuses a text that XML cannot hold.
     *
     * @throws RequestException when it has such a character; it names it
     */
    public static void check(String text) {
        OptionalInt forbidden = firstForbidden(text);
        if (forbidden.isPresent()) {
            throw new RequestException(
                    ErrorCode.NOT_ACCEPTABLE,
                    String.format(
                            "A value holds the character U+%04X, for which XML has no place. Ask for a JSON format or for"
                                    + " Turtle, CSV or TSV.",
                            forbidden.getAsInt()));
        }
    }

    /** The text with a space for each character that XML has no place for. */
    public static String without(String text) {
        return firstForbidden(text).isEmpty()
                ? text
                : text.codePoints()
                        .map(character -> isAllowed(character) ? character : ' ')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
