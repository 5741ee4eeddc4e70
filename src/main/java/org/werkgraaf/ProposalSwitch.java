package org.werkgraaf;

import org.jspecify.annotations.Nullable;

/** Whether readers may propose corrections: only where somebody can answer, and what was taken is kept. */
final class ProposalSwitch {
    private ProposalSwitch() {}

    /** Why they may not, and what to do about it; absent when they may. */
    static @Nullable String offBecause(Settings settings) {
        if (!settings.proposals().enabled()) {
            return "Proposals are off (werkgraaf.proposals.enabled). Tell whoever runs the service what is wrong.";
        }
        if (settings.admin().token().isEmpty()) {
            return "Nobody can answer proposals here, since the service has no token for that (werkgraaf.admin.token)."
                    + " Tell whoever runs it what is wrong.";
        }
        return settings.inMemory()
                ? "Proposals would be lost here, since the service keeps nothing (werkgraaf.storage). Tell whoever runs it"
                        + " what is wrong."
                : null;
    }
}
