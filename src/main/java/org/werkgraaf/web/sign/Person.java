package org.werkgraaf.web.sign;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody who has signed in.
 *
 * @param name the account
 * @param era that of the account when it was; with another one, this is nothing any more
 */
record Person(String name, int era) implements AuthenticatedPrincipal, Serializable {
    @Override
    public String getName() {
        return name;
    }
}
