package org.werkgraaf.web;

import java.util.Set;

/**
 * Who else may say who somebody is, by OpenID Connect.
 *
 * @param issuer its address; empty for nobody
 * @param clientId as whom it knows the service
 * @param clientSecret what it and the service know
 * @param claim what of its answer is the identity of an account
 * @param hosts further hosts on which the issuer may be asked
 * @param millisMax how long it may take to answer
 */
public record OpenIdSettings(
        String issuer, String clientId, String clientSecret, String claim, Set<String> hosts, int millisMax) {
    /** Whether there is somebody. */
    public boolean on() {
        return !issuer.isEmpty();
    }
}
