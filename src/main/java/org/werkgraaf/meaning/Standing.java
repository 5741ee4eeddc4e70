package org.werkgraaf.meaning;

import org.jspecify.annotations.Nullable;

/**
 * Whether something holds on a day.
 *
 * @param state how it stands
 * @param date the date as the content has it, which may be a month or year only: from which it will hold, by which it has to be
 *     national law, of the decision to come, or the first day on which it no longer holds; absent for other states
 */
public record Standing(State state, @Nullable String date) {
    /** How something stands on a day. */
    public enum State {
        /** It holds, or was decided by then. */
        HOLDS,
        /** It holds from a later date. */
        NOT_YET,
        /** What the directive asks has to be national law by a later date. */
        TO_TRANSPOSE,
        /** It held, and does no longer. */
        NO_LONGER,
        /** Its date was moved before it came, and no other was set. */
        NEVER,
        /** The case was decided later. */
        NOT_DECIDED,
        /** No day is known on which it holds, or not until when. */
        UNDATED,
        /** The day of the decision is not known. */
        DECISION_UNDATED
    }
}
