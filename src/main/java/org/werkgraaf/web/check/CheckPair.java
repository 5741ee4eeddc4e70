package org.werkgraaf.web.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two checks beside each other. The second is the first with some parameters otherwise: those that begin with {@code b.}; one that
 * is empty is taken away.
 *
 * @param first the first answer
 * @param second the second answer
 * @param differences norms that stand otherwise, in the order of the first answer
 * @param same norms that stand alike
 */
record CheckPair(CheckAnswer first, CheckAnswer second, List<Difference> differences, List<Difference> same) {
    /** How the parameters of the second check begin. */
    static final String OTHER = "b.";

    /** A norm with how it stands in both; null where it is not on the subject. */
    record Difference(String norm, String label, CheckAnswer.@Nullable Norm first, CheckAnswer.@Nullable Norm second) {}

    static CheckPair of(CheckAnswer first, CheckAnswer second) {
        Map<String, CheckAnswer.Norm> others = new LinkedHashMap<>();
        second.outcomes().forEach(norm -> others.put(norm.norm(), norm));
        List<Difference> differences = new ArrayList<>();
        List<Difference> same = new ArrayList<>();
        for (CheckAnswer.Norm norm : first.outcomes()) {
            CheckAnswer.Norm other = others.remove(norm.norm());
            Difference difference = new Difference(norm.norm(), norm.label(), norm, other);
            (other != null && other.part().equals(norm.part()) ? same : differences).add(difference);
        }
        others.values().forEach(norm -> differences.add(new Difference(norm.norm(), norm.label(), null, norm)));
        return new CheckPair(first, second, List.copyOf(differences), List.copyOf(same));
    }

    /** The parameters of the first check. */
    static Map<String, String[]> first(Map<String, String[]> given) {
        Map<String, String[]> first = new TreeMap<>(given);
        first.keySet().removeIf(name -> name.startsWith(OTHER));
        return first;
    }

    /** The parameters of the second check. */
    static Map<String, String[]> second(Map<String, String[]> given) {
        Map<String, String[]> second = new HashMap<>(first(given));
        given.forEach((name, values) -> {
            if (name.startsWith(OTHER)) {
                second.put(name.substring(OTHER.length()), values);
            }
        });
        return new TreeMap<>(second);
    }
}
