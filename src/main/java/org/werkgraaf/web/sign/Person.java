package org.werkgraaf.web.sign;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * Somebody who has signed in.
 *
 * @param name the account
 * @param era that of the account when it was; with another one, this is nothing any more
 */
record Person(String name, int era) implements OAuth2User, Serializable {
    @Override
    public String getName() {
        return name;
    }

    /** What an issuer says about somebody is not kept. */
    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    /** What somebody may do is looked up when he does it. */
    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }
}
