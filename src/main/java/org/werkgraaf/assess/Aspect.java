package org.werkgraaf.assess;

/** What a criterion is about, and by which name a caller gives it. */
public enum Aspect {
    TERRITORY("jurisdiction"),
    ROLE("role"),
    STATUS("status"),
    TECHNIQUE("technique"),
    DATA("data"),
    PURPOSE("purpose"),
    DECISION("decision"),
    RISK_CLASS("riskClass"),
    SECTOR("sector"),
    PERSONS("persons"),
    IN_USE_SINCE("inUseSince"),
    FACT("fact"),
    TRANSPOSITION("transposition"),
    DAY("on");

    private final String parameter;

    Aspect(String parameter) {
        this.parameter = parameter;
    }

    /** The name of the parameter by which it is given. */
    public String parameter() {
        return parameter;
    }
}
