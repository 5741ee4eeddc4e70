package org.werkgraaf.web.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.Description.Place;
import org.werkgraaf.entity.Description.Relation;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.api.EntityController;

/** The page of one thing. */
@Component
class ThingPage {
    /** What readers look for first; the rest follows by name. */
    private static final List<String> ORDER = List.of(
            "decidedBy", "decidedOn", "outcome", "amountImposed", "amountInForce", "currency", "penaltyPerDay",
            "caseStatus", "defendant", "claimant", "party", "occurred", "value", "unit", "population", "year", "survey",
            "question", "partOf", "number", "inForceFrom", "appliesFrom", "appliesUntil", "transposeBy", "applicability",
            "regulates", "creates", "addresses", "assigns", "expresses", "takes", "poses", "offers", "mitigates",
            "servesPurpose", "hasRiskClass", "implements", "madeBy", "usedBy", "usedInSector", "dutyHolder",
            "beneficiary", "excludes", "trigger", "exception", "breached", "notBreached", "invokes", "concerns",
            "issuedBy", "addressee");

    /** Shown in the margin, not among the facts. */
    private static final Set<String> MARGIN = Set.of(
            "ecli", "celex", "eli", "bwb", "numac", "caseNumber", "documentNumber", "webPage", "jurisdiction",
            "instrumentKind", "bindingness", "shortName", "inScheme");

    private final EntityReader reader;

    ThingPage(EntityReader reader) {
        this.reader = reader;
    }

    ModelAndView of(String type, String slug, String lang) {
        Description thing =
                ThingId.parse(type + "/" + slug).flatMap(reader::find).orElseThrow(() -> EntityController.missing(type, slug));
        ModelAndView page = new ModelAndView("thing");
        page.addObject("lang", lang);
        page.addObject("thing", thing);
        page.addObject("facts", sorted(thing.facts(), false));
        page.addObject("margin", sorted(thing.facts(), true));
        page.addObject("incoming", sorted(thing.incoming(), false));
        page.addObject("bySource", bySource(thing.passages()));
        page.addObject("onPage", thing.passages().stream().map(Place::id).collect(Collectors.toSet()));
        page.addObject("currency", currency(thing));
        return page;
    }

    private static List<Relation> sorted(List<Relation> relations, boolean margin) {
        return relations.stream()
                .filter(relation -> MARGIN.contains(relation.name()) == margin)
                .sorted(Comparator.comparingInt((Relation relation) -> rank(relation.name()))
                        .thenComparing(Relation::name))
                .toList();
    }

    private static int rank(String name) {
        int rank = ORDER.indexOf(name);
        return rank < 0 ? ORDER.size() : rank;
    }

    private static Map<String, List<Place>> bySource(List<Place> places) {
        return places.stream().collect(Collectors.groupingBy(Place::source, LinkedHashMap::new, Collectors.toList()));
    }

    private static String currency(Description thing) {
        return thing.facts().stream()
                .filter(relation -> relation.name().equals("currency"))
                .flatMap(relation -> relation.values().stream())
                .map(Description.Value::text)
                .findFirst()
                .orElse("EUR");
    }
}
