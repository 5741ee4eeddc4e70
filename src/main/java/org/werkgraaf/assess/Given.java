package org.werkgraaf.assess;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.werkgraaf.vocabulary.ThingId;

/** A situation with all that follows from it by the terms of the release, worked out once for a check. */
final class Given {
    /** That a reader may name the purpose or data of a technique does not hide what the technique is known for. */
    private final Map<Aspect, Map<ThingId, List<ThingId>>> reached = new EnumMap<>(Aspect.class);

    private static final String STATUS = "worker-status";
    private static final String ROLE = "role";
    private static final String TECHNIQUE = "technique";

    /** What the answer to a question may say is there, by the segment of its class. */
    private static final Map<String, Aspect> ENTAILED =
            Map.of(TECHNIQUE, Aspect.TECHNIQUE, "data-category", Aspect.DATA, STATUS, Aspect.STATUS, ROLE, Aspect.ROLE);

    static final ThingId EMPLOYEE = new ThingId("worker-status", "employee");

    private static final String DECISION_KIND = "decision-kind";

    private final Map<ThingId, Known> facts;
    private final Map<ThingId, List<ThingId>> contradicted;
    private final Situation situation;
    private final Terms terms;

    /**
     * The answer to a question of fact.
     *
     * @param yes the answer
     * @param path what it follows from, that first; the question alone when it was answered
     */
    record Known(boolean yes, List<ThingId> path) {}

    Given(Situation situation, Terms terms) {
        this.situation = situation;
        this.terms = terms;
        this.contradicted = new LinkedHashMap<>();
        for (Aspect aspect : Aspect.values()) {
            reached.put(aspect, reachedFrom(aspect));
        }
        Map<ThingId, List<ThingId>> techniques = reached(Aspect.TECHNIQUE);
        addKnownOf(Aspect.DATA, techniques, terms.takes());
        addKnownOf(Aspect.PURPOSE, techniques, terms.serves());
        this.facts = answers();
        addEntailed();
        addEmployer();
    }

    private Map<ThingId, Known> answers() {
        return new Answers(situation, terms, terms(Aspect.TECHNIQUE), reached(Aspect.DECISION), contradicted).find();
    }

    /** Another situation of the same subject; what does not differ is taken over. */
    private Given(Situation situation, Given like, Set<Aspect> differs) {
        this.situation = situation;
        this.terms = like.terms;
        for (Aspect aspect : Aspect.values()) {
            reached.put(aspect, differs.contains(aspect) ? reachedFrom(aspect) : like.reached(aspect));
        }
        boolean answered = differs.contains(Aspect.FACT);
        this.contradicted = answered ? new LinkedHashMap<>() : like.contradicted;
        this.facts = answered ? answers() : like.facts;
        addEmployer();
    }

    /** The same with another situation. */
    Given with(Situation other) {
        Set<Aspect> differs = situation.differsIn(other);
        boolean anew = differs.contains(Aspect.TECHNIQUE)
                || differs.contains(Aspect.DATA)
                || differs.contains(Aspect.PURPOSE)
                || differs.contains(Aspect.FACT) && entails();
        if (!anew) {
            Given like = new Given(other, this, differs);
            if (!differs.contains(Aspect.FACT) || !like.entails()) {
                return like;
            }
        }
        return new Given(other, terms);
    }

    /** The aspects of which something else is known of the other. */
    Set<Aspect> differsIn(Given other) {
        Set<Aspect> differs = situation.differsIn(other.situation);
        if (situation.facts().equals(other.situation.facts()) && facts.equals(other.facts)) {
            differs.remove(Aspect.FACT);
        }
        for (Aspect aspect : List.of(Aspect.TECHNIQUE, Aspect.DATA, Aspect.DECISION, Aspect.STATUS, Aspect.ROLE)) {
            if (!terms(aspect).equals(other.terms(aspect))) {
                differs.add(aspect);
            }
        }
        if (!settling().equals(other.settling())) {
            differs.addAll(List.of(Aspect.STATUS, Aspect.ROLE));
        }
        // Whether a platform may be an employer as well turns on whom it is asked about.
        if (differs.contains(Aspect.STATUS) && other.situation.role().equals(Situation.PLATFORM)) {
            differs.add(Aspect.ROLE);
        }
        return differs;
    }

