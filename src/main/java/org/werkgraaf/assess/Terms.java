package org.werkgraaf.assess;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.ThingId;

/** How terms hang together in a release, with what is broader than each worked out beforehand. */
public final class Terms {
    private static final String STATUS = "worker-status";
    private static final String ROLE = "role";
    private static final String FACT = "fact";

    private final Map<ThingId, Set<ThingId>> broader;
    private final Map<ThingId, Set<ThingId>> takes;
    private final Map<ThingId, Set<ThingId>> serves;
    private final Map<ThingId, Set<ThingId>> establishes;
    private final Map<ThingId, Set<ThingId>> contradicts;
    private final Map<ThingId, Set<ThingId>> entails;
    private final Map<ThingId, List<Transposition>> transpositions;
    private final Map<ThingId, LocalDate> transposeBy;
    private final Set<ThingId> openStandards;
    private final Map<ThingId, Set<ThingId>> roleSteps;
    private final Map<ThingId, Set<ThingId>> answers;
    private final Map<ThingId, Set<ThingId>> upward = new HashMap<>();
    private final Map<ThingId, Set<ThingId>> statuses = new LinkedHashMap<>();
    private final Map<ThingId, Set<ThingId>> roles = new LinkedHashMap<>();
    private final Map<ThingId, Set<ThingId>> deniedByYes;
    private final Map<ThingId, Set<ThingId>> deniedByNo;

    /**
     * How a country carries a directive out.
     *
     * @param by the national law; empty when none was known on the day of the last look
     * @param from its first day
     */
    public record Transposition(
            ThingId id, ThingId directive, ThingId country, Optional<ThingId> by, Optional<LocalDate> from) {}

    /**
     * @param broader the next broader terms of each
     * @param takes the data that each technique is known to take
     * @param serves the purposes that each technique is known to serve
     * @param actsAs the roles that somebody in a role has besides
     * @param establishes the questions that each term answers by yes
     * @param contradicts the questions that each term answers by no
     * @param entails the techniques and data that are there where a question is answered by yes
     * @param transpositions how countries carry directives out
     * @param transposeBy by when directives must be carried out
     * @param openStandards the questions that only a person can judge
     */
    public Terms(
            Map<ThingId, Set<ThingId>> broader,
            Map<ThingId, Set<ThingId>> takes,
            Map<ThingId, Set<ThingId>> serves,
            Map<ThingId, Set<ThingId>> actsAs,
            Map<ThingId, Set<ThingId>> establishes,
            Map<ThingId, Set<ThingId>> contradicts,
            Map<ThingId, Set<ThingId>> entails,
            List<Transposition> transpositions,
            Map<ThingId, LocalDate> transposeBy,
            Set<ThingId> openStandards) {
        this.openStandards = openStandards;
        this.broader = broader;
        this.takes = takes;
        this.serves = serves;
        this.establishes = establishes;
        this.contradicts = contradicts;
        this.entails = entails;
        this.transpositions = transpositions.stream().collect(Collectors.groupingBy(Transposition::directive));
        this.transposeBy = transposeBy;
        this.roleSteps = both(broader, actsAs);
        this.answers = both(establishes, contradicts);
        this.deniedByYes = backwards(contradicts);
        this.deniedByNo = backwards(establishes);
        broader.keySet()
                .forEach(term ->
                        upward.put(term, reach(start(List.of(term)), broader).keySet()));
        entails.forEach((fact, there) -> {
            file(fact, there, STATUS, statuses);
            file(fact, there, ROLE, roles);
        });
    }

    private void file(ThingId fact, Set<ThingId> there, String segment, Map<ThingId, Set<ThingId>> questions) {
        Set<ThingId> found = there.stream()
                .filter(term -> term.segment().equals(segment))
                .flatMap(term -> upward(term).stream())
                .collect(Collectors.toUnmodifiableSet());
        if (!found.isEmpty()) {
            questions.put(fact, found);
        }
    }

    /** Of the questions, by which other each is answered. */
    private static Map<ThingId, Set<ThingId>> backwards(Map<ThingId, Set<ThingId>> links) {
        Map<ThingId, Set<ThingId>> back = new HashMap<>();
        links.forEach((from, to) -> {
            if (from.segment().equals(FACT)) {
                to.forEach(one ->
                        back.computeIfAbsent(one, key -> new LinkedHashSet<>()).add(from));
            }
        });
        return back;
    }

    private static Map<ThingId, Set<ThingId>> both(Map<ThingId, Set<ThingId>> one, Map<ThingId, Set<ThingId>> other) {
        Map<ThingId, Set<ThingId>> steps = new HashMap<>(one);
        other.forEach((from, to) -> steps.merge(from, to, (before, more) -> {
            Set<ThingId> all = new LinkedHashSet<>(before);
            all.addAll(more);
            return all;
        }));
        return steps;
    }

