package org.werkgraaf.change;

import java.util.OptionalInt;

/** Characters that nobody sees and no text needs, such as those that come along when one copies from a document. */
public final class ControlCharacters {
    private ControlCharacters() {}

    /** The first one in a text; those that end a line and that which is a tab are none. */
    public static OptionalInt find(String text) {
        return text.codePoints()
                .filter(each -> Character.isISOControl(each) && each != '\n' && each != '\r' && each != '\t')
                .findFirst();
    }

    /** Names one as {@code U+000B}. */
    public static String name(int character) {
        return String.format("U+%04X", character);
    }

    static void require(String where, String text) {
        find(text).ifPresent(each -> {
            throw ChangeException.malformed(
                    "A text (" + where + ") has the control character " + name(each)
                            + ", which nobody sees and which often comes along when one copies from a document. Type it anew there.");
        });
    }
}