    /** The answers to the questions on which it turns what status or role somebody has. */
    private Map<ThingId, Known> settling() {
        Map<ThingId, Known> answers = new HashMap<>();
        for (Map<ThingId, Set<ThingId>> settling : List.of(terms.statuses(), terms.roles())) {
            for (ThingId fact : settling.keySet()) {
                Known known = facts.get(fact);
                if (known != null) {
                    answers.put(fact, known);
                }
            }
        }
        return answers;
    }

    /**
     * The question on which it turns whether somebody of the status that was given has one of others too: whether a platform worker works
     * under a contract of employment; empty when none is open.
     */
    Optional<ThingId> settles(Set<ThingId> statuses) {
        return situation.status().isEmpty()
                ? Optional.empty()
                : settles(terms.statuses(), terms(Aspect.STATUS), statuses);
    }

    private Optional<ThingId> settles(Map<ThingId, Set<ThingId>> questions, Set<ThingId> known, Set<ThingId> values) {
        if (!Collections.disjoint(values, known)) {
            return Optional.empty();
        }
        for (Map.Entry<ThingId, Set<ThingId>> question : questions.entrySet()) {
            if (!facts.containsKey(question.getKey()) && !Collections.disjoint(question.getValue(), values)) {
                return Optional.of(question.getKey());
            }
        }
        return Optional.empty();
    }

    /** The question on which it turns whether the asker is processor or employer besides; empty when that is known. */
    Optional<ThingId> settlesRole(Set<ThingId> roles) {
        boolean mayEmploy = situation.role().equals(Situation.PLATFORM)
                && roles.contains(Situation.EMPLOYER)
                && path(Aspect.ROLE, Situation.EMPLOYER).isEmpty();
        return mayEmploy ? settles(Set.of(EMPLOYEE)) : settles(terms.roles(), terms(Aspect.ROLE), roles);
    }

    /** Whether a question was answered by yes of which the answer says that a technique or data are there. */
    private boolean entails() {
        for (ThingId fact : terms.entails().keySet()) {
            Known known = facts.get(fact);
            if (known != null && known.yes()) {
                return true;
            }
        }
        return false;
    }

    private Map<ThingId, List<ThingId>> reachedFrom(Aspect aspect) {
        Map<ThingId, List<ThingId>> start = Terms.start(situation.values(aspect));
        if (aspect == Aspect.DECISION) {
            addServed(start, situation.purposes());
            addServed(start, situation.techniques());
        }
        return Terms.reach(start, terms.steps(aspect));
    }

    /** Who says that it serves to select people, or screens them, says that it decides whom to hire; what it is only known to serve says nothing. */
    private void addServed(Map<ThingId, List<ThingId>> decisions, Set<ThingId> told) {
        for (ThingId one : told) {
            terms.entails().getOrDefault(one, Set.of()).stream()
                    .filter(kind -> kind.segment().equals(DECISION_KIND))
                    .forEach(kind -> decisions.putIfAbsent(kind, List.of(one, kind)));
        }
    }

    Situation situation() {
        return situation;
    }

    /** The way from what was given to the value; empty when there is none. */
    Optional<List<ThingId>> path(Aspect aspect, ThingId value) {
        return Optional.ofNullable(reached(aspect).get(value));
    }

    /** All that was given of an aspect or follows from it. */
    Set<ThingId> terms(Aspect aspect) {
        return reached(aspect).keySet();
    }

