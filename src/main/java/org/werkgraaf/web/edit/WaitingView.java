package org.werkgraaf.web.edit;

import org.werkgraaf.draft.DraftChange;
import org.werkgraaf.web.text.PageText;

/**
 * A change that waits, or waited, in a list.
 *
 * @param id names it in addresses
 * @param number in the order in which they came
 * @param author who prepared it
 * @param since the day and time when it came into its state
 * @param state what became of it, in words
 * @param code the same for style
 * @param subject id of the thing; empty when it is about none in particular
 * @param reason why it is to be changed
 * @param visible whether the reader may open it
 */
record WaitingView(
        String id,
        long number,
        String author,
        String since,
        String state,
        String code,
        String subject,
        String reason,
        boolean visible) {
    /** The state of one that is being checked, which is none that is kept. */
    private static final String TAKEN = "checking";

    /** @param taken whether somebody has it checked and published at the moment */
    WaitingView(DraftChange draft, boolean taken, Editor who, PageText text) {
        this(
                draft.id(),
                draft.number(),
                draft.author(),
                when(draft.since(), text),
                text.message("edit.state." + (taken ? TAKEN : draft.state().code())),
                taken ? TAKEN : draft.state().code(),
                draft.text().subject(),
                draft.text().change().reason(),
                DraftDesk.maySee(who, draft));
    }

    /** A day and a time. */
    static String when(java.time.Instant at, PageText text) {
        return text.day(at.toString().substring(0, 10)) + ", " + at.toString().substring(11, 16) + " UTC";
    }
}
