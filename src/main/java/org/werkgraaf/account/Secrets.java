package org.werkgraaf.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.werkgraaf.store.Sha256;

/** Makes tokens that nobody can guess, and what is kept of them. */
final class Secrets {
    /** By which a token is known for one, also to programs that look for secrets in what is published. */
    static final String PREFIX = "wg_";

    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String token() {
        return PREFIX + random(SECRET_BYTES);
    }

    /** In hexadecimals, since it is typed. */
    static String id() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String hash(String token) {
        return Sha256.of(token);
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
