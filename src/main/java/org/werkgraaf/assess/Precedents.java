package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.ThingId;

/** Finds the decided cases, gaps and notes of coverage that go with a check. */
public final class Precedents {
    private static final int SUBJECT = 4;
    private static final int NARROWER = 3;
    private static final int PROVISION = 1;
    /** What its own courts decided counts for more than the same technique elsewhere. */
    private static final int COUNTRY = 4;
    /** What a court decided that binds the country too. */
    private static final int UNION = 1;

    private static final List<Aspect> NAMED = List.of(
            Aspect.TECHNIQUE, Aspect.DATA, Aspect.PURPOSE, Aspect.DECISION, Aspect.SECTOR, Aspect.STATUS, Aspect.ROLE);

    private static final ThingId PUBLIC_SERVICE = new ThingId("topic", "public-service");
    private static final String NOT_COVERED = "not-covered";

    private static final Comparator<Near> NEAREST = Comparator.comparingInt((Near near) -> -near.nearness())
            .thenComparing(near -> near.one().decidedOn().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(near -> near.one().id().toString());

    private final Rules rules;
    private final Material material;
    private final Map<ThingId, List<Material.DecidedCase>> casesOn = new HashMap<>();
    private final Map<ThingId, Set<ThingId>> narrower = new HashMap<>();

    Precedents(Rules rules, Material material) {
        this.rules = rules;
        this.material = material;
        material.cases()
                .forEach(one -> one.subjects()
                        .forEach(subject -> casesOn.computeIfAbsent(subject, key -> new ArrayList<>())
                                .add(one)));
        casesOn.keySet()
                .forEach(subject -> rules.terms()
                        .upward(subject)
                        .forEach(broader -> narrower.computeIfAbsent(broader, key -> new LinkedHashSet<>())
                                .add(subject)));
    }

    /**
     * Decided cases on the same technique or data, or on something narrower, nearest first: the same country counts most, then what it
     * is about, then the provision, then the younger one.
     *
     * @param most how many at most
     */
    public List<Material.DecidedCase> cases(Assessment assessment, int most) {
        Situation situation = assessment.situation();
        Set<ThingId> asked = new LinkedHashSet<>(situation.techniques());
        asked.addAll(situation.data());
        Set<ThingId> inside = asked.stream()
                .flatMap(subject -> narrower.getOrDefault(subject, Set.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<ThingId> subjects = subjects(situation);
        subjects.addAll(inside);
        Set<ThingId> territory =
                situation.jurisdiction().map(rules.terms()::upward).orElse(Set.of());
        Set<ThingId> provisions = assessment.outcomes().stream()
                .filter(outcome -> outcome.state() != State.DOES_NOT_APPLY)
                .map(Outcome::laidDownIn)
                .collect(Collectors.toSet());
        Map<ThingId, Material.DecidedCase> found = new HashMap<>();
        subjects.forEach(subject -> casesOn.getOrDefault(subject, List.of()).forEach(one -> found.put(one.id(), one)));
        return found.values().stream()
                .filter(one ->
                        one.decidedOn().isEmpty() || !one.decidedOn().get().isAfter(situation.on()))
                .map(one -> new Near(
                        one,
                        nearness(one.subjects(), asked, inside)
                                + nearness(one.jurisdictions(), situation.jurisdiction(), territory)
                                + (meets(one.provisions(), provisions) ? PROVISION : 0)))
                .sorted(NEAREST)
                .limit(most)
                .map(Near::one)
                .toList();
    }

    private record Near(Material.DecidedCase one, int nearness) {}

    /** What sources say is left without protection: on the same subject, or of the same people. */
    public List<Material.Gap> gaps(Situation situation) {
        Set<ThingId> subjects = subjects(situation);
        Set<ThingId> territory =
                situation.jurisdiction().map(rules.terms()::upward).orElse(Set.of());
        return material.gaps().stream()
                .filter(gap -> meets(gap.subjects(), subjects)
                        || situation.status().filter(gap.leftOut()::contains).isPresent())
                .filter(gap ->
                        territory.isEmpty() || gap.jurisdictions().isEmpty() || meets(gap.jurisdictions(), territory))
                .toList();
    }

    /**
     * Acts on the subject, in this territory, that are in the graph though their norms cannot be checked; all of a country's that is not
     * covered, and of a day before what is there all that held then and ended since. None that had ended on the day, or was still to begin.
     */
    public List<Material.Act> otherLaw(Situation situation) {
        Optional<ThingId> country = situation.jurisdiction();
        if (country.isEmpty()) {
            return List.of();
        }
        Set<ThingId> territory = rules.terms().upward(country.get());
        Set<ThingId> subjects = subjects(situation);
        boolean all = !isCovered(country.get());
        boolean before = coveredOnlyFrom(situation).isPresent();
        return material.acts().stream()
                .filter(act -> act.mayHold(situation.on()))
                .filter(act -> all && act.jurisdictions().contains(country.get())
                        || meets(act.jurisdictions(), territory)
                                && (meets(act.subjects(), subjects)
                                        || before && act.until().isPresent()))
                .toList();
    }

    /** Whether it is on record, for some country, how far the law on anything that was named is in the graph. */
    public boolean isOnRecord(Situation situation) {
        return !topics(situation).isEmpty();
    }

    private Set<ThingId> topics(Situation situation) {
        Set<ThingId> terms = NAMED.stream()
                .flatMap(aspect -> situation.values(aspect).stream())
                .flatMap(term -> rules.terms().upward(term).stream())
                .collect(Collectors.toSet());
        return material.topics().entrySet().stream()
                .filter(topic -> meets(topic.getValue(), terms))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * What the graph covers of the country on the subjects that the situation touches, and on those that every situation does. Where the
     * law of the public service is not there, those are not told of its people: for them it holds rules of its own on these too.
     */
    public List<Material.Coverage> coverage(Situation situation) {
        Optional<ThingId> country = situation.jurisdiction();
        if (country.isEmpty()) {
            return List.of();
        }
        Set<ThingId> territory = rules.terms().upward(country.get());
        Set<ThingId> topics = topics(situation);
        List<Material.Coverage> ofCountry = material.coverage().stream()
                .filter(note -> note.country().equals(country.get()))
                .toList();
        List<Material.Coverage> known = ofCountry.isEmpty()
                ? material.coverage().stream()
                        .filter(note -> territory.contains(note.country()))
                        .toList()
                : ofCountry;
        boolean apart = known.stream()
                .anyMatch(note -> note.topic().equals(PUBLIC_SERVICE)
                        && topics.contains(PUBLIC_SERVICE)
                        && note.level().slug().equals(NOT_COVERED));
        return known.stream()
                .filter(note -> topics.contains(note.topic())
                        || !apart && !material.topics().containsKey(note.topic()))
                .sorted(Comparator.comparing(note -> note.topic().toString()))
                .toList();
    }

    /** The first day of which the law is in the graph, where that is after the day of the situation: what held on that day is not there. */
    public Optional<LocalDate> coveredOnlyFrom(Situation situation) {
        return material.coverage().stream()
                .flatMap(note -> note.from().stream())
                .max(Comparator.naturalOrder())
                .filter(situation.on()::isBefore);
    }

    /** Whether anything is known of how the country's own law is covered. */
    public boolean isCovered(ThingId country) {
        // A part of a country has that country's law; a union, above which there is the Council of Europe at most, does
        // not make one of its
        // countries known.
        Set<ThingId> states = rules.terms().upward(country).stream()
                .filter(one -> one.equals(country)
                        || above(one).anyMatch(wider -> above(wider).findAny().isPresent()))
                .collect(Collectors.toSet());
        return material.coverage().stream()
                .anyMatch(note ->
                        states.contains(note.country()) && !note.level().slug().equals(NOT_COVERED));
    }

    private Stream<ThingId> above(ThingId place) {
        return rules.terms().broader().getOrDefault(place, Set.of()).stream();
    }

    private static int nearness(Set<ThingId> subjects, Set<ThingId> asked, Set<ThingId> narrower) {
        return meets(subjects, asked) ? SUBJECT : meets(subjects, narrower) ? NARROWER : 0;
    }

    private static int nearness(Set<ThingId> courts, Optional<ThingId> country, Set<ThingId> territory) {
        return country.filter(courts::contains).isPresent() ? COUNTRY : meets(courts, territory) ? UNION : 0;
    }

    private static boolean meets(Set<ThingId> some, Set<ThingId> others) {
        return !Collections.disjoint(some, others);
    }

    /** The techniques and data that were given, with what is broader, but not the broadest, which is about everything. */
    private Set<ThingId> subjects(Situation situation) {
        Set<ThingId> found = new LinkedHashSet<>(situation.techniques());
        found.addAll(situation.data());
        Set<ThingId> broader = found.stream()
                .flatMap(term -> rules.terms().broader().getOrDefault(term, Set.of()).stream())
                .filter(term ->
                        !rules.terms().broader().getOrDefault(term, Set.of()).isEmpty())
                .collect(Collectors.toSet());
        found.addAll(broader);
        return found;
    }
}
