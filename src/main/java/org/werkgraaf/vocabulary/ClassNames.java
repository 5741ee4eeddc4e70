package org.werkgraaf.vocabulary;

/** The local names of classes that the service treats in a way of their own. */
public final class ClassNames {
    public static final String APPLICABILITY = "Applicability";
    public static final String AUTHORITY = "Authority";
    public static final String CASE = "Case";
    public static final String EXCEPTION = "Exception";
    public static final String GAP = "Gap";
    public static final String INCIDENT = "Incident";
    public static final String INSTRUMENT = "Instrument";
    public static final String JURISDICTION = "Jurisdiction";
    public static final String ORGANISATION = "Organisation";
    public static final String CLAIM = "Claim";
    public static final String PASSAGE = "Passage";
    public static final String PERSON = "Person";
    public static final String PROHIBITION = "Prohibition";
    public static final String PROVISION = "Provision";
    public static final String RIGHT = "Right";
    public static final String SOURCE = "Source";
    public static final String TECHNIQUE = "Technique";

    private ClassNames() {}
}
