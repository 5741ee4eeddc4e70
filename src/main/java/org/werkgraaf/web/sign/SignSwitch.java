package org.werkgraaf.web.sign;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.werkgraaf.account.AccountException;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.web.SignSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Whether anybody can sign in: from the first account on, unless it is switched off. */
@Component
class SignSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(SignSwitch.class);

    private final SignSettings settings;
    private final Accounts accounts;

    SignSwitch(SignSettings settings, Accounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    /**
     * Whether there is somebody who could.
     *
     * @throws RequestException when that cannot be known
     */
    boolean on() {
        try {
            return settings.enabled() && !accounts.all().isEmpty();
        } catch (AccountException e) {
            throw told(e);
        }
    }

    /**
     * Goes on only where somebody can sign in.
     *
     * @throws RequestException as if there were no such address, when nobody can
     */
    void require() {
        if (!on()) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND, "Nobody can sign in here, since there is no account. Look for it at /search.");
        }
    }

    /** The error that a caller is told. */
    static RequestException told(AccountException e) {
        if (e.reason() == AccountException.Reason.NOT_KEPT || e.reason() == AccountException.Reason.UNREADABLE) {
            LOG.error("Nobody can sign in: {}", e.getMessage());
        }
        return new RequestException(
                switch (e.reason()) {
                    case UNKNOWN -> ErrorCode.NOT_FOUND;
                    case TAKEN, BAD_VALUE -> ErrorCode.BAD_PARAMETER;
                    case NOT_KEPT, UNREADABLE -> ErrorCode.ACCOUNTS_UNAVAILABLE;
                },
                switch (e.reason()) {
                    // Where it lies is for who runs the service, and stands in the log.
                    case NOT_KEPT, UNREADABLE ->
                        "The accounts cannot be read or written; whoever runs the service" + " finds why in its log.";
                    default -> String.valueOf(e.getMessage());
                });
    }
}
