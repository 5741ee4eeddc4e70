package org.werkgraaf.assess;

/** Yes, no, or not known: an unknown fact never becomes yes or no. Combined as in Kleene's strong logic. */
public enum Truth {
    YES,
    NO,
    UNKNOWN;

    static Truth of(boolean value) {
        return value ? YES : NO;
    }

    /** No when either is no; yes when both are yes; else unknown. */
    public Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : UNKNOWN;
    }

    /** Yes when either is yes; no when both are no; else unknown. */
    public Truth or(Truth other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == NO && other == NO ? NO : UNKNOWN;
    }
}
