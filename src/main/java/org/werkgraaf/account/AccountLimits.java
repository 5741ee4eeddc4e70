package org.werkgraaf.account;

/**
 * What accounts may be.
 *
 * @param accountsMax most accounts
 * @param passwordLengthMin shortest password, in characters
 * @param passwordCost the cost of bcrypt: each more doubles how long a guess takes
 * @param tokensMax most tokens of one account
 * @param tokenDaysMax longest life of a token, in days
 */
public record AccountLimits(
        int accountsMax, int passwordLengthMin, int passwordCost, int tokensMax, int tokenDaysMax) {}
