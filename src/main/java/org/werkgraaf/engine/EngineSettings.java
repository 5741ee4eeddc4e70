package org.werkgraaf.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the store is that answers queries, and what it may take.
 *
 * @param query address that answers queries
 * @param update address that takes updates; null when the store is not written to
 * @param data address of the graph store protocol; null when the store is not written to
 * @param user who we are to it; empty for nobody
 * @param password the secret between us
 * @param lookSeconds how often it is looked whether it has what is served
 * @param graceSeconds how long a release stays there that is served no more
 * @param connectMillisMax how long a connection may take
 * @param writeMillisMax how long one graph may take to be written or read
 * @param paths whether it is asked what follows a path of any length
 * @param digests whether what it holds is compared by digests, and not only counted
 */
public record EngineSettings(
        URI query,
        @Nullable URI update,
        @Nullable URI data,
        String user,
        String password,
        int lookSeconds,
        int graceSeconds,
        int connectMillisMax,
        int writeMillisMax,
        boolean digests,
        boolean paths) {
    /**
     * Reads an address.
     *
     * @param setting its name
     * @throws IllegalArgumentException when it is none, or has credentials in it
     */
    public static URI address(String setting, String value) {
        try {
            URI address = new URI(value);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getUserInfo() != null) {
                throw new IllegalArgumentException("The setting " + setting + " has a user in it; use"
                        + " werkgraaf.sparql.engine.user and werkgraaf.sparql.engine.password.");
            }
            if ((scheme.equals("http") || scheme.equals("https")) && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below, for all that is no address.
        }
        throw new IllegalArgumentException(
                "The setting " + setting + " is '" + value + "'; use an address that begins with http:// or https://.");
    }

    /** Without the secret, which is in no log. */
    @Override
    public String toString() {
        return "EngineSettings[" + query + "]";
    }

    /** Whether releases are put there by this service. */
    boolean writes() {
        return update != null;
    }
}
