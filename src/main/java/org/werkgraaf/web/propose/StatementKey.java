package org.werkgraaf.web.propose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a statement of a page: {@code [subject ][^]property=value}. */
final class StatementKey {
    private static final int VALUE_MAX = 120;
    private static final int DIGEST_BYTES = 8;

    private StatementKey() {}

    /** Of a statement about the thing of the page. */
    static String of(String property, String value) {
        return property + "=" + brief(value);
    }

    /** Of a statement about another thing. */
    static String of(String subject, String property, String value) {
        return subject + " " + of(property, value);
    }

    /** Of a link that leads from another thing to the one of the page. */
    static String inverse(String property, String value) {
        return "^" + of(property, value);
    }

    /** The key that somebody means who wrote a long value in full. */
    static String normal(String given) {
        int equals = given.indexOf('=');
        return equals < 0 ? given : given.substring(0, equals + 1) + brief(given.substring(equals + 1));
    }

    /** Long texts would make a form of megabytes, so a digest stands for them. */
    private static String brief(String value) {
        if (value.length() <= VALUE_MAX) {
            return value;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return "#" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
