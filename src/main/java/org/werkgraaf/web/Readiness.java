package org.werkgraaf.web;

import org.springframework.stereotype.Component;

/** Whether the first requests, which nobody should wait for, have been answered. */
@Component
public class Readiness {
    private volatile boolean asked = true;

    /** Says that the first requests begin. */
    public void begin() {
        asked = false;
    }

    /** Says that they have been answered, or given up. */
    public void end() {
        asked = true;
    }

    /** Whether they have. */
    public boolean isReached() {
        return asked;
    }
}
