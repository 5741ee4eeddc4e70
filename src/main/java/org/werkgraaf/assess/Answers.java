package org.werkgraaf.assess;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.werkgraaf.assess.Given.Known;
import org.werkgraaf.vocabulary.ThingId;

/** Works out which questions of fact are answered: by the asker, or by what was given besides. */
final class Answers {
    private static final String TECHNIQUE = "technique";

    private static final ThingId COUNCIL = new ThingId("fact", "works-council-exists");
    private static final ThingId OTHER_BODY = new ThingId("fact", "staff-representation-exists");
    private static final ThingId BODY = new ThingId("fact", "employee-body-exists");

    private final Situation situation;
    private final Terms terms;
    private final Set<ThingId> techniques;
    private final Map<ThingId, List<ThingId>> decisions;
    private final Map<ThingId, List<ThingId>> contradicted;

    /**
     * @param techniques the techniques that were given, with what is broader
     * @param decisions the kinds of decision that were given or follow, each with the way there
     * @param contradicted where questions are noted that were answered otherwise than follows, each with what from
     */
    Answers(
            Situation situation,
            Terms terms,
            Set<ThingId> techniques,
            Map<ThingId, List<ThingId>> decisions,
            Map<ThingId, List<ThingId>> contradicted) {
        this.situation = situation;
        this.terms = terms;
        this.techniques = techniques;
        this.decisions = decisions;
        this.contradicted = contradicted;
    }

    /** All answers, and the contradictions on the way. */
    Map<ThingId, Known> find() {
        Map<ThingId, Known> derived = new HashMap<>();
        Set<ThingId> undecided = new LinkedHashSet<>();
        for (Aspect aspect : Situation.ANSWERING) {
            Map<ThingId, List<ThingId>> stated = aspect == Aspect.DECISION
                    ? decisions
                    : Terms.reach(Terms.start(situation.values(aspect)), terms.broader());
            stated.forEach((term, path) -> {
                note(derived, undecided, established(aspect, term), true, path);
                note(derived, undecided, terms.contradicts().getOrDefault(term, Set.of()), false, path);
            });
        }
        undecided.forEach(derived::remove);
        situation.facts().forEach((fact, yes) -> {
            Known known = derived.get(fact);
            if (known != null && known.yes() != yes) {
                contradicted.put(fact, List.of(known.path().get(0)));
            } else if (known == null) {
                derived.put(fact, new Known(yes, List.of(fact)));
            }
        });
        ofTheCountry(derived);
        close(derived);
        return derived;
    }

    /**
     * The questions that a term answers by yes. Data do so of a technique only where it is used: that there is a voice says nothing of
     * emotions, but who reads emotions with the voice at hand reads them from the body.
     */
    private Set<ThingId> established(Aspect aspect, ThingId term) {
        Set<ThingId> questions = terms.establishes().getOrDefault(term, Set.of());
        if (aspect != Aspect.DATA) {
            return questions;
        }
        return questions.stream()
                .filter(question -> terms.entails().getOrDefault(question, Set.of()).stream()
                        .filter(there -> there.segment().equals(TECHNIQUE))
                        .allMatch(techniques::contains))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the law of a country knows but one kind of is not asked, unless the asker says otherwise. */
    private void ofTheCountry(Map<ThingId, Known> known) {
        Terms.reach(Terms.start(situation.values(Aspect.TERRITORY)), terms.broader())
                .forEach((place, path) -> {
                    terms.establishes()
                            .getOrDefault(place, Set.of())
                            .forEach(fact -> known.putIfAbsent(fact, new Known(true, path)));
                    terms.contradicts()
                            .getOrDefault(place, Set.of())
                            .forEach(fact -> known.putIfAbsent(fact, new Known(false, path)));
                });
    }

    private static void note(
            Map<ThingId, Known> derived,
            Set<ThingId> undecided,
            Set<ThingId> questions,
            boolean yes,
            List<ThingId> path) {
        for (ThingId question : questions) {
            Known before = derived.putIfAbsent(question, new Known(yes, path));
            if (before != null && before.yes() != yes) {
                undecided.add(question);
            }
        }
    }

    /**
     * A yes to one question may be a yes or no to another. Whether a body speaks for the staff asks by its words whether there is a council or
     * anything in its place, so that no to both is no to it; that is what the question means, and no law of its own. What a yes would
     * contradict is answered by no: who says that it is done in secret need not be asked whether all consent.
     */
    private void close(Map<ThingId, Known> known) {
        Known council = known.get(COUNCIL);
        Known instead = known.get(OTHER_BODY);
        if (council != null && !council.yes() && instead != null && !instead.yes()) {
            known.putIfAbsent(BODY, new Known(false, council.path()));
        }
        Deque<ThingId> open = new ArrayDeque<>(known.keySet());
        while (!open.isEmpty()) {
            ThingId fact = open.removeFirst();
            Known answer = known.get(fact);
            if (answer == null) {
                continue;
            }
            if (answer.yes()) {
                follow(known, open, terms.establishes().getOrDefault(fact, Set.of()), true, answer.path());
                follow(known, open, terms.contradicts().getOrDefault(fact, Set.of()), false, answer.path());
            }
            for (ThingId other : terms.deniedBy(fact, answer.yes())) {
                if (known.putIfAbsent(other, new Known(false, answer.path())) == null) {
                    open.addLast(other);
                }
            }
        }
    }

    private void follow(
            Map<ThingId, Known> known, Deque<ThingId> open, Set<ThingId> questions, boolean yes, List<ThingId> path) {
        for (ThingId question : questions) {
            Known before = known.putIfAbsent(question, new Known(yes, path));
            if (before == null) {
                open.addLast(question);
            } else if (before.yes() != yes) {
                contradicted.put(question, List.of(before.path().get(0), path.get(0)));
            }
        }
    }
}
