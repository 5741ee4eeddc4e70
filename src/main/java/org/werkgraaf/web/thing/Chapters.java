package org.werkgraaf.web.thing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.Description.Value;
import org.werkgraaf.web.text.PageText;
import org.werkgraaf.web.text.Relations;

/**
 * What is said of a thing under the headings that suit its class, in the order in which they are read: of a case who, what, which
 * rules and how it ended; of a technique how it works, what it does, which law binds it. What no heading takes keeps its place
 * under the general ones.
 *
 * @param told the chapters that have something in them
 * @param facts values and links from the thing that no chapter takes
 * @param incoming links to the thing that no chapter takes
 */
public record Chapters(List<Chapter> told, List<Relation> facts, List<Relation> incoming) {
    /** More values than this, of several classes, are told apart by class. */
    private static final int MIXED_MAX = 4;

    private static final String BACK = "^";

    private static final List<String> WHEN = List.of(
            "inForceFrom", "appliesFrom", "appliesUntil", "inForceUntil", "transposeBy", "applicability", "changedBy");
    private static final List<String> IN_CASES = List.of("^breached", "^notBreached", "^invokes");
    private static final List<String> NARROWER = List.of("broader", "^broader");

    /** Properties by heading and class; a property behind the mark is a link to the thing. */
    private static final Map<String, Map<String, List<String>>> PLAN = Map.ofEntries(
            Map.entry(
                    "Case",
                    plan(
                            "who",
                                    List.of(
                                            "decidedBy",
                                            "decidedOn",
                                            "publishedOn",
                                            "claimant",
                                            "defendant",
                                            "party",
                                            "peopleAffected"),
                            "what", List.of("concerns", "servesPurpose", "usedInSector"),
                            "rules", List.of("invokes", "breached", "notBreached"),
                            "outcome",
                                    List.of("outcome", "caseStatus", "amountImposed", "amountInForce", "penaltyPerDay"),
                            "related", List.of("appealOf", "^appealOf", "relatedCase", "^relatedCase"))),
            Map.entry(
                    "Incident",
                    plan(
                            "who", List.of("party", "occurred", "peopleAffected"),
                            "what", List.of("concerns", "servesPurpose", "usedInSector"),
                            "related", List.of("outcome", "relatedCase", "^relatedCase"))),
            Map.entry(
                    "Technique",
                    plan(
                            "works", join(NARROWER, "takes", "servesPurpose", "facet"),
                            "effects", List.of("poses", "offers", "mitigates", "affects"),
                            "law", List.of("hasRiskClass", "^regulates", "^trigger", "aiDeterminant", "^gapIn"),
                            "practice", List.of("^implements", "usedBy", "usedInSector"),
                            "seen", List.of("^concerns"))),
            Map.entry(
                    "Product",
                    plan(
                            "works", List.of("implements", "takes", "servesPurpose", "facet"),
                            "effects", List.of("poses", "offers", "mitigates"),
                            "practice", List.of("madeBy", "usedBy", "usedInSector"),
                            "law", List.of("hasRiskClass", "^regulates"),
                            "seen", List.of("^concerns"))),
            Map.entry(
                    "DataCategory",
                    plan(
                            "place", NARROWER,
                            "takers", List.of("^takes"),
                            "law", List.of("^regulates", "^trigger"),
                            "seen", List.of("^concerns"))),
            Map.entry(
                    "Risk",
                    plan(
                            "place", join(NARROWER, "affects"),
                            "causes", List.of("^poses"),
                            "law", List.of("^addresses", "^mitigates"),
                            "seen", List.of("^concerns"))),
            Map.entry(
                    "Provision",
                    plan(
                            "says",
                                    List.of(
                                            "creates",
                                            "regulates",
                                            "addresses",
                                            "expresses",
                                            "assigns",
                                            "amends",
                                            "replaces"),
                            "when", WHEN,
                            "cases", IN_CASES)),
            Map.entry(
                    "Instrument",
                    plan(
                            "when", join(WHEN, "replaces", "^replaces", "amends", "^amends"),
                            "says", List.of("creates", "regulates", "addresses", "expresses"),
                            "cases", IN_CASES)),
            Map.entry("Right", norm()),
            Map.entry("Obligation", norm()),
            Map.entry("Prohibition", norm()),
            Map.entry("Organisation", organisation()),
            Map.entry("Authority", organisation()));

    /**
     * @param name of the heading, which names its message
     * @param relations what stands below it
     */
    public record Chapter(String name, List<Relation> relations) {}

    static Chapters of(Description thing, Relations relations, PageText text) {
        Map<String, List<String>> plan = PLAN.getOrDefault(thing.type(), Map.of());
        List<Chapter> told = new ArrayList<>();
        Set<Relation> taken = new LinkedHashSet<>();
        plan.forEach((name, properties) -> {
            List<Relation> found = properties.stream()
                    .flatMap(property -> find(relations, property))
                    .toList();
            taken.addAll(found);
            if (!found.isEmpty()) {
                told.add(new Chapter(
                        name,
                        found.stream().flatMap(each -> byClass(each, text)).toList()));
            }
        });
        return new Chapters(
                List.copyOf(told),
                relations.facts().stream().filter(each -> !taken.contains(each)).toList(),
                relations.incoming().stream()
                        .filter(each -> !taken.contains(each))
                        .flatMap(each -> byClass(each, text))
                        .toList());
    }

    private static Stream<Relation> find(Relations relations, String property) {
        boolean back = property.startsWith(BACK);
        String name = back ? property.substring(BACK.length()) : property;
        return (back ? relations.incoming() : relations.facts())
                .stream().filter(each -> each.name().equals(name));
    }

    /** Cases, incidents and figures about the same thing are told apart, each under what they are. */
    private static Stream<Relation> byClass(Relation relation, PageText text) {
        Map<String, List<Value>> classes = relation.values().stream()
                .collect(Collectors.groupingBy(
                        value -> String.valueOf(value.type()), TreeMap::new, Collectors.toList()));
        if (classes.size() == 1 || relation.values().size() <= MIXED_MAX) {
            return Stream.of(relation);
        }
        return classes.entrySet().stream()
                .map(each -> new Relation(
                        relation.property(),
                        relation.name(),
                        text.withKind(relation.labels(), each.getKey()),
                        relation.disputed(),
                        each.getValue()));
    }

    private static Map<String, List<String>> norm() {
        return plan(
                "owes", List.of("dutyHolder", "beneficiary", "excludes"),
                "holds", List.of("trigger", "aiDeterminant", "thresholdPersons", "exception", "mitigates"),
                "basis", List.of("^creates", "expresses"),
                "seen", List.of("^concerns"));
    }

    private static Map<String, List<String>> organisation() {
        return plan(
                "about", List.of("organisationRole", "affiliation", "^affiliation"),
                "cases", List.of("^decidedBy", "^defendant", "^claimant", "^party"),
                "practice", List.of("^madeBy", "^usedBy"),
                "speaks", List.of("^issuedBy", "^addressee"));
    }

    private static List<String> join(List<String> first, String... others) {
        return Stream.concat(first.stream(), Stream.of(others)).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> plan(Object... headings) {
        Map<String, List<String>> plan = new LinkedHashMap<>();
        for (int i = 0; i < headings.length; i += 2) {
            plan.put((String) headings[i], (List<String>) headings[i + 1]);
        }
        return plan;
    }
}
