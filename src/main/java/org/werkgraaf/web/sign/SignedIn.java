package org.werkgraaf.web.sign;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.werkgraaf.account.Account;
import org.werkgraaf.account.AccountException;
import org.werkgraaf.account.Accounts;

/** The account of who has signed in and asks now; nobody where no filter looked at a session. */
@Component
class SignedIn {
    private final SignSwitch signing;
    private final Accounts accounts;

    SignedIn(SignSwitch signing, Accounts accounts) {
        this.signing = signing;
        this.accounts = accounts;
    }

    /**
     * The account, as it is now.
     *
     * @throws org.werkgraaf.web.http.RequestException when accounts cannot be read
     */
    Optional<Account> account() {
        if (!signing.on()) {
            return Optional.empty();
        }
        try {
            return Present.person().flatMap(this::of);
        } catch (AccountException e) {
            throw SignSwitch.told(e);
        }
    }

    /** The account of somebody, unless it changed so that he is to sign in again. */
    Optional<Account> of(Person person) {
        return accounts.find(person.name()).filter(account -> !account.disabled() && account.era() == person.era());
    }
}
