package org.werkgraaf.vocabulary;

/** The local names of properties that the service treats in a way of their own. */
public final class PropertyNames {
    public static final String AMOUNT = "amount";
    public static final String AMOUNT_IMPOSED = "amountImposed";
    public static final String AMOUNT_IN_FORCE = "amountInForce";
    public static final String APPLICABILITY = "applicability";
    public static final String APPLIES_FROM = "appliesFrom";
    public static final String APPLIES_UNTIL = "appliesUntil";
    public static final String BWB = "bwb";
    public static final String CASE_NUMBER = "caseNumber";
    public static final String CELEX = "celex";
    public static final String CONCERNS = "concerns";
    public static final String CONTENT_DIGEST = "contentDigest";
    public static final String CREATES = "creates";
    public static final String CURRENCY = "currency";
    public static final String DATE = "date";
    public static final String DECIDED_BY = "decidedBy";
    public static final String DECIDED_ON = "decidedOn";
    public static final String DIGEST = "digest";
    public static final String DOCUMENT_NUMBER = "documentNumber";
    public static final String ECLI = "ecli";
    public static final String ELI = "eli";
    public static final String GRAPH = "graph";
    public static final String IN_FORCE_FROM = "inForceFrom";
    public static final String IN_FORCE_UNTIL = "inForceUntil";
    public static final String JURISDICTION = "jurisdiction";
    public static final String KNOWN_UNTIL = "knownUntil";
    public static final String NUMAC = "numac";
    public static final String NUMBER = "number";
    public static final String OCCURRED = "occurred";
    public static final String OUTCOME = "outcome";
    public static final String PART_OF = "partOf";
    public static final String PUBLISHED_ON = "publishedOn";
    public static final String STEP = "step";
    public static final String TRANSPOSE_BY = "transposeBy";
    public static final String TRIGGER = "trigger";
    public static final String TRIPLES = "triples";
    public static final String WEB_PAGE = "webPage";
    public static final String YEAR = "year";

    private PropertyNames() {}
}
