package org.werkgraaf.web.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.web.text.PageText;

/**
 * Two checks beside each other. The second is the first with some parameters otherwise: those that begin with {@code b.}; one that
 * is empty is taken away.
 *
 * @param first the first answer
 * @param second the second answer
 * @param differences norms that stand otherwise: those first that are on the subject in both, in the order of the first answer, then
 *     the law of one of the two alone
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
        List<Difference> alone = new ArrayList<>();
        for (CheckAnswer.Norm norm : first.outcomes()) {
            CheckAnswer.Norm other = others.remove(norm.norm());
            Difference difference = new Difference(norm.norm(), norm.label(), norm, other);
            if (other == null) {
                if (holdsPerhaps(norm)) {
                    alone.add(difference);
                }
            } else {
                (other.part().equals(norm.part()) ? same : differences).add(difference);
            }
        }
        others.values().stream()
                .filter(CheckPair::holdsPerhaps)
                .forEach(norm -> alone.add(new Difference(norm.norm(), norm.label(), null, norm)));
        differences.addAll(alone);
        return new CheckPair(first, second, List.copyOf(differences), List.copyOf(same));
    }

    /** What does not apply in one answer and is not there in the other stands alike in both. */
    private static boolean holdsPerhaps(CheckAnswer.Norm norm) {
        return !norm.part().equals(Part.NOT.text());
    }

    /** The norms that are on the subject in both, and stand otherwise. */
    public List<Difference> shared() {
        return differences.stream()
                .filter(each -> each.first() != null && each.second() != null)
                .toList();
    }

    /** The norms that are on the subject in the first answer alone, by part. */
    public Map<String, List<CheckAnswer.Norm>> onlyFirst() {
        return byPart(differences.stream()
                .filter(each -> each.second() == null)
                .flatMap(each -> Stream.ofNullable(each.first())));
    }

    /** The norms that are on the subject in the second answer alone, by part. */
    public Map<String, List<CheckAnswer.Norm>> onlySecond() {
        return byPart(differences.stream()
                .filter(each -> each.first() == null)
                .flatMap(each -> Stream.ofNullable(each.second())));
    }

    /** What is said of the first check and not of the second, such as "Netherlands"; "first" when nothing is. */
    public String firstName(PageText text) {
        return name(first, second, text).orElseGet(() -> text.message("check.compare.first"));
    }

    /** What is said of the second check and not of the first; "second" when nothing is. */
    public String secondName(PageText text) {
        return name(second, first, text).orElseGet(() -> text.message("check.compare.second"));
    }

    private static Optional<String> name(CheckAnswer answer, CheckAnswer other, PageText text) {
        Set<String> others = Set.copyOf(said(other, text));
        String name =
                said(answer, text).stream().filter(one -> !others.contains(one)).collect(Collectors.joining(", "));
        return Optional.of(name).filter(one -> !one.isEmpty());
    }

    private static List<String> said(CheckAnswer answer, PageText text) {
        List<String> said = new ArrayList<>();
        said.add(text.day(answer.on()));
        answer.given()
                .forEach((parameter, values) -> said.addAll(CheckPhrases.values(parameter, values, answer, text)));
        return said;
    }

    private static Map<String, List<CheckAnswer.Norm>> byPart(Stream<CheckAnswer.Norm> norms) {
        return norms.collect(Collectors.groupingBy(CheckAnswer.Norm::part, LinkedHashMap::new, Collectors.toList()));
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
