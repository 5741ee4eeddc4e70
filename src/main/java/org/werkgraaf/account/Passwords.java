package org.werkgraaf.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Which passwords are taken, how they are kept, and whether somebody has the right one. */
public final class Passwords {
    /** Of more bytes bcrypt would look at the first ones only. */
    public static final int BYTES_MAX = 72;

    private static final int DIFFERENT_MIN = 5;

    private final AccountLimits limits;
    private final BCryptPasswordEncoder encoder;
    private @Nullable String nobodys;

    /** @param limits how short they may be, and how long a guess takes */
    public Passwords(AccountLimits limits) {
        this.limits = limits;
        this.encoder = new BCryptPasswordEncoder(limits.passwordCost());
    }

    /**
     * What is kept of a new password.
     *
     * @param name the account that it is for
     * @throws AccountException when it is too short, too long or too easy to guess
     */
    public String hash(String name, String password) {
        if (password.codePointCount(0, password.length()) < limits.passwordLengthMin()) {
            throw AccountException.bad(
                    "The password has fewer than " + limits.passwordLengthMin()
                            + " characters (werkgraaf.sign-in.password-length-min). A few words in a row are easy to keep in mind.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            throw AccountException.bad("The password has more than " + BYTES_MAX + " bytes; take a shorter one.");
        }
        boolean itsName = password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
        if (itsName || password.codePoints().distinct().count() < DIFFERENT_MIN) {
            throw AccountException.bad("The password is easy to guess: it has the name in it, or fewer than "
                    + DIFFERENT_MIN + " different characters. Take another one.");
        }
        return encoder.encode(password);
    }

    /**
     * Whether a password is the right one. It takes as long for who has none, so that time tells nobody which accounts there are.
     *
     * @param hash what is kept of it; absent when there is nothing to compare with
     */
    public boolean matches(String password, @Nullable String hash) {
        boolean possible = hash != null && password.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX;
        String tried = possible ? password : "x";
        return encoder.matches(tried, hash == null ? ofNobody() : hash) && possible;
    }

    private synchronized String ofNobody() {
        if (nobodys == null) {
            nobodys = encoder.encode("nobody has this password");
        }
        return nobodys;
    }
}
