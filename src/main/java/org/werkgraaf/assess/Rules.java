package org.werkgraaf.assess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.werkgraaf.vocabulary.ThingId;

/** The norms of a release in the form in which they are checked, with the way to those that can match. */
public final class Rules {
    /** The question whether national law carries a directive out. */
    static final ThingId TRANSPOSED = new ThingId("fact", "directive-transposed");

    private final Terms terms;
    private final List<Rule> norms;
    private final Map<ThingId, Rule> riskClasses = new HashMap<>();
    private final Map<ThingId, List<Rule>> byTechnique = new HashMap<>();
    private final List<Rule> ofAnyTechnique = new ArrayList<>();

    /**
     * @param norms rights, obligations and prohibitions, each with a condition or more
     * @param riskClasses risk classes with their own conditions
     * @param terms how terms hang together
     */
    public Rules(List<Rule> norms, List<Rule> riskClasses, Terms terms) {
        this.terms = terms;
        this.norms = norms.stream().filter(norm -> !norm.conditions().isEmpty()).toList();
        riskClasses.stream()
                .filter(rule -> !rule.conditions().isEmpty())
                .forEach(rule -> this.riskClasses.put(rule.id(), rule));
        this.norms.forEach(this::file);
    }

    /** How terms hang together. */
    public Terms terms() {
        return terms;
    }

    /** All norms that have conditions. */
    public List<Rule> norms() {
        return norms;
    }

    /** The risk classes that have conditions. */
    Collection<Rule> riskClasses() {
        return riskClasses.values();
    }

    Optional<Rule> riskClass(ThingId id) {
        return Optional.ofNullable(riskClasses.get(id));
    }

    /** The norms that may have to do with the techniques that were given, narrower and broader ones included. */
    Stream<Rule> candidates(Situation situation) {
        if (situation.techniques().isEmpty()) {
            return norms.stream();
        }
        Set<Rule> found = new LinkedHashSet<>(ofAnyTechnique);
        situation.techniques().forEach(technique -> {
            terms.upward(technique).forEach(term -> found.addAll(byTechnique.getOrDefault(term, List.of())));
            found.addAll(byTechnique.getOrDefault(technique, List.of()));
        });
        return found.stream();
    }

    /** Files a norm under each technique that it names and all that are broader, so that a broader one that is asked finds it. */
    private void file(Rule norm) {
        Set<ThingId> under = new LinkedHashSet<>();
        for (Condition condition : norm.conditions()) {
            Optional<Criterion.OneOf> technique = condition.criteria().stream()
                    .filter(Criterion.OneOf.class::isInstance)
                    .map(Criterion.OneOf.class::cast)
                    .filter(criterion -> criterion.aspect() == Aspect.TECHNIQUE)
                    .findFirst();
            if (technique.isEmpty()) {
                ofAnyTechnique.add(norm);
                return;
            }
            technique.get().values().forEach(value -> under.addAll(terms.upward(value)));
        }
        under.forEach(term ->
                byTechnique.computeIfAbsent(term, key -> new ArrayList<>()).add(norm));
    }
}
