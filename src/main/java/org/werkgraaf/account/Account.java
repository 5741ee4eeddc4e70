package org.werkgraaf.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param name by which he signs in and stands for what he does
 * @param role what he may do
 * @param password bcrypt hash of his password; absent for who signs in elsewhere only
 * @param identity who he is where he signs in elsewhere; absent for who has a password only
 * @param disabled whether he is kept out for now
 * @param created since when he has an account
 * @param era counts what ends all sessions: another password, another role, being kept out
 * @param tokens by which programs act for him
 */
public record Account(
        String name,
        Role role,
        @Nullable String password,
        @Nullable String identity,
        boolean disabled,
        Instant created,
        int era,
        List<AccessToken> tokens) {

    /** The same with another password. */
    Account withPassword(String hash) {
        return new Account(name, role, hash, identity, disabled, created, era + 1, tokens);
    }

    /** The same with another role. */
    Account withRole(Role other) {
        return new Account(name, other, password, identity, disabled, created, era + 1, tokens);
    }

    /** The same, kept out or let in. */
    Account disabled(boolean out) {
        return new Account(name, role, password, identity, out, created, era + 1, tokens);
    }

    /** The same without sessions. */
    Account withoutSessions() {
        return new Account(name, role, password, identity, disabled, created, era + 1, tokens);
    }

    /** The same with other tokens. */
    Account withTokens(List<AccessToken> others) {
        return new Account(name, role, password, identity, disabled, created, era, List.copyOf(others));
    }
}
