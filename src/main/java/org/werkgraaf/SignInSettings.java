package org.werkgraaf;

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
        @DefaultValue("5") int sessionsMax) {}