    private static Map<ThingId, Set<Transposition>> sets(Map<ThingId, List<Transposition>> lists) {
        return lists.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** Whether all terms hang together as in another release. */
    boolean isSameAs(Terms other) {
        return broader.equals(other.broader)
                && takes.equals(other.takes)
                && serves.equals(other.serves)
                && roleSteps.equals(other.roleSteps)
                && establishes.equals(other.establishes)
                && contradicts.equals(other.contradicts)
                && entails.equals(other.entails)
                && sets(transpositions).equals(sets(other.transpositions))
                && transposeBy.equals(other.transposeBy)
                && openStandards.equals(other.openStandards);
    }

    /** The next broader terms of each. */
    Map<ThingId, Set<ThingId>> broader() {
        return broader;
    }

    /** The data that each technique is known to take. */
    Map<ThingId, Set<ThingId>> takes() {
        return takes;
    }

    /** The purposes that each technique is known to serve. */
    Map<ThingId, Set<ThingId>> serves() {
        return serves;
    }

    /** The questions that each term answers by yes. */
    Map<ThingId, Set<ThingId>> establishes() {
        return establishes;
    }

    /** The questions that each term answers by no. */
    Map<ThingId, Set<ThingId>> contradicts() {
        return contradicts;
    }

    /** The techniques and data that are there where a question is answered by yes. */
    Map<ThingId, Set<ThingId>> entails() {
        return entails;
    }

    /** The questions of which a yes says what status somebody has, each with that status and all that is broader. */
    Map<ThingId, Set<ThingId>> statuses() {
        return statuses;
    }

    /** The questions to which a yes would contradict an answer to another. */
    Set<ThingId> deniedBy(ThingId question, boolean yes) {
        return (yes ? deniedByYes : deniedByNo).getOrDefault(question, Set.of());
    }

    /** The questions of which a yes says what role the asker has besides, each with that role and all that is broader. */
    Map<ThingId, Set<ThingId>> roles() {
        return roles;
    }

    /** The questions that only a person can judge. */
    Set<ThingId> openStandards() {
        return openStandards;
    }

    /** The questions that describe what is done, as a technique may answer them by what it is, such as whether it is covert. */
    Set<ThingId> descriptions() {
        return establishes.entrySet().stream()
                .filter(entry -> entry.getKey().segment().equals("technique"))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The questions that each term answers, by yes or by no. */
    Map<ThingId, Set<ThingId>> answers() {
        return answers;
    }

    /** By when directives must be carried out. */
    Map<ThingId, LocalDate> transposeBy() {
        return transposeBy;
    }

    /** From what was given to what it counts as besides: what is broader, and of a role what it acts as. */
    Map<ThingId, Set<ThingId>> steps(Aspect aspect) {
        return aspect == Aspect.ROLE ? roleSteps : broader;
    }

    /** What can be reached from the start by the steps, with the way there, start first. */
    static Map<ThingId, List<ThingId>> reach(Map<ThingId, List<ThingId>> start, Map<ThingId, Set<ThingId>> steps) {
        if (start.isEmpty()) {
            return start;
        }
        Map<ThingId, List<ThingId>> reached = new LinkedHashMap<>(start);
        Deque<ThingId> open = new ArrayDeque<>(start.keySet());
        while (!open.isEmpty()) {
            ThingId here = open.removeFirst();
            for (ThingId next : steps.getOrDefault(here, Set.of())) {
                if (!reached.containsKey(next)) {
                    List<ThingId> path = new ArrayList<>(reached.get(here));
                    path.add(next);
                    reached.put(next, List.copyOf(path));
                    open.addLast(next);
                }
            }
        }
        return reached;
    }

    /** Each value with itself as the way there. */
    static Map<ThingId, List<ThingId>> start(Iterable<ThingId> values) {
        Map<ThingId, List<ThingId>> start = new LinkedHashMap<>();
        values.forEach(value -> start.put(value, List.of(value)));
        return start;
    }

    /** The term and all that are broader. */
    public Set<ThingId> upward(ThingId term) {
        return upward.getOrDefault(term, Set.of(term));
    }

    /** Whether something is one of the first, or narrower, and one of the others as well. */
    boolean overlap(Set<ThingId> some, Set<ThingId> others) {
        return Stream.of(some, others, broader.keySet())
                .flatMap(Set::stream)
                .map(this::upward)
                .anyMatch(upward -> upward.stream().anyMatch(some::contains)
                        && upward.stream().anyMatch(others::contains));
    }

    /** How a country carries a directive out: its own way, or that of what it is part of. */
    Optional<Transposition> transposition(ThingId directive, ThingId country) {
        Set<ThingId> territory = upward(country);
        for (Transposition one : transpositions.getOrDefault(directive, List.of())) {
            if (territory.contains(one.country())) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
