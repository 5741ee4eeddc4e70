package org.werkgraaf.index;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What people paste, without what they do not see: soft hyphens, zero-width and direction characters, spaces and hyphens that do
 * not break, and accents that stand apart from their letter.
 */
final class PastedText {
    /** Characters that take no room: the soft hyphen, the zero-width space and joiners, the byte order mark, directions. */
    static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x{34F}\\x{FE00}-\\x{FE0F}]");

    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s\\x{85}]");
    private static final Pattern HYPHEN = Pattern.compile("[\\x{2010}-\\x{2012}\\x{2212}\\x{FE63}\\x{FF0D}]");
    /** The number of an act in the form that has its changes worked in, with the day: 02016R0679-20160504. */
    private static final Pattern CONSOLIDATED =
            Pattern.compile("(?<![\\p{L}\\p{N}])0(\\d{4}[A-Za-z]{1,2}\\d{4})(?:-\\d{8})?(?![\\p{L}\\p{N}])");

    private PastedText() {}

    /** The text as somebody would have typed it; what a reader sees of it stays. */
    static String plain(String text) {
        String seen = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        String typed = HYPHEN.matcher(SPACE.matcher(seen).replaceAll(" ")).replaceAll("-");
        return CONSOLIDATED.matcher(decoded(typed)).replaceAll("3$1");
    }

    /** An address may hide an identifier behind percent signs. */
    private static String decoded(String text) {
        if (!text.contains("://") || !text.contains("%")) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
