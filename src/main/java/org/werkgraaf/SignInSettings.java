package org.werkgraaf;

import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign in, and how. Each is documented in {@code docs/operations.md}.
 *
 * @param enabled whether people may sign in, once there is an account
 * @param accountsMax most accounts
 * @param passwordLengthMin shortest password, in characters
 * @param passwordCost cost of bcrypt: each more doubles how long a guess takes
 * @param tokensMax most tokens of one account
 * @param tokenDaysMax longest life of a token, in days
 * @param failuresMax after how many attempts with one name that failed no more are looked at for a while
 * @param failuresPerClientMax the same of one address
 * @param failureSeconds how long that while is
 * @param atOnceMax how many passwords are looked at at a time
 * @param idleSecondsMax how long somebody stays signed in who does nothing
 * @param sessionSecondsMax how long somebody stays signed in at all
 * @param sessionsMax in how many browsers somebody is signed in at a time
 * @param openid who else may say who somebody is
 */
public record SignInSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1000") int accountsMax,
        @DefaultValue("12") int passwordLengthMin,
        @DefaultValue("12") int passwordCost,
        @DefaultValue("20") int tokensMax,
        @DefaultValue("366") int tokenDaysMax,
        @DefaultValue("10") int failuresMax,
        @DefaultValue("20") int failuresPerClientMax,
        @DefaultValue("900") int failureSeconds,
        @DefaultValue("2") int atOnceMax,
        @DefaultValue("1800") int idleSecondsMax,
        @DefaultValue("36000") int sessionSecondsMax,
        @DefaultValue("5") int sessionsMax,
        @DefaultValue OpenIdConnectSettings openid) {
    /**
     * @param issuer its address, as it names itself; empty for nobody
     * @param clientId as whom it knows the service
     * @param clientSecret what it and the service know
     * @param claim what of its answer is the identity of an account
     * @param hosts further hosts on which the issuer may be asked
     * @param millisMax how long it may take to answer
     */
    public record OpenIdConnectSettings(
            @DefaultValue("") String issuer,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("sub") String claim,
            @DefaultValue({}) Set<String> hosts,
            @DefaultValue("5000") int millisMax) {}
}
