package org.werkgraaf.web.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.werkgraaf.assess.Aspect;
import org.werkgraaf.web.text.PageText;

/** What was given, what is open and whose law is known, in a reader's words rather than by the names of parameters. */
public final class CheckPhrases {
    private static final List<String> DAYS = List.of("inUseSince", "on");

    private CheckPhrases() {}

    /** Each thing that was given, such as "Land: Nederland" or "Is it done in secret: no". */
    public static List<String> given(CheckAnswer answer, PageText text) {
        return answer.given().entrySet().stream()
                .flatMap(entry -> entry.getKey().equals("fact")
                        ? entry.getValue().stream().map(value -> answered(value, answer, text))
                        : Stream.of(text.message("check.field." + entry.getKey()) + ": "
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
                        .map(value -> text.message("check.field." + parameter) + ": " + text.day(value))
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
        return answer.label("fact/" + value.substring(0, colon)) + ": "
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

    /** The place at which most of what a norm asks is said, rather than where it holds; empty when no place is known. */
    public static Optional<String> place(CheckAnswer.Norm norm) {
        List<String> asked = norm.reasons().stream()
                .filter(reason -> !reason.criterion().equals(Aspect.TERRITORY.parameter()))
                .flatMap(reason -> Stream.ofNullable(reason.passage()))
                .toList();
        List<String> passages = asked.isEmpty()
                ? norm.reasons().stream()
                        .flatMap(reason -> Stream.ofNullable(reason.passage()))
                        .toList()
                : asked;
        // Of those that are named as often, the first.
        return passages.stream()
                .distinct()
                .reduce((one, other) -> count(other, passages) > count(one, passages) ? other : one);
    }

    private static long count(String passage, List<String> passages) {
        return passages.stream().filter(passage::equals).count();
    }
}