    /** Whether something was given that is broader than one of the values, so that it may be meant. */
    boolean mayBe(Aspect aspect, Set<ThingId> values) {
        Set<ThingId> said = situation.values(aspect);
        if (said.isEmpty()) {
            return false;
        }
        for (ThingId value : values) {
            Set<ThingId> upward = terms.upward(value);
            for (ThingId one : said) {
                if (upward.contains(one)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What was named of an aspect, and the data that the techniques which were named are known to take. */
    Set<ThingId> told(Aspect aspect) {
        if (aspect != Aspect.DATA) {
            return situation.values(aspect);
        }
        Set<ThingId> data = new LinkedHashSet<>(situation.data());
        situation.techniques().forEach(one -> data.addAll(terms.takes().getOrDefault(one, Set.of())));
        return data;
    }

    /** Whether a thing is one of the values, or narrower, or so broad that one of them may be meant. */
    boolean mayBeOneOf(ThingId one, Set<ThingId> values) {
        Set<ThingId> upward = terms.upward(one);
        return values.stream()
                .anyMatch(value -> upward.contains(value) || terms.upward(value).contains(one));
    }

    /** Whether a technique, or what the value is narrower than, is known to take data that were given. */
    boolean takesWhatWasGiven(ThingId technique) {
        Set<ThingId> data = reached(Aspect.DATA).keySet();
        return terms.takes().getOrDefault(technique, Set.of()).stream().anyMatch(data::contains);
    }

    /** The questions that are answered here and not there, there and not here, or otherwise. */
    Set<ThingId> answeredOtherwise(Given other) {
        if (facts == other.facts) {
            return Set.of();
        }
        Set<ThingId> otherwise = new HashSet<>();
        facts.forEach((fact, known) -> {
            if (!known.equals(other.facts.get(fact))) {
                otherwise.add(fact);
            }
        });
        for (ThingId fact : other.facts.keySet()) {
            if (!facts.containsKey(fact)) {
                otherwise.add(fact);
            }
        }
        return otherwise;
    }

    Optional<Known> fact(ThingId fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /** Questions that were answered otherwise than follows from what was given besides, each with what that is. */
    Map<ThingId, List<ThingId>> contradicted() {
        return contradicted;
    }

    /** Every aspect is reached from the beginning on. */
    private Map<ThingId, List<ThingId>> reached(Aspect aspect) {
        return Objects.requireNonNull(reached.get(aspect));
    }

    private void addKnownOf(Aspect aspect, Map<ThingId, List<ThingId>> techniques, Map<ThingId, Set<ThingId>> known) {
        Map<ThingId, List<ThingId>> start = new LinkedHashMap<>(reached(aspect));
        techniques.forEach((technique, path) -> {
            // What a broader technique takes, a narrower one need not take.
            if (path.size() == 1) {
                known.getOrDefault(technique, Set.of())
                        .forEach(value -> start.putIfAbsent(value, List.of(technique, value)));
            }
        });
        reached.put(aspect, Terms.reach(start, terms.broader()));
    }

    /** Who says that faces are searched for emotions says that emotion recognition is used, whatever else it is called. */
    private void addEntailed() {
        if (!entails()) {
            return;
        }
        ENTAILED.forEach((segment, aspect) -> {
            Map<ThingId, List<ThingId>> start = new LinkedHashMap<>(reached(aspect));
            terms.entails()
                    .forEach((fact, there) -> fact(fact)
                            .filter(Known::yes)
                            .ifPresent(known -> there.stream()
                                    .filter(term -> term.segment().equals(segment))
                                    .forEach(term -> start.putIfAbsent(term, List.of(fact, term)))));
            if (start.size() > reached(aspect).size()) {
                reached.put(aspect, Terms.reach(start, terms.steps(aspect)));
            }
        });
    }

    /** Towards people who work for it under a contract of employment a platform is an employer as well. */
    private void addEmployer() {
        if (situation.role().equals(Situation.PLATFORM)
                && reached(Aspect.STATUS).containsKey(EMPLOYEE)) {
            Map<ThingId, List<ThingId>> start = new LinkedHashMap<>(reached(Aspect.ROLE));
            start.putIfAbsent(Situation.EMPLOYER, List.of(Situation.PLATFORM, Situation.EMPLOYER));
            reached.put(Aspect.ROLE, Terms.reach(start, terms.steps(Aspect.ROLE)));
        } else if (reached(Aspect.ROLE).containsKey(Situation.EMPLOYER)
                && situation.role().equals(Situation.PLATFORM)) {
            reached.put(Aspect.ROLE, reachedFrom(Aspect.ROLE));
        }
    }
}
