package org.werkgraaf.web.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.assess.Aspect;
import org.werkgraaf.assess.SituationReader;
import org.werkgraaf.web.text.PageText;

/**
 * An answer as a reader meets it.
 *
 * @param sections the parts that have something in them
 * @param groups what depends, by the question that decides it
 * @param changes what would change it, apart from the open questions
 * @param sources the places that the answer refers to, by source
 * @param numbers by which the page refers to a place
 */
record CheckPage(
        List<Section> sections,
        List<Group> groups,
        List<CheckAnswer.Change> changes,
        List<CitedSource> sources,
        Map<String, Integer> numbers) {
    private static final int TOLD = 6;
    /** How much of a list is told where the rest can be read elsewhere on the page. */
    private static final int FEW = 3;

    private static final String ROLE = Aspect.ROLE.parameter();
    /** Parts of which the rest unfolds on a narrow page: what holds for all processing of data stands there. */
    private static final List<String> FOLDED = List.of(Part.DURING.text(), Part.AFTER.text(), Part.DEMAND.text());

    /**
     * A part of the answer.
     *
     * @param name key of its heading
     * @param norms what stands in it
     */
    record Section(String name, List<CheckAnswer.Norm> norms) {}

    /**
     * Norms that turn on one question.
     *
     * @param question the question
     * @param choices its answers with their addresses; empty when the form has a field for it
     * @param norms what turns on it, and perhaps on more
     */
    record Group(CheckAnswer.Question question, List<Choice> choices, List<CheckAnswer.Norm> norms) {}

    /**
     * An answer to a question, with its address.
     *
     * @param label what it is called; absent for yes and no
     */
    record Choice(String value, @Nullable String label, String link) {}

    /**
     * Norms that would stand otherwise in one way.
     *
     * @param norms ids of the first of them
     * @param more how many others there are
     */
    record Then(String state, List<String> norms, int more) {
        /** The names of those that are told. */
        public String labels(CheckAnswer answer) {
            return norms.stream().map(answer::norm).collect(Collectors.joining("; "));
        }
    }

    /** @param next the question that is asked above the rest; absent when none is */
    static CheckPage of(CheckAnswer answer, Map<String, String[]> given, CheckAnswer.@Nullable Question next) {
        List<Section> sections = Arrays.stream(Part.values())
                .map(part -> new Section(
                        part.text(),
                        answer.once().stream()
                                .filter(norm -> norm.part().equals(part.text()))
                                .toList()))
                .filter(section -> !section.norms().isEmpty())
                .toList();
        List<Group> groups = groups(answer, given);
        List<CitedSource> sources = CitedSource.all(answer, PlacesMet.on(answer, next, sections, groups));
        return new CheckPage(
                sections,
                groups,
                shown(answer),
                sources,
                sources.stream()
                        .flatMap(source -> source.places().stream())
                        .collect(Collectors.toMap(CitedSource.Place::id, CitedSource.Place::number)));
    }

    /** Without the open questions, by which what depends is grouped, and those that are given. */
    private static List<CheckAnswer.Change> shown(CheckAnswer answer) {
        Set<String> open =
                answer.questions().stream().map(CheckAnswer.Question::parameter).collect(Collectors.toSet());
        return answer.changes().stream()
                .filter(change ->
                        !open.contains(change.parameter()) || change.parameter().equals("persons"))
                .toList();
    }

    /** The number by which the page refers to a place; nought when it is not referred to. */
    public int number(String passage) {
        return numbers.getOrDefault(passage, 0);
    }

    /**
     * Criteria that a place says.
     *
     * @param number of the place; nought when none is known
     */
    record Said(int number, List<CheckAnswer.Reason> reasons) {}

    /** The criteria of a norm, those together that stand at one place. */
    public List<Said> said(List<CheckAnswer.Reason> reasons) {
        Map<String, List<CheckAnswer.Reason>> byPlace = new LinkedHashMap<>();
        reasons.forEach(reason -> byPlace.computeIfAbsent(
                        reason.passage() == null ? "" : reason.passage(), key -> new ArrayList<>())
                .add(reason));
        return byPlace.entrySet().stream()
                .map(entry -> new Said(number(entry.getKey()), List.copyOf(entry.getValue())))
                .toList();
    }

    /** A criterion in a line: of one that holds, by what it does. */
    public String line(CheckAnswer.Reason reason, PageText text) {
        String mark = reason.holds() == null ? "?" : reason.holds() ? "✓" : "✗";
        String name = reason.criterion().equals("fact") ? "" : text.message("check.line." + reason.criterion()) + ": ";
        boolean known =
                Boolean.TRUE.equals(reason.holds()) && !reason.criterion().equals("fact");
        if (known && reason.because().contains("→")) {
            return mark + " " + name + reason.because();
        }
        String asked = known && !reason.given().isEmpty() && reason.asked().contains(reason.given())
                ? reason.given()
                : reason.asked();
        return mark + " " + name + asked + (reason.because().isEmpty() ? "" : " (" + reason.because() + ")");
    }

    /** Who owes a norm, where the criteria do not already say that whoever asks does. */
    public List<String> owes(CheckAnswer.Norm norm) {
        boolean told = norm.reasons().stream()
                .anyMatch(reason -> reason.criterion().equals(ROLE) && Boolean.TRUE.equals(reason.holds()));
        return told || norm.dutyHolder() == null ? List.of() : norm.dutyHolder();
    }

    /** By when; in which phase as well where the heading does not say so. */
    public @Nullable String when(CheckAnswer.Norm norm) {
        return norm.part().equals(Part.AFTER.text()) ? norm.when() : norm.timeLimit();
    }

    /** How many norms of a part are told at once on a narrow page; the rest unfolds. */
    public int first(Section section) {
        int all = section.norms().size();
        if (section.name().equals(Part.COMING.text())) {
            return all > FEW + 2 ? 2 : all;
        }
        return FOLDED.contains(section.name()) && all > FEW + 1 ? FEW : all;
    }

    /**
     * What somebody else owes.
     *
     * @param who ids of who does
     */
    record Owed(List<String> who, List<CheckAnswer.Norm> norms) {}

    /** What others owe, by who does. */
    public List<Owed> owed(Section section) {
        Map<List<String>, List<CheckAnswer.Norm>> byHolder = new LinkedHashMap<>();
        section.norms()
                .forEach(norm -> byHolder.computeIfAbsent(
                                norm.dutyHolder() == null ? List.of() : norm.dutyHolder(), key -> new ArrayList<>())
                        .add(norm));
        return byHolder.entrySet().stream()
                .map(entry -> new Owed(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What the answer comes down to. */
    public CheckGist gist() {
        return CheckGist.of(sections);
    }

    /** The first of a list in words, and how many others there are. */
    public String few(List<String> words, PageText text) {
        return words.size() <= FEW + 1
                ? String.join(", ", words)
                : String.join(", ", words.subList(0, FEW)) + ", " + text.message("check.more", words.size() - FEW);
    }

    /** The criteria of a norm that are open. */
    public List<CheckAnswer.Reason> open(CheckAnswer.Norm norm) {
        return norm.reasons().stream().filter(reason -> reason.holds() == null).toList();
    }

    /** What a norm turns on besides one question, in words. */
    public List<String> besides(CheckAnswer.Norm norm, String question, CheckAnswer answer, PageText text) {
        return norm.missing().stream()
                .filter(missing -> !missing.equals(question))
                .map(missing -> CheckPhrases.open(missing, answer, text))
                .distinct()
                .toList();
    }

    /** What a norm turns on, in words, by the parameter that answers it. */
    public List<String> turnsOn(CheckAnswer.Norm norm, CheckAnswer answer, PageText text) {
        return besides(norm, "", answer, text);
    }

    /** What a change does, by how norms would stand. */
    public List<Then> effects(CheckAnswer.Change change) {
        return change.effects().entrySet().stream()
                .map(entry -> new Then(
                        entry.getKey(),
                        entry.getValue().stream().limit(TOLD).toList(),
                        Math.max(0, entry.getValue().size() - TOLD)))
                .toList();
    }

    /** Whether the law on one of the subjects is in the graph only in part, or not. */
    public boolean partly(CheckAnswer answer) {
        return answer.coverage().stream().anyMatch(topic -> !topic.level().equals("covered"));
    }

    private static List<Group> groups(CheckAnswer answer, Map<String, String[]> given) {
        List<CheckAnswer.Norm> left = new ArrayList<>(answer.once().stream()
                .filter(norm -> norm.part().equals(Part.DEPENDS.text()))
                .toList());
        List<Group> groups = new ArrayList<>();
        for (CheckAnswer.Question question : answer.questions()) {
            List<CheckAnswer.Norm> here = left.stream()
                    .filter(norm -> own(norm).contains(question.parameter()))
                    .toList();
            left.removeAll(here);
            if (!here.isEmpty()) {
                groups.add(new Group(question, choices(answer, question, given), here));
            }
        }
        return groups;
    }

    /** What the condition turns on that comes nearest; what other conditions of the norm turn on follows in the list. */
    private static List<String> own(CheckAnswer.Norm norm) {
        List<CheckAnswer.Reason> open =
                norm.reasons().stream().filter(reason -> reason.holds() == null).toList();
        boolean plain = open.stream().allMatch(reason -> reason.riskClass() == null);
        return plain && !open.isEmpty() && open.size() < norm.missing().size()
                ? norm.missing().subList(0, open.size())
                : norm.missing();
    }

    /** The answers to a question with their addresses; to one that asks a day, the days on which the law draws a line. */
    static List<Choice> choices(CheckAnswer answer, CheckAnswer.Question question, Map<String, String[]> given) {
        return question.values() == null
                ? answer.changes().stream()
                        .filter(change -> change.parameter().equals(question.parameter()))
                        .filter(change -> change.parameter().equals(Aspect.IN_USE_SINCE.parameter()))
                        .map(change -> new Choice(change.value(), change.condition(), change.link()))
                        .toList()
                : question.values().stream()
                        .map(value -> new Choice(
                                value,
                                SituationReader.segment(question.parameter())
                                        .map(segment -> answer.label(segment + "/" + value))
                                        .orElse(null),
                                CheckLinks.page(CheckLinks.answer(given, question.parameter(), value))))
                        .toList();
    }
}
