package org.werkgraaf.web.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.assess.Aspect;
import org.werkgraaf.web.text.PageText;

/** What was given, what is open and whose law is known, in a reader's words rather than by the names of parameters. */
public final class CheckPhrases {
    private static final Set<String> ABOUT_WHOM = Set.of(Aspect.ROLE.parameter(), Aspect.STATUS.parameter());
    private static final List<String> DAYS = List.of("inUseSince", "on");

    private CheckPhrases() {}

    /** Each thing that was given, such as "Land: Nederland" or "Is it done in secret: no". */
    public static List<String> given(CheckAnswer answer, PageText text) {
        return answer.given().entrySet().stream()
                .flatMap(entry -> entry.getKey().equals("fact")
                        ? entry.getValue().stream().map(value -> answered(value, answer, text))
                        : Stream.of(text.message("check.field." + entry.getKey()) + text.message("check.colon") + " "
                                + entry.getValue().stream()
                                        .map(value ->
                                                DAYS.contains(entry.getKey()) ? text.day(value) : answer.label(value))
                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    /** The values of one parameter in words that stand by themselves, such as "80 persons" or "covert: no". */
    static List<String> values(String parameter, List<String> values, CheckAnswer answer, PageText text) {
        return switch (parameter) {
            case "fact" ->
                values.stream().map(value -> answered(value, answer, text)).toList();
            case "persons" ->
                values.stream()
                        .map(value -> text.message("check.persons", value))
                        .toList();
            case "inUseSince" ->
                values.stream()
                        .map(value -> text.message("check.field." + parameter) + text.message("check.colon") + " "
                                + text.day(value))
                        .toList();
            default -> values.stream().map(answer::label).toList();
        };
    }

    /** What was typed for something that is called otherwise, such as "You typed 'face scan'; taken as Face recognition". */
    public static List<String> taken(CheckAnswer answer, PageText text) {
        return Optional.ofNullable(answer.taken()).orElse(List.of()).stream()
                .map(name -> text.message("check.taken", name.typed(), answer.label(name.id())))
                .toList();
    }

    /** @param value a question of fact with its answer, such as {@code covert:yes} */
    private static String answered(String value, CheckAnswer answer, PageText text) {
        int colon = value.lastIndexOf(':');
        return answer.label("fact/" + value.substring(0, colon)) + text.message("check.colon") + " "
                + text.message("check." + value.substring(colon + 1));
    }

    /**
     * Something that would decide.
     *
     * @param name of the parameter, or {@code fact=} and the question
     */
    public static String open(String name, CheckAnswer answer, PageText text) {
        return name.startsWith(CheckLinks.FACT)
                ? answer.label("fact/" + name.substring(CheckLinks.FACT.length()))
                : text.message("check.field." + name);
    }

    /** Whether the country's law is known, and how far on each subject; of the law of what the country is part of, whose it is. */
    public static String coverage(CheckAnswer answer) {
        Map<String, List<CheckAnswer.Coverage>> byOwner = answer.coverage().stream()
                .collect(Collectors.groupingBy(
                        CheckAnswer.Coverage::jurisdiction, java.util.LinkedHashMap::new, Collectors.toList()));
        return Stream.concat(
                        Stream.of(answer.territory().text()),
                        byOwner.entrySet().stream()
                                .map(entry -> owner(entry.getKey(), answer)
                                        + entry.getValue().stream()
                                                .map(topic -> topic.label() + " – " + topic.levelLabel())
                                                .collect(Collectors.joining("; "))))
                .collect(Collectors.joining(" "));
    }

    private static String owner(String jurisdiction, CheckAnswer answer) {
        return jurisdiction.equals(answer.territory().jurisdiction()) ? "" : answer.label(jurisdiction) + ": ";
    }

    /**
     * The place at which most of what a norm asks is said, rather than where it holds or for whom; empty when no place is known. Of those
     * that say as much, the first.
     */
    public static Optional<String> place(CheckAnswer.Norm norm) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (CheckAnswer.Reason reason : norm.reasons()) {
            if (reason.passage() != null) {
                weights.merge(reason.passage(), weight(reason.criterion()), Integer::sum);
            }
        }
        return weights.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey);
    }

    private static int weight(String criterion) {
        return criterion.equals(Aspect.TERRITORY.parameter()) ? 1 : ABOUT_WHOM.contains(criterion) ? 4 : 5;
    }
}
