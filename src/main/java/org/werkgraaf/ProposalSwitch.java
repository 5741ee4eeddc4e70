package org.werkgraaf;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.werkgraaf.account.AccountException;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.account.Right;
import org.werkgraaf.curate.Proposals;
import org.werkgraaf.store.StoreException;

/** Whether readers may propose corrections: only where somebody can answer, and what was taken is kept. */
final class ProposalSwitch {
    private static final Logger LOG = LoggerFactory.getLogger(ProposalSwitch.class);

    private ProposalSwitch() {}

    /** Why they may not, and what to do about it; absent when they may. */
    static @Nullable String offBecause(Settings settings, Accounts accounts) {
        if (!settings.proposals().enabled()) {
            return "Proposals are off (werkgraaf.proposals.enabled). Tell whoever runs the service what is wrong.";
        }
        boolean curated = settings.signIn().enabled() && isThereACurator(accounts);
        if (settings.admin().token().isEmpty() && !curated) {
            return "Nobody can answer proposals here, since the service has no token for that (werkgraaf.admin.token) and no"
                    + " account of a curator. Tell whoever runs it what is wrong.";
        }
        return settings.inMemory()
                ? "Proposals would be lost here, since the service keeps nothing (werkgraaf.storage). Tell whoever runs it"
                        + " what is wrong."
                : null;
    }

    /** As above, and why they cannot be kept, which keeps nobody from reading: a service is more than its box. */
    static @Nullable String offBecause(Settings settings, Accounts accounts, ObjectProvider<Proposals> proposals) {
        String off = offBecause(settings, accounts);
        if (off != null) {
            return off;
        }
        try {
            proposals.getObject();
            return null;
        } catch (BeansException e) {
            String reason = reason(e);
            if (reason == null) {
                throw e;
            }
            LOG.error("Proposals of readers are not taken: {}", reason);
            return "Proposals cannot be kept here at the moment. Tell whoever runs the service what is wrong; the log says"
                    + " why.";
        }
    }

    private static @Nullable String reason(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException) {
                return cause.getMessage();
            }
        }
        return null;
    }

    /** Whether anybody has an account by which he answers proposals and writes changes. */
    static boolean isThereACurator(Accounts accounts) {
        try {
            return accounts.all().stream()
                    .anyMatch(account -> account.role().rights().contains(Right.PROPOSALS_ANSWER));
        } catch (AccountException e) {
            // Who signs in is told.
            return false;
        }
    }
}
