package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.meaning.Period;
import org.werkgraaf.vocabulary.ThingId;

/** A small world of norms to hold situations against. */
final class Ids {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    static final ThingId NL = id("jurisdiction/nl");
    static final ThingId EU = id("jurisdiction/eu");
    static final ThingId GB = id("jurisdiction/gb");

    private Ids() {}

    static ThingId id(String text) {
        return ThingId.parse(text).orElseThrow();
    }

    static Criterion oneOf(Aspect aspect, String... values) {
        return new Criterion.OneOf(
                aspect, Stream.of(values).map(Ids::id).collect(Collectors.toCollection(LinkedHashSet::new)), List.of());
    }

    static Criterion noneOf(Aspect aspect, String... values) {
        return new Criterion.NoneOf(aspect, Stream.of(values).map(Ids::id).collect(Collectors.toSet()), List.of());
    }

    static Criterion atLeast(int persons) {
        return new Criterion.Persons(OptionalInt.of(persons), OptionalInt.empty(), Optional.empty(), List.of());
    }

    static Criterion fact(String slug, boolean yes) {
        return new Criterion.Answer(id("fact/" + slug), yes, List.of());
    }

    static Condition condition(String slug, Criterion... criteria) {
        return new Condition(id("condition/" + slug), id("provision/" + slug), List.of(), List.of(criteria));
    }

    static Condition during(Condition condition, LocalDate from, @Nullable LocalDate until) {
        return new Condition(
                condition.id(), condition.laidDownIn(), List.of(new Period(from, until)), condition.criteria());
    }

    static Rule norm(String slug, List<Rule> exceptions, Condition... conditions) {
        return new Rule(id("obligation/" + slug), "Obligation", List.of(conditions), exceptions);
    }

    static Rule norm(String slug, Condition... conditions) {
        return norm(slug, List.of(), conditions);
    }

    static Rule exception(String slug, Condition... conditions) {
        return new Rule(id("exception/" + slug), "Exception", List.of(conditions), List.of());
    }

    static Rule riskClass(String slug, List<Rule> exceptions, Condition... conditions) {
        return new Rule(id("risk-class/" + slug), "RiskClass", List.of(conditions), exceptions);
    }

    static Terms terms(Map<String, List<String>> links, List<Terms.Transposition> transpositions) {
        return new Terms(
                of(links, "broader"),
                of(links, "takes"),
                of(links, "serves"),
                of(links, "actsAs"),
                of(links, "establishes"),
                of(links, "contradicts"),
                of(links, "entails"),
                transpositions,
                Map.of(id("instrument/directive"), LocalDate.of(2026, 12, 2)),
                Set.of(id("fact/necessary")));
    }

    /** The terms of most tests. */
    static Terms terms() {
        return terms(
                Map.of(
                        "broader",
                        List.of(
                                "jurisdiction/nl jurisdiction/eu",
                                "technique/keylogging technique/software",
                                "technique/software technique/monitoring",
                                "technique/covert-camera technique/camera",
                                "data-category/fingerprint data-category/biometric",
                                "data-category/biometric data-category/personal",
                                "worker-status/agency worker-status/employee"),
                        "takes",
                        List.of(
                                "technique/keylogging data-category/keystrokes",
                                "technique/fingerprint-clock data-category/fingerprint"),
                        "serves",
                        List.of("technique/cv-screening purpose/recruitment"),
                        "actsAs",
                        List.of("role/employer role/controller"),
                        "establishes",
                        List.of("technique/covert-camera fact/covert", "fact/council fact/body"),
                        "contradicts",
                        List.of("sector/retail fact/public-employer"),
                        "entails",
                        List.of("fact/films technique/camera")),
                List.of());
    }

    private static Map<ThingId, Set<ThingId>> of(Map<String, List<String>> links, String name) {
        Map<ThingId, Set<ThingId>> found = new LinkedHashMap<>();
        links.getOrDefault(name, List.of()).forEach(link -> {
            String[] ends = link.split(" ");
            found.computeIfAbsent(id(ends[0]), key -> new LinkedHashSet<>()).add(id(ends[1]));
        });
        return found;
    }
}
