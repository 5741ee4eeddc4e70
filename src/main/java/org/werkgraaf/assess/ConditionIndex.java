package org.werkgraaf.assess;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.werkgraaf.vocabulary.ThingId;

/**
 * Finds the norms of which a condition may be about a situation: by territory, technique and data. It leaves out only norms of which
 * every condition certainly fails on one of these, so that the cost of a check grows with the norms that can match.
 */
final class ConditionIndex {
    private static final List<Aspect> BY = List.of(Aspect.TERRITORY, Aspect.TECHNIQUE, Aspect.DATA);

    private final Terms terms;
    private final Map<Aspect, Entries> entries = new EnumMap<>(Aspect.class);
    private final Map<ThingId, Set<ThingId>> takenBy = new HashMap<>();
    private int conditions;
    private int[] normOf = new int[64];

    /** Conditions by what they name, by what is broader than that, and those that name nothing of the aspect. */
    private record Entries(Map<ThingId, BitSet> named, Map<ThingId, BitSet> above, BitSet silent) {
        Entries() {
            this(new HashMap<>(), new HashMap<>(), new BitSet());
        }
    }

    ConditionIndex(List<Rule> norms, Terms terms) {
        this.terms = terms;
        BY.forEach(aspect -> entries.put(aspect, new Entries()));
        terms.takes()
                .forEach((technique, data) ->
                        data.forEach(one -> takenBy.computeIfAbsent(one, key -> new java.util.LinkedHashSet<>())
                                .add(technique)));
        for (int i = 0; i < norms.size(); i++) {
            for (Condition condition : norms.get(i).conditions()) {
                file(condition, i);
            }
        }
    }

    private void file(Condition condition, int norm) {
        int number = conditions++;
        if (number == normOf.length) {
            normOf = java.util.Arrays.copyOf(normOf, number * 2);
        }
        normOf[number] = norm;
        entries.forEach((aspect, all) -> {
            Set<ThingId> values = condition.criteria().stream()
                    .filter(Criterion.OneOf.class::isInstance)
                    .map(Criterion.OneOf.class::cast)
                    .filter(criterion -> criterion.aspect() == aspect)
                    .map(Criterion.OneOf::values)
                    .findFirst()
                    .orElse(Set.of());
            if (values.isEmpty()) {
                all.silent().set(number);
            }
            values.forEach(value -> {
                add(all.named(), value, number);
                terms.upward(value).forEach(term -> add(all.above(), term, number));
            });
        });
    }

    private static void add(Map<ThingId, BitSet> to, ThingId term, int number) {
        to.computeIfAbsent(term, key -> new BitSet()).set(number);
    }

    /** The numbers of the norms in the list that was filed. */
    BitSet norms(Given given) {
        BitSet found = new BitSet(conditions);
        found.set(0, conditions);
        for (Aspect aspect : BY) {
            if (!given.situation().values(aspect).isEmpty()) {
                found.and(about(aspect, given));
            } else if (aspect == Aspect.TECHNIQUE && !given.situation().data().isEmpty()) {
                found.and(taking(given));
            }
        }
        BitSet norms = new BitSet();
        found.stream().forEach(number -> norms.set(normOf[number]));
        return norms;
    }

    /** What names a term that was given or follows from it, or one that is narrower than what was given. */
    private BitSet about(Aspect aspect, Given given) {
        Entries all = java.util.Objects.requireNonNull(entries.get(aspect));
        BitSet found = (BitSet) all.silent().clone();
        given.terms(aspect).forEach(term -> addAll(found, all.named().get(term)));
        given.situation()
                .values(aspect)
                .forEach(term -> addAll(found, all.above().get(term)));
        return found;
    }

    /** When only data were given: what names a technique that is known to take them, or that an answer says is used. */
    private BitSet taking(Given given) {
        Entries all = java.util.Objects.requireNonNull(entries.get(Aspect.TECHNIQUE));
        BitSet found = (BitSet) all.silent().clone();
        given.terms(Aspect.TECHNIQUE).forEach(term -> addAll(found, all.named().get(term)));
        given.terms(Aspect.DATA)
                .forEach(term -> takenBy.getOrDefault(term, Set.of())
                        .forEach(technique -> addAll(found, all.named().get(technique))));
        return found;
    }

    private static void addAll(BitSet to, @org.jspecify.annotations.Nullable BitSet more) {
        if (more != null) {
            to.or(more);
        }
    }
}
