package org.werkgraaf.web.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.assess.ScenarioMistake;
import org.werkgraaf.assess.State;
import org.werkgraaf.change.ChangeLine;
import org.werkgraaf.change.ChangeRow;
import org.werkgraaf.change.ChangeWords;
import org.werkgraaf.publish.ChangeVerdict;
import org.werkgraaf.publish.ChangeVerdict.Broken;
import org.werkgraaf.publish.ExpectedAnswers;
import org.werkgraaf.publish.ExpectedAnswers.BrokenCase;
import org.werkgraaf.publish.ExpectedAnswers.ChangedAnswer;
import org.werkgraaf.validate.Finding;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.text.PageText;

/**
 * What a change would do, or did, in words.
 *
 * @param rows what goes and comes
 * @param broken what shapes and rules refuse
 * @param noted what they remark besides
 * @param cases cases of the check that would come out wrong
 * @param answers competency questions that would have another answer
 * @param unasked what was not asked, and why not
 * @param confirm names the answers that lose something; empty when none does
 * @param change its id in the log; empty when it is not written
 */
record EditOutcome(
        List<ChangeRow> rows,
        List<Reason> broken,
        List<Told> noted,
        List<Case> cases,
        List<Answer> answers,
        List<String> unasked,
        String confirm,
        String change) {
    /** Rows of an answer that are shown; the others are counted. */
    private static final int ROWS_MAX = 20;

    /** The field of what is confirmed. */
    static final String CONFIRM = "confirm";

    /**
     * What a shape or rule says.
     *
     * @param thing the name of what it says it of; empty when it is of no thing in particular
     * @param text what is wrong and what to do
     * @param lang language of the text, where that is not the reader's
     */
    record Told(String thing, String text, @Nullable String lang) {}

    /** Why content would be refused, and by which lines of the change. */
    record Reason(Told told, List<String> by) {}

    /**
     * A case of the check that would come out wrong.
     *
     * @param title file and title, as the file has them
     * @param why what it rests on
     * @param mistakes what would be wrong
     * @param by what of the change does it
     */
    record Case(String title, String why, List<Mistake> mistakes, List<By> by) {}

    /**
     * A norm that would stand otherwise than it must.
     *
     * @param norm its name; empty when it is about the case as a whole
     * @param link of its page
     * @param text how it must stand and would
     */
    record Mistake(String norm, @Nullable String link, String text) {}

    /**
     * A question with another answer.
     *
     * @param text the question
     * @param lang language of the question, where that is not the reader's
     * @param gone rows that would not be there any more
     * @param come rows that would come
     * @param more how many more rows there are than are shown
     * @param by what of the change does it
     */
    record Answer(String text, @Nullable String lang, List<String> gone, List<String> come, int more, List<By> by) {}

    /**
     * What of a change does something.
     *
     * @param thing its name
     * @param link of its page; absent when it is new
     * @param text what goes and comes
     */
    record By(String thing, @Nullable String link, String text) {}

    /** The answers that lose something and of which somebody says that they are right; empty when none. */
    static String confirmed(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(CONFIRM)).orElse("");
    }

    /** Whether nothing hinders it, but that somebody has to confirm what answers lose. */
    public boolean good() {
        return broken.isEmpty() && cases.isEmpty();
    }

    /** A verdict in the words of a language. */
    static EditOutcome of(ChangeVerdict verdict, PageText text) {
        ChangeWords words = new ChangeWords(verdict.labels(), text.lang());
        ExpectedAnswers answers = verdict.answers();
        return new EditOutcome(
                words.rows(verdict.lines()),
                verdict.broken().stream()
                        .map(broken -> new Reason(
                                told(broken, verdict, words, text),
                                broken.by().stream().map(words::line).toList()))
                        .toList(),
                verdict.noted().stream()
                        .map(finding -> told(finding, verdict, words, text))
                        .toList(),
                answers.cases().stream()
                        .map(broken -> broken(broken, verdict, words, text))
                        .toList(),
                answers.questions().stream()
                        .map(changed -> changed(changed, verdict, words, text))
                        .toList(),
                answers.unasked().stream()
                        .map(each ->
                                text.message("edit.unasked." + each.reason().name(), each.count(), each.words()))
                        .toList(),
                verdict.written() ? "" : answers.confirmation(),
                verdict.written() ? verdict.planned().change().id() : "");
    }

    private static Told told(Broken broken, ChangeVerdict verdict, ChangeWords words, PageText text) {
        Finding finding = broken.finding();
        return finding == null
                ? new Told("", broken.reason(), text.foreign(Map.of(Languages.DOCUMENTATION, broken.reason())))
                : told(finding, verdict, words, text);
    }

    private static Told told(Finding finding, ChangeVerdict verdict, ChangeWords words, PageText text) {
        Map<String, String> problem = verdict.words().of(finding.problem());
        Map<String, String> solution = verdict.words().of(finding.solution());
        String value = finding.value();
        return new Told(
                finding.entity().isEmpty() ? "" : words.name(NodeFactory.createURI(finding.entity())),
                text.pick(problem, finding.problem())
                        + (value.isEmpty()
                                ? ""
                                : " ("
                                        + (value.startsWith(ThingId.THINGS)
                                                ? words.name(NodeFactory.createURI(value))
                                                : value)
                                        + ")")
                        + " " + text.pick(solution, finding.solution()),
                text.foreign(problem));
    }

    private static Case broken(BrokenCase broken, ChangeVerdict verdict, ChangeWords words, PageText text) {
        return new Case(
                broken.result().name(),
                broken.result().why(),
                broken.result().mistakes().stream()
                        .map(mistake -> mistake(mistake, words, text))
                        .toList(),
                by(broken.by(), verdict, words));
    }

    private static Mistake mistake(ScenarioMistake mistake, ChangeWords words, PageText text) {
        return new Mistake(
                mistake.norm().map(norm -> words.name(norm.node())).orElse(""),
                mistake.norm().map(norm -> "/id/" + norm).orElse(null),
                text.message(
                        "edit.case." + mistake.kind().name(),
                        mistake.must().map(state -> state(state, text)).orElse(""),
                        mistake.is().map(state -> state(state, text)).orElseGet(() -> text.message("edit.case.none")),
                        String.join(", ", mistake.grounds()),
                        mistake.found().isEmpty() ? "–" : String.join(", ", mistake.found())));
    }

    private static String state(State state, PageText text) {
        return text.message("check.then." + state.text());
    }

    private static Answer changed(ChangedAnswer changed, ChangeVerdict verdict, ChangeWords words, PageText text) {
        List<List<String>> gone = changed.change().gone();
        List<List<String>> come = changed.change().come();
        return new Answer(
                text.pick(changed.change().texts(), changed.change().name()),
                text.foreign(changed.change().texts()),
                rows(gone, words),
                rows(come, words),
                Math.max(0, gone.size() - ROWS_MAX) + Math.max(0, come.size() - ROWS_MAX),
                by(changed.by(), verdict, words));
    }

    private static List<String> rows(List<List<String>> rows, ChangeWords words) {
        return rows.stream()
                .limit(ROWS_MAX)
                .map(row -> String.join(
                        " · ",
                        row.stream()
                                .filter(value -> !value.isEmpty())
                                .map(value -> value.startsWith(ThingId.THINGS)
                                        ? words.name(NodeFactory.createURI(value))
                                        : value)
                                .toList()))
                .toList();
    }

    private static List<By> by(List<ChangeLine> lines, ChangeVerdict verdict, ChangeWords words) {
        return lines.stream()
                .map(line -> new By(
                        words.name(line.thing()),
                        isNew(line, verdict)
                                ? null
                                : ThingId.find(line.thing())
                                        .map(id -> "/id/" + id)
                                        .orElse(null),
                        words.line(line)))
                .toList();
    }

    private static boolean isNew(ChangeLine line, ChangeVerdict verdict) {
        return verdict.lines().stream()
                .filter(each ->
                        each.thing().equals(line.thing()) && each.property().equals(RDF.type.asNode()))
                .flatMap(each -> Stream.of(each.after()))
                .anyMatch(after -> !after.isEmpty());
    }
}
