package org.werkgraaf.vocabulary;

import java.util.List;

/** The names of the facets of search, as content and callers write them. */
public final class FacetNames {
    public static final String TYPE = "type";
    public static final String JURISDICTION = "jurisdiction";
    public static final String TECHNIQUE = "technique";
    public static final String DATA_CATEGORY = "dataCategory";
    public static final String INSTRUMENT = "instrument";
    public static final String RISK = "risk";
    public static final String RISK_CLASS = "riskClass";
    public static final String AUTHORITY = "authority";
    public static final String ORGANISATION = "organisation";
    public static final String ISSUER = "issuer";
    public static final String ADDRESSEE = "addressee";
    public static final String MAKER = "maker";
    public static final String PUBLISHER = "publisher";
    public static final String AUTHOR = "author";
    public static final String SURVEY = "survey";
    public static final String OUTCOME = "outcome";
    public static final String STATUS = "status";
    public static final String VERIFICATION = "verification";
    public static final String SOURCE = "source";

    /** All of them, in the order in which they are shown. */
    public static final List<String> ALL = List.of(
            TYPE,
            JURISDICTION,
            TECHNIQUE,
            DATA_CATEGORY,
            INSTRUMENT,
            RISK,
            RISK_CLASS,
            AUTHORITY,
            ORGANISATION,
            ISSUER,
            ADDRESSEE,
            MAKER,
            PUBLISHER,
            AUTHOR,
            SURVEY,
            OUTCOME,
            STATUS,
            VERIFICATION,
            SOURCE);

    private FacetNames() {}
}
