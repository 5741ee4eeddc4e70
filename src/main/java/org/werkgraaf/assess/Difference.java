package org.werkgraaf.assess;

import java.util.List;
import java.util.Set;

/**
 * In what a situation may stand otherwise than one that it differs from in little.
 *
 * @param aspects what has to be looked at again
 * @param sameDay whether both are of one day
 */
record Difference(Set<Aspect> aspects, boolean sameDay) {
    static Difference of(Given one, Given other, Rules rules) {
        Set<Aspect> differs = one.differsIn(other);
        // A directive is carried out by a country or by an answer.
        if (differs.contains(Aspect.TERRITORY) || differs.contains(Aspect.FACT)) {
            differs.add(Aspect.TRANSPOSITION);
        }
        if (differs.contains(Aspect.DATA)) {
            differs.add(Aspect.TECHNIQUE);
        }
        if (differs.contains(Aspect.TECHNIQUE)) {
            differs.addAll(List.of(Aspect.DATA, Aspect.PURPOSE));
        }
        // A class is law or not by the day.
        boolean sameDay = other.situation().on().equals(one.situation().on());
        if (!sameDay || rules.classesTurnOn().stream().anyMatch(differs::contains)) {
            differs.add(Aspect.RISK_CLASS);
        }
        return new Difference(differs, sameDay);
    }
}
