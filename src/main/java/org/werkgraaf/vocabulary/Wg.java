package org.werkgraaf.vocabulary;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;

/** The terms of the Werkgraaf ontology that the service itself reads or writes. */
public final class Wg {
    /** Namespace of the ontology's terms. */
    public static final String NS = "https://w3id.org/werkgraaf/ontology#";

    public static final Node APPLICABILITY = term("Applicability");
    public static final Node AUTHORITY = term("Authority");
    public static final Node CASE = term("Case");
    public static final Node CHECKED_SITUATION = term("CheckedSituation");
    public static final Node CLAIM = term("Claim");
    public static final Node CONCEPT = term("Concept");
    public static final Node CONDITION = term("Condition");
    public static final Node COVERAGE = term("Coverage");
    public static final Node CRITERION_REASON = term("CriterionReason");
    public static final Node DATA_CATEGORY = term("DataCategory");
    public static final Node FACT = term("Fact");
    public static final Node GAP = term("Gap");
    public static final Node INCIDENT = term("Incident");
    public static final Node INSTRUMENT = term("Instrument");
    public static final Node JURISDICTION = term("Jurisdiction");
    public static final Node NORM_OUTCOME = term("NormOutcome");
    public static final Node OBLIGATION = term("Obligation");
    public static final Node ORGANISATION = term("Organisation");
    public static final Node PASSAGE = term("Passage");
    public static final Node PROHIBITION = term("Prohibition");
    public static final Node PROVISION = term("Provision");
    public static final Node RELEASE = term("Release");
    public static final Node RIGHT = term("Right");
    public static final Node RISK = term("Risk");
    public static final Node RISK_CLASS = term("RiskClass");
    public static final Node SOURCE = term("Source");
    public static final Node STATISTIC = term("Statistic");
    public static final Node TECHNIQUE = term("Technique");
    public static final Node TRANSPOSITION = term("Transposition");
    public static final Node STEP = term("Step");
    public static final Node VERSION = term("Version");
    public static final Node WITHDRAWN = term("Withdrawn");

