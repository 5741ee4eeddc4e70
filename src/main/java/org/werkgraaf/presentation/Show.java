package org.werkgraaf.presentation;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.werkgraaf.vocabulary.ThingId;

/** The terms of {@code ontology/presentation.ttl}, which defines each of them. */
final class Show {
    private static final String NS = ThingId.BASE + "presentation#";

    /** What the names of chapters begin with. */
    static final String CHAPTER = "chapter-";

    static final Node PAGES = term("pages");
    static final Node PLURAL = term("plural");
    static final Node SINGULAR = term("singular");
    static final Node WEIGHT = term("weight");
    static final Node WAY_IN = term("wayIn");
    static final Node ORDER = term("order");
    static final Node BRIEF = term("brief");
    static final Node CHAPTERS = term("chapters");
    static final Node ROW = term("row");
    static final Node COLUMN = term("column");
    static final Node INDEXED = term("indexed");
    static final Node LISTED = term("listed");
    static final Node FACET = term("facet");
    static final Node COMPARED_BY = term("comparedBy");
    static final Node MATRIX_COLUMNS = term("matrixColumns");
    static final Node CARD = term("card");
    static final Node HISTORY_FIRST = term("historyFirst");
    static final Node CHECKED_AS = term("checkedAs");
    static final Node COUNTED_AS = term("countedAs");
    static final Node RULE = term("rule");
    static final Node LAW = term("law");
    static final Node LAW_TEXT = term("lawText");
    static final Node SCHEMA_TYPE = term("schemaType");
    static final Node SCHEME = term("scheme");
    static final Node IDENTIFIERS = term("identifiers");
    static final Node WHO_ASKS = term("whoAsks");
    static final Node SAID = term("said");
    static final Node CARD_WORD = term("cardWord");
    static final Node PHRASE = term("phrase");
    static final Node TAG = term("tag");
    static final Node UNIT = term("unit");
    static final Node COMPARATOR = term("comparator");
    static final Node ANCHOR = term("anchor");
    static final Node ASKED_BY = term("askedBy");
    static final Node BESIDE = term("beside");
    static final Node ELSEWHERE = term("elsewhere");
    static final Node FILED_UNDER = term("filedUnder");
    static final Node FIRST = term("first");
    static final Node LAST = term("last");
    static final Node TEXT = term("text");
    static final Node TEXTS = term("texts");
    static final Node UNSHOWN = term("unshown");
    static final Node UNLINKED = term("unlinked");
    static final Node ARROWS = term("arrows");

    private Show() {}

    static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
