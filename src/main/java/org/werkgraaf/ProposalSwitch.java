package org.werkgraaf;

import org.jspecify.annotations.Nullable;
import org.werkgraaf.account.AccountException;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Right;

/** Whether readers may propose corrections: only where somebody can answer, and what was taken is kept. */
final class ProposalSwitch {
    private ProposalSwitch() {}

    /** Why they may not, and what to do about it; absent when they may. */
    static @Nullable String offBecause(Settings settings, Accounts accounts) {
        if (!settings.proposals().enabled()) {
            return "Proposals are off (werkgraaf.proposals.enabled). Tell whoever runs the service what is wrong.";
        }
        if (settings.admin().token().isEmpty() && !isThereACurator(settings, accounts)) {
            return "Nobody can answer proposals here, since the service has no token for that (werkgraaf.admin.token) and no"
                    + " account of a curator. Tell whoever runs it what is wrong.";
        }
        return settings.inMemory()
                ? "Proposals would be lost here, since the service keeps nothing (werkgraaf.storage). Tell whoever runs it"
                        + " what is wrong."
                : null;
    }

    private static boolean isThereACurator(Settings settings, Accounts accounts) {
        try {
            return settings.signIn().enabled()
                    && accounts.all().stream()
                            .anyMatch(account -> account.role().rights().contains(Right.PROPOSALS_ANSWER));
        } catch (AccountException e) {
            // Who signs in is told.
            return false;
        }
    }
}
