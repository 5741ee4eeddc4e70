package org.werkgraaf.vocabulary;

/** The local names of properties that the service treats in a way of their own. */
public final class PropertyNames {
    public static final String AMOUNT_IMPOSED = "amountImposed";
    public static final String AMOUNT_IN_FORCE = "amountInForce";
    public static final String APPLIES_FROM = "appliesFrom";
    public static final String APPLIES_UNTIL = "appliesUntil";
    public static final String CASE_NUMBER = "caseNumber";
    public static final String CONTENT_DIGEST = "contentDigest";
    public static final String DECIDED_BY = "decidedBy";
    public static final String DECIDED_ON = "decidedOn";
    public static final String DOCUMENT_NUMBER = "documentNumber";
    public static final String IN_FORCE_FROM = "inForceFrom";
    public static final String IN_FORCE_UNTIL = "inForceUntil";
    public static final String KNOWN_UNTIL = "knownUntil";
    public static final String PART_OF = "partOf";
    public static final String PUBLISHED_ON = "publishedOn";
    public static final String TRANSPOSE_BY = "transposeBy";
    public static final String WEB_PAGE = "webPage";

    private PropertyNames() {}
}
