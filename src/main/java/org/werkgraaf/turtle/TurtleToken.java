package org.werkgraaf.turtle;

/**
 * The smallest part of a text that says something.
 *
 * @param kind what it is
 * @param start where it begins
 * @param end where it ends, the first character behind it
 */
record TurtleToken(Kind kind, int start, int end) {
    /** What a token can be. */
    enum Kind {
        /** Between angle brackets. */
        IRI,
        /** With a prefix. */
        NAME,
        /** A blank node with a name. */
        BLANK,
        /** A text in quotation marks of any kind. */
        STRING,
        /** An at sign with a language, or with a word that sets a prefix. */
        AT,
        /** A word without a colon. */
        WORD,
        NUMBER,
        /** A single sign of punctuation. */
        SIGN,
        /** What stands before a datatype. */
        CARETS,
        /** Behind the last token. */
        END
    }

    /** What is written there. */
    String of(String text) {
        return text.substring(start, end);
    }

    boolean is(String text, char sign) {
        return kind == Kind.SIGN && text.charAt(start) == sign;
    }
}
