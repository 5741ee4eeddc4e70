package org.werkgraaf.account;

import java.time.Instant;
import java.util.Set;

/**
 * A token of somebody, by which programs act for him.
 *
 * @param id names it, and is no secret
 * @param label what its owner calls it
 * @param hash SHA-256 of the token, in hexadecimals; it has enough random bits that nothing slower is needed
 * @param scopes what it may at most; less when its owner may less
 * @param created when it was made
 * @param expires from when it is nothing any more
 */
public record AccessToken(String id, String label, String hash, Set<Right> scopes, Instant created, Instant expires) {
    /** Whether it can be used at that time. */
    public boolean validAt(Instant now) {
        return now.isBefore(expires);
    }
}
