package org.werkgraaf.web;

import org.jspecify.annotations.Nullable;

/**
 * Whether readers may propose corrections, and how much.
 *
 * @param offBecause why they may not, and what to do about it; absent when they may
 * @param bodyBytesMax largest request with a proposal, in bytes
 * @param perClientHourMax most proposals of one address in an hour
 * @param perNetworkHourMax most proposals of a larger network in an hour
 * @param textLengthMax longest text, in characters
 * @param lineLengthMax longest value of a field of one line, in characters
 */
public record ProposalSettings(
        @Nullable String offBecause,
        int bodyBytesMax,
        int perClientHourMax,
        int perNetworkHourMax,
        int textLengthMax,
        int lineLengthMax) {
    /** Whether they may. */
    public boolean on() {
        return offBecause == null;
    }
}
