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
 */
public record SignInSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1000") int accountsMax,
        @DefaultValue("12") int passwordLengthMin,
        @DefaultValue("12") int passwordCost,
        @DefaultValue("20") int tokensMax,
        @DefaultValue("366") int tokenDaysMax) {}
