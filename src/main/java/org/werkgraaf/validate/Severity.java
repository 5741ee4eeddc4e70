package org.werkgraaf.validate;

import java.util.Locale;

/** How grave a finding is; only errors refuse a candidate. */
public enum Severity {
    /** The candidate is refused. */
    ERROR,
    /** An editor should look at it. */
    WARN,
    /** Worth knowing. */
    INFO;

    static Severity parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}
