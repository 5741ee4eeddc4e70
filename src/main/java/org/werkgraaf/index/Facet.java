package org.werkgraaf.index;

import java.util.Arrays;
import java.util.Optional;

/** The dimensions by which entities are counted and filtered. */
public enum Facet {
    TYPE("type"),
    JURISDICTION("jurisdiction"),
    TECHNIQUE("technique"),
    DATA_CATEGORY("dataCategory"),
    INSTRUMENT("instrument"),
    RISK("risk"),
    RISK_CLASS("riskClass"),
    AUTHORITY("authority"),
    ORGANISATION("organisation"),
    STATUS("status"),
    SOURCE("source");

    private final String parameter;

    Facet(String parameter) {
        this.parameter = parameter;
    }

    /** Name of the dimension in requests and answers. */
    public String parameter() {
        return parameter;
    }

    /** The dimension of that name. */
    public static Optional<Facet> of(String parameter) {
        return Arrays.stream(values())
                .filter(facet -> facet.parameter.equals(parameter))
                .findFirst();
    }
}