    public static final Node ACTS_AS = term("actsAs");
    public static final Node AMOUNT_IMPOSED = term("amountImposed");
    public static final Node APPLIES_FROM = term("appliesFrom");
    public static final Node APPLIES_UNTIL = term("appliesUntil");
    public static final Node ASKED_AS = term("askedAs");
    public static final Node ASKS = term("asks");
    public static final Node BENEFICIARY = term("beneficiary");
    public static final Node BINDINGNESS = term("bindingness");
    public static final Node BREACHED = term("breached");
    public static final Node BROUGHT_IN_BY = term("broughtInBy");
    public static final Node BY_TRANSPOSITION = term("byTransposition");
    public static final Node CARRIES_OUT = term("carriesOut");
    public static final Node CASE_STATUS = term("caseStatus");
    public static final Node CHECKED_NORM = term("checkedNorm");
    public static final Node BWB = term("bwb");
    public static final Node CELEX = term("celex");
    public static final Node CHECKED_ON = term("checkedOn");
    public static final Node CHECK_DAY = term("checkDay");
    public static final Node CHECK_GIVEN = term("checkGiven");
    public static final Node CHECK_MISSING = term("checkMissing");
    public static final Node CHANGED_BY = term("changedBy");
    public static final Node CHECK_OUTCOME = term("checkOutcome");
    public static final Node CHECK_REASON = term("checkReason");
    public static final Node CHECK_STATE = term("checkState");
    public static final Node CLAIM_PROPERTY = term("claimProperty");
    public static final Node CLASSIFIES = term("classifies");
    public static final Node CLAIM_STATUS = term("claimStatus");
    public static final Node CONCERNS = term("concerns");
    public static final Node CONTRADICTS = term("contradicts");
    public static final Node CORRECTED_BY = term("correctedBy");
    public static final Node COUNTS = term("counts");
    public static final Node COVERAGE_LEVEL = term("coverageLevel");
    public static final Node COVERED_FROM = term("coveredFrom");
    public static final Node COVERS_TERM = term("coversTerm");
    public static final Node CREATES = term("creates");
    public static final Node CRITERION = term("criterion");
    public static final Node CRITERION_ASKED = term("criterionAsked");
    public static final Node CRITERION_BECAUSE = term("criterionBecause");
    public static final Node CRITERION_GIVEN = term("criterionGiven");
    public static final Node CRITERION_HOLDS = term("criterionHolds");
    public static final Node CURRENCY = term("currency");
    public static final Node DATE = term("date");
    public static final Node DATED_BY = term("datedBy");
    public static final Node DATES_PASS_TO = term("datesPassTo");
    public static final Node DECIDED_BY = term("decidedBy");
    public static final Node DECIDED_ON = term("decidedOn");
    public static final Node PARTY = term("party");
    public static final Node DEFENDANT = term("defendant");
    public static final Node DECIDES_ON = term("decidesOn");
    public static final Node DUTY_HOLDER = term("dutyHolder");
    public static final Node ECLI = term("ecli");
    public static final Node ELI = term("eli");
    public static final Node ENTAILS = term("entails");
    public static final Node ESTABLISHES = term("establishes");
    public static final Node EXCEPTION = term("exception");
    public static final Node EXCLUDES = term("excludes");
    public static final Node EXTENSION = term("extension");
    public static final Node FOR_PURPOSE = term("forPurpose");
    public static final Node HAS_CONDITION = term("condition");
    public static final Node HAS_JURISDICTION = term("jurisdiction");
    public static final Node HAS_PASSAGE = term("passage");
    public static final Node HAS_STEP = term("step");
    public static final Node HOLDS_FOR_NARROWER = term("holdsForNarrower");
    public static final Node HOLDS_FROM = term("holdsFrom");
    public static final Node HOLDS_IN_TIME = term("holdsInTime");
    public static final Node HOLDS_UNTIL = term("holdsUntil");
    public static final Node IMPLEMENTS = term("implements");
    public static final Node INSTRUMENT_KIND = term("instrumentKind");
    public static final Node INVENTORY_ID = term("inventoryId");
    public static final Node INSERTIONS_READ_UP_TO = term("insertionsReadUpTo");
    public static final Node INVERSE_LABEL = term("inverseLabel");
    public static final Node INVOKES = term("invokes");
    public static final Node IN_COUNTRY = term("inCountry");
    public static final Node IN_FORCE_FROM = term("inForceFrom");
    public static final Node IN_FORCE_UNTIL = term("inForceUntil");
    public static final Node IN_RISK_CLASS = term("inRiskClass");
    public static final Node IN_SECTOR = term("inSector");
    public static final Node IN_SOURCE = term("inSource");
    public static final Node IN_TERRITORY = term("inTerritory");
    public static final Node KNOWN_UNTIL = term("knownUntil");
    public static final Node LAID_DOWN_IN = term("laidDownIn");
    public static final Node LINE = term("line");
    public static final Node LISTS_PERIODS = term("listsPeriods");
    public static final Node MENTIONS = term("mentions");
    public static final Node NOT_BREACHED = term("notBreached");
    public static final Node NUMBER = term("number");
    public static final Node OCCURRED = term("occurred");
    public static final Node ON_TOPIC = term("onTopic");
    public static final Node OPEN_STANDARD = term("openStandard");
    public static final Node ORIGINAL_IN = term("originalIn");
    public static final Node OUTCOME = term("outcome");
    public static final Node OWED_BY = term("owedBy");
    public static final Node PAGE = term("page");
    public static final Node PARAGRAPH = term("paragraph");
    public static final Node PARAPHRASE = term("paraphrase");
    public static final Node PART_OF = term("partOf");
    public static final Node PERSONS_AT_LEAST = term("personsAtLeast");
    public static final Node PERSONS_BELOW = term("personsBelow");
    public static final Node PHASE = term("phase");
    public static final Node PROCESSES_DATA = term("processesData");
    public static final Node PROTECTS = term("protects");
    public static final Node REGULATES = term("regulates");
    /** From a passage of the editors to what it follows from. */
    public static final Node INFERRED_FROM = term("inferredFrom");

    public static final Node READ_ON = term("readOn");
    public static final Node REQUIRES = term("requires");
    public static final Node RULES_OUT = term("rulesOut");
    public static final Node SECTION = term("section");
    public static final Node SERVES_PURPOSE = term("servesPurpose");
    public static final Node SHORT_NAME = term("shortName");
    public static final Node SINGLE_VALUED = term("singleValued");
    public static final Node SPEAKER = term("speaker");
    public static final Node TAKES = term("takes");
    public static final Node THRESHOLD_PERSONS = term("thresholdPersons");
    public static final Node TIME_LIMIT = term("timeLimit");
    public static final Node TRANSPOSED_BY = term("transposedBy");
    public static final Node TRANSPOSES = term("transposes");
    public static final Node TRANSPOSE_BY = term("transposeBy");
    public static final Node TRIGGER = term("trigger");
    public static final Node TYPE_SEGMENT = term("typeSegment");
    public static final Node UNDATED = term("undated");
    public static final Node USED_BEFORE = term("usedBefore");
    public static final Node USED_SINCE = term("usedSince");
    public static final Node USES_TECHNIQUE = term("usesTechnique");
    public static final Node VERIFICATION = term("verification");
    public static final Node VERSION_OF = term("versionOf");
    public static final Node WEB_PAGE = term("webPage");
    public static final Node WEIGHS = term("weighs");
    public static final Node WITHIN = term("within");

    /** Properties of what is worked out from the content when it is loaded; no source says it. */
    public static final Set<Node> DERIVED = Set.of(
            SKOS.broaderTransitive.asNode(), COVERS_TERM, DATED_BY, HOLDS_FROM, HOLDS_UNTIL, ORIGINAL_IN, UNDATED);

    /** Identifiers that registers give, each to one thing. */
    public static final Set<Node> IDENTIFIERS =
            Set.of(term("ecli"), term("celex"), term("eli"), term("bwb"), term("numac"));

    private Wg() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
