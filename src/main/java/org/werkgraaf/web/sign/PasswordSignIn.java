package org.werkgraaf.web.sign;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.werkgraaf.account.Account;
import org.werkgraaf.account.AccountException;
import org.werkgraaf.account.Accounts;

/** Signs in by name and password, as often as may be tried and as many as may at a time: looking at a password takes long. */
final class PasswordSignIn implements AuthenticationManager {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);
    private static final long WAIT_SECONDS = 5;

    private final Accounts accounts;
    private final FailedAttempts failures;
    private final Semaphore atOnce;

    PasswordSignIn(Accounts accounts, FailedAttempts failures, int atOnceMax) {
        this.accounts = accounts;
        this.failures = failures;
        this.atOnce = new Semaphore(atOnceMax);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        FailedAttempts.Attempt attempt = (FailedAttempts.Attempt) Objects.requireNonNull(asked.getDetails());
        Account account = find(attempt, String.valueOf(asked.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("wrong"));
        return UsernamePasswordAuthenticationToken.authenticated(
                new Person(account.name(), account.era()), null, List.of());
    }

    /**
     * The account whose name and password these are.
     *
     * @throws org.springframework.security.core.AuthenticationException when it is not looked at: too many failed, or many try now
     */
    Optional<Account> find(FailedAttempts.Attempt attempt, String password) {
        if (failures.locked(attempt)) {
            throw new LockedException("locked");
        }
        try {
            if (!atOnce.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AuthenticationServiceException("busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("busy", e);
        }
        try {
            Optional<Account> account = accounts.byPassword(attempt.name().strip(), password);
            account.ifPresentOrElse(known -> failures.succeeded(attempt), () -> failed(attempt));
            return account;
        } catch (AccountException e) {
            LOG.error("Nobody can sign in: {}", e.getMessage());
            throw new AuthenticationServiceException("busy", e);
        } finally {
            atOnce.release();
        }
    }

    /** A name that there is not may be a password in the wrong field, and stands in no log. */
    private void failed(FailedAttempts.Attempt attempt) {
        boolean locked = failures.failed(attempt);
        LOG.atInfo()
                .addKeyValue(
                        "account",
                        accounts.find(attempt.name().strip()).map(Account::name).orElse("unknown"))
                .log(locked ? "sign-in failed, and is locked" : "sign-in failed");
    }
}
