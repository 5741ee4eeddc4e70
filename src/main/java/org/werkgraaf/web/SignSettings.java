package org.werkgraaf.web;

/**
 * How people sign in.
 *
 * @param enabled whether they may, once there is an account
 * @param passwordLengthMin shortest password, in characters
 * @param tokenDaysMax longest life of a token, in days
 * @param failuresMax after how many attempts with one name that failed no more are looked at for a while
 * @param failuresPerClientMax the same of one address
 * @param failureSeconds how long that while is
 * @param atOnceMax how many passwords are looked at at a time
 * @param idleSeconds how long somebody stays signed in who does nothing
 * @param sessionSeconds how long somebody stays signed in at all
 * @param sessionsMax in how many browsers at a time
 */
public record SignSettings(
        boolean enabled,
        int passwordLengthMin,
        int tokenDaysMax,
        int failuresMax,
        int failuresPerClientMax,
        int failureSeconds,
        int atOnceMax,
        int idleSeconds,
        int sessionSeconds,
        int sessionsMax) {}
