package org.werkgraaf.web.text;

/** Small work on text that callers sent. */
public final class GivenText {
    private static final int SHOWN_MAX = 60;

    private GivenText() {}

    /** The text, cut so that it can stand in a message. */
    public static String shorten(String text) {
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    }
}
