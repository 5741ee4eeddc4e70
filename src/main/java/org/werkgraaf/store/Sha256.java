package org.werkgraaf.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests that nobody can forge. */
public final class Sha256 {
    private Sha256() {}

    /** One that is still to be filled. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** That of some bytes, in hexadecimal. */
    public static String of(byte[] bytes) {
        return hex(begin().digest(bytes));
    }

    /** That of a text in UTF-8, in hexadecimal. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** That of what one was filled with, in hexadecimal; it can be filled anew after this. */
    public static String hex(MessageDigest filled) {
        return hex(filled.digest());
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
