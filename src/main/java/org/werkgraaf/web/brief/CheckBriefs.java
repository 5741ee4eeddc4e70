package org.werkgraaf.web.brief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.werkgraaf.web.ask.CheckParameters;
import org.werkgraaf.web.brief.CheckBrief.Norm;
import org.werkgraaf.web.check.CheckAnswer;
import org.werkgraaf.web.check.CheckAnswers;
import org.werkgraaf.web.check.CheckPhrases;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;

/** Tells the answer of a check in short: what must be known first of each part, or one part by pages. */
@Component
public class CheckBriefs {
    /** About 800 tokens with what stands around the norms. */
    private static final int ROOM = 1450;

    /** Of what must be known before anything begins, more than of the rest. */
    private static final Map<String, Integer> NORMS = Map.of("forbidden", 6, "precondition", 6, "before", 5);

    private static final int NORMS_OF_REST = 2;
    /** What gets room before the other parts do. */
    private static final List<String> FIRST = List.of("forbidden", "precondition", "before", "depends");

    /** What does not apply is told when it is asked for. */
    private static final String NOT = "not";

    private static final int MISSING = 3;
    private static final int EXCEPTIONS = 2;

    private final CheckParameters parameters;
    private final CheckAnswers answers;

    CheckBriefs(CheckParameters parameters, CheckAnswers answers) {
        this.parameters = parameters;
        this.answers = answers;
    }

    /**
     * The first norms of each part, or those of one part.
     *
     * @param part absent for a little of each
     * @throws RequestException when the facts cannot be read
     */
    public CheckBrief of(Map<String, String[]> given, String lang, @Nullable AnswerPart part) {
        CheckAnswer answer = answer(given, lang);
        return part == null ? beginning(answer) : only(answer, part);
    }

    private CheckBrief beginning(CheckAnswer answer) {
        Budget budget = new Budget(ROOM);
        Map<String, List<Norm>> parts = new LinkedHashMap<>();
        Map<String, Integer> more = new LinkedHashMap<>();
        Map<String, List<CheckAnswer.Norm>> all = byPart(answer);
        Map<String, List<Norm>> shown = new HashMap<>();
        Stream.concat(FIRST.stream(), all.keySet().stream())
                .filter(all::containsKey)
                .distinct()
                .forEach(part -> shown.put(part, first(part, all.getOrDefault(part, List.of()), answer, budget)));
        all.forEach((part, norms) -> {
            List<Norm> told = shown.getOrDefault(part, List.of());
            if (!told.isEmpty()) {
                parts.put(part, told);
            }
            if (told.size() < norms.size()) {
                more.put(part, norms.size() - told.size());
            }
        });
        boolean complete = more.keySet().stream().allMatch(NOT::equals);
        return brief(
                answer,
                parts,
                more.isEmpty() ? null : more,
                complete,
                complete ? null : "'more' counts the norms that are left out, by part: check again with that part.");
    }

    private static List<Norm> first(String part, List<CheckAnswer.Norm> norms, CheckAnswer answer, Budget budget) {
        List<Norm> shown = new ArrayList<>();
        int most = part.equals(NOT) ? 0 : NORMS.getOrDefault(part, NORMS_OF_REST);
        for (CheckAnswer.Norm norm : norms) {
            Norm told = norm(norm, answer);
            if (shown.size() == most || !take(budget, told)) {
                break;
            }
            shown.add(told);
        }
        return shown;
    }

    private static CheckBrief only(CheckAnswer answer, AnswerPart part) {
        List<CheckAnswer.Norm> norms = byPart(answer).getOrDefault(part.name(), List.of());
        List<Norm> shown =
                part.of(norms).stream().map(norm -> norm(norm, answer)).toList();
        String rest = part.rest(norms.size());
        return brief(answer, Map.of(part.name(), shown), null, rest.isEmpty(), rest.isEmpty() ? null : rest);
    }

    private CheckAnswer answer(Map<String, String[]> given, String lang) {
        if (CheckParameters.asksNothing(given)) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "Nothing says what is asked about. Give at least one of technique, data, purpose, decision, such as"
                            + " technique keylogging.");
        }
        return answers.of(parameters.asked(given), lang, given);
    }

    private static Map<String, List<CheckAnswer.Norm>> byPart(CheckAnswer answer) {
        return answer.once().stream()
                .collect(Collectors.groupingBy(CheckAnswer.Norm::part, LinkedHashMap::new, Collectors.toList()));
    }

    private static boolean take(Budget budget, Norm norm) {
        return budget.take(
                norm.norm(),
                norm.label(),
                norm.provision(),
                String.valueOf(norm.place()),
                String.valueOf(norm.missing()),
                String.valueOf(norm.unless()));
    }

    private static Norm norm(CheckAnswer.Norm norm, CheckAnswer answer) {
        Optional<String> passage = CheckPhrases.place(norm);
        return new Norm(
                norm.norm(),
                norm.label(),
                norm.provisions().isEmpty() ? "" : norm.provisions().get(0),
                passage.map(each -> place(each, answer))
                        .orElse(
                                norm.provisions().isEmpty()
                                        ? null
                                        : answer.label(norm.provisions().get(0))),
                passage.map(each -> verification(each, answer)).orElse(null),
                norm.missing().isEmpty() ? null : few(norm.missing(), MISSING),
                unless(norm),
                norm.state().equals("not-yet") ? norm.from() : null,
                norm.bindingness() == null ? null : Boolean.TRUE);
    }

    static String place(String passage, CheckAnswer answer) {
        CheckAnswer.Place place = answer.passages().get(passage);
        if (place == null) {
            return passage;
        }
        CheckAnswer.Source source = answer.sources().get(place.source());
        return Stream.of(
                        Optional.of(source == null ? place.source() : source.label()),
                        Optional.ofNullable(place.section()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** How far what a passage says was checked; absent when that is not known. */
    static @Nullable String verification(String passage, CheckAnswer answer) {
        CheckAnswer.Place place = answer.passages().get(passage);
        return place == null ? null : place.verification();
    }

    private static @Nullable List<String> unless(CheckAnswer.Norm norm) {
        List<String> exceptions = Optional.ofNullable(norm.exceptions()).orElse(List.of()).stream()
                .filter(exception -> !Boolean.FALSE.equals(exception.holds()))
                .map(CheckAnswer.Exception::exception)
                .toList();
        return exceptions.isEmpty() ? null : few(exceptions, EXCEPTIONS);
    }

    /** The first of a list, and how many others there are. */
    private static List<String> few(List<String> all, int max) {
        if (all.size() <= max) {
            return all;
        }
        List<String> few = new ArrayList<>(all.subList(0, max));
        few.add("and " + (all.size() - max) + " more");
        return few;
    }

    private static CheckBrief brief(
            CheckAnswer answer,
            Map<String, List<Norm>> parts,
            @Nullable Map<String, Integer> more,
            boolean complete,
            @Nullable String rest) {
        CheckAnswer.Question next = answer.next();
        return new CheckBrief(
                answer.on(),
                answer.given(),
                CheckPhrases.coverage(answer),
                parts,
                next == null ? null : new CheckBrief.Ask(next.parameter(), next.question(), next.values()),
                answer.questions().size(),
                more,
                complete,
                rest,
                answer.release(),
                String.valueOf(answer.links().get("html")));
    }
}
