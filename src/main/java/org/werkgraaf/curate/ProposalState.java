package org.werkgraaf.curate;

import java.util.Locale;

/** What became of a proposal. */
public enum ProposalState {
    /** Nobody has looked at it yet. */
    RECEIVED,
    /** A curator looks at it. */
    LOOKING,
    /** Something was done; the answer says what. */
    ACCEPTED,
    /** Nothing was done; the answer says why. */
    DECLINED,
    /** A curator took its words away. */
    REMOVED;

    /** Whether it waits for an answer. */
    public boolean open() {
        return this == RECEIVED || this == LOOKING;
    }

    /** As it stands in answers and in the file: {@code received}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
