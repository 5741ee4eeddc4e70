package org.werkgraaf.web.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.entity.NaturalOrder;

/**
 * What is said of a thing, divided over its page and put in the order in which readers look for it.
 *
 * @param key identifiers and what kind of law it is: beside the text
 * @param facts values and links from the thing
 * @param parts the provisions of an act, or of a provision
 * @param incoming links to the thing
 */
public record Relations(List<Relation> key, List<Relation> facts, List<Relation> parts, List<Relation> incoming) {
    /** What readers look for first; the rest follows by name. */
    private static final List<String> ORDER = List.of(
            "value",
            "unit",
            "decidedBy",
            "decidedOn",
            "outcome",
            "amountImposed",
            "amountInForce",
            "penaltyPerDay",
            "caseStatus",
            "defendant",
            "claimant",
            "party",
            "occurred",
            "population",
            "year",
            "survey",
            "question",
            "title",
            "creator",
            "publisher",
            "date",
            "language",
            "webPage",
            "readOn",
            "inForceFrom",
            "appliesFrom",
            "appliesUntil",
            "transposeBy",
            "applicability",
            "regulates",
            "creates",
            "addresses",
            "assigns",
            "expresses",
            "takes",
            "poses",
            "offers",
            "mitigates",
            "servesPurpose",
            "hasRiskClass",
            "implements",
            "madeBy",
            "usedBy",
            "usedInSector",
            "dutyHolder",
            "beneficiary",
            "excludes",
            "trigger",
            "exception",
            "breached",
            "notBreached",
            "invokes",
            "concerns",
            "issuedBy",
            "addressee",
            "broader",
            "related");

    /** What the same idea is called in other vocabularies: for those who link data. */
    private static final Set<String> LAST =
            Set.of("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch");

    private static final Set<String> KEY = Set.of(
            "ecli",
            "celex",
            "eli",
            "bwb",
            "numac",
            "caseNumber",
            "documentNumber",
            "jurisdiction",
            "instrumentKind",
            "bindingness",
            "shortName",
            "inScheme");

    /** Shown in a form of their own: the place of a passage, that of a provision, the unit of a sum. */
    private static final Set<String> ELSEWHERE = Set.of(
            "currency",
            "inSource",
            "section",
            "page",
            "paragraph",
            "line",
            "speaker",
            "claimStatus",
            "correctedBy",
            "number",
            "partOf");

    private static final Set<String> INCOMING_ELSEWHERE = Set.of("inSource", "passage", "partOf");

    /** Divides and sorts what is said of a thing, as a reader of the text's language expects it. */
    public static Relations of(Description thing, PageText text) {
        boolean figure = thing.type().equals("Statistic");
        boolean provision = thing.type().equals("Provision");
        Predicate<Relation> elsewhere = relation -> figure && relation.name().equals("unit")
                || ELSEWHERE.contains(relation.name())
                        && (provision || !relation.name().equals("partOf"));
        return new Relations(
                sorted(thing.facts(), text, relation -> KEY.contains(relation.name())),
                sorted(thing.facts(), text, relation -> !KEY.contains(relation.name()) && !elsewhere.test(relation)),
                sorted(thing.incoming(), text, relation -> relation.name().equals("partOf")),
                sorted(thing.incoming(), text, relation -> !INCOMING_ELSEWHERE.contains(relation.name())));
    }

    private static List<Relation> sorted(List<Relation> relations, PageText text, Predicate<Relation> wanted) {
        return relations.stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt(Relations::rank).thenComparing(Relation::name))
                .map(relation -> new Relation(
                        relation.property(),
                        relation.name(),
                        relation.labels(),
                        relation.disputed(),
                        inOneLanguage(relation.values(), text).stream()
                                .sorted(byName(text))
                                .toList()))
                .toList();
    }

    /** The same text in several languages is shown in one: the reader's, or the nearest that exists. */
    private static List<Value> inOneLanguage(List<Value> values, PageText text) {
        if (!values.stream().allMatch(value -> "langString".equals(value.datatype()))) {
            return values;
        }
        Map<String, String> languages = new TreeMap<>();
        values.forEach(value -> languages.putAll(value.labels()));
        String shown = text.pickLang(languages);
        return values.stream()
                .filter(value -> value.labels().containsKey(shown))
                .toList();
    }

    private static int rank(Relation relation) {
        int rank = ORDER.indexOf(relation.name());
        if (rank >= 0) {
            return rank;
        }
        return LAST.contains(relation.name()) ? ORDER.size() + 1 : ORDER.size();
    }

    /** What holds first, then by the name that the reader sees. */
    private static Comparator<Value> byName(PageText text) {
        return Comparator.comparing(Value::accepted)
                .reversed()
                .thenComparing(value -> text.pick(value.labels(), value.text()), new NaturalOrder());
    }
}
