package org.werkgraaf.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.werkgraaf.assess.ScenarioResults;
import org.werkgraaf.assess.Scenarios;
import org.werkgraaf.change.ChangeLine;
import org.werkgraaf.load.Content;
import org.werkgraaf.load.ContentFile;
import org.werkgraaf.load.ContentReader;
import org.werkgraaf.publish.ExpectedAnswers.BrokenCase;
import org.werkgraaf.publish.ExpectedAnswers.ChangedAnswer;
import org.werkgraaf.publish.ExpectedAnswers.Unasked;
import org.werkgraaf.validate.CompetencyQuestions;
import org.werkgraaf.validate.RuleException;
import org.werkgraaf.vocabulary.ThingId;

/** Asks content what it must answer: the cases of the check and the competency questions that come with it. */
final class ContentExpectations {
    private final Map<String, String> files;
    private final String digest;
    private final Duration questionsMax;

    private ContentExpectations(Content expected, Duration questionsMax) {
        this.files = expected.files().stream().collect(Collectors.toMap(ContentFile::path, ContentFile::text));
        this.digest = expected.digest();
        this.questionsMax = questionsMax;
    }

    /**
     * Those that come with the content.
     *
     * @param questionsMax how long the questions may take, all together
     */
    static ContentExpectations of(ContentReader reader, Duration questionsMax) {
        return new ContentExpectations(reader.readExpected(), questionsMax);
    }

    /** Names the cases and questions. */
    String digest() {
        return digest;
    }

    /**
     * What some content answers; holds no graph, so that it can be kept.
     *
     * @param cases what came of the cases; absent when there are none or they cannot be read
     * @param questions what came of the questions
     * @param unasked what was not asked
     */
    record Answers(@Nullable ScenarioResults cases, CompetencyQuestions.Answers questions, List<Unasked> unasked) {}

    /**
     * Asks.
     *
     * @param before what other content answered to the same; then cases are left out that cannot come out otherwise
     */
    Answers ask(Judged judged, @Nullable Answers before) {
        List<Unasked> unasked = new ArrayList<>();
        ScenarioResults cases = cases(judged, before, unasked);
        return new Answers(cases, questions(judged, unasked), List.copyOf(unasked));
    }

    private @Nullable ScenarioResults cases(Judged judged, @Nullable Answers before, List<Unasked> unasked) {
        try {
            Scenarios scenarios = new Scenarios(judged.union(), files);
            if (scenarios.isEmpty()) {
                unasked.add(new Unasked(Unasked.Reason.NO_CASES, 0, ""));
                return null;
            }
            ScenarioResults known = before == null ? null : before.cases();
            return known == null ? scenarios.results() : scenarios.results(known);
        } catch (IllegalStateException e) {
            unasked.add(new Unasked(Unasked.Reason.UNREADABLE, 0, String.valueOf(e.getMessage())));
            return null;
        }
    }

    private CompetencyQuestions.Answers questions(Judged judged, List<Unasked> unasked) {
        try {
            CompetencyQuestions questions = CompetencyQuestions.of(files);
            if (questions.size() == 0) {
                unasked.add(new Unasked(Unasked.Reason.NO_QUESTIONS, 0, ""));
            }
            CompetencyQuestions.Answers answers =
                    questions.ask(judged.union(), judged.candidate().graphs(), questionsMax);
            if (!answers.unanswered().isEmpty()) {
                unasked.add(
                        new Unasked(Unasked.Reason.NO_TIME, answers.unanswered().size(), ""));
            }
            return answers;
        } catch (RuleException e) {
            unasked.add(new Unasked(Unasked.Reason.UNREADABLE, 0, String.valueOf(e.getMessage())));
            return new CompetencyQuestions.Answers(Map.of(), List.of());
        }
    }

    /**
     * What is answered otherwise.
     *
     * @param lines what was changed in between
     */
    ExpectedAnswers compare(Answers before, Answers after, List<ChangeLine> lines) {
        ScenarioResults then = before.cases();
        ScenarioResults now = after.cases();
        List<BrokenCase> cases = then == null || now == null
                ? List.of()
                : now.brokenSince(then).stream()
                        .map(broken -> new BrokenCase(broken.result(), on(lines, broken.turnsOn())))
                        .toList();
        List<ChangedAnswer> questions = changed(before, after).stream()
                .map(change -> new ChangedAnswer(change, on(lines, named(change))))
                .toList();
        return new ExpectedAnswers(cases, questions, after.unasked());
    }

    private List<CompetencyQuestions.Changed> changed(Answers before, Answers after) {
        try {
            return CompetencyQuestions.of(files).changed(before.questions(), after.questions());
        } catch (RuleException e) {
            // Was told when they were asked.
            return List.of();
        }
    }

    private static Set<ThingId> named(CompetencyQuestions.Changed change) {
        return Stream.of(change.gone(), change.come())
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(value -> value.startsWith(ThingId.THINGS))
                .flatMap(value -> ThingId.parse(value.substring(ThingId.THINGS.length())).stream())
                .collect(Collectors.toSet());
    }

    /** Lines on one of the things; all lines where none is. */
    private static List<ChangeLine> on(List<ChangeLine> lines, Set<ThingId> things) {
        List<ChangeLine> found = lines.stream()
                .filter(line -> Stream.concat(
                                Stream.of(line.thing()), Stream.concat(line.before().stream(), line.after().stream()))
                        .filter(Node::isURI)
                        .flatMap(node -> ThingId.find(node).stream())
                        .anyMatch(things::contains))
                .toList();
        return found.isEmpty() ? lines : found;
    }
}
