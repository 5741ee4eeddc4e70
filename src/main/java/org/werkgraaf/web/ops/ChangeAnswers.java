package org.werkgraaf.web.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.werkgraaf.change.ChangeFormat;
import org.werkgraaf.change.ChangeLine;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ChangeWords;
import org.werkgraaf.publish.ChangeVerdict;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.vocabulary.Languages;
import org.werkgraaf.web.EditSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Problems;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.sign.Caller;
import org.werkgraaf.web.text.GivenText;

/** Looks at a change or writes it, and tells what came of it. */
@Component
class ChangeAnswers {
    private static final String OUTCOME = "outcome";
    private static final String UNCONFIRMED = "unconfirmed";

    private final ChangeWriter changes;
    private final EditSettings settings;

    ChangeAnswers(ChangeWriter changes, EditSettings settings) {
        this.changes = changes;
        this.settings = settings;
    }

    /**
     * Who stands for a change.
     *
     * @param author as the request names one
     * @param dryRun whether nothing is to be written
     * @throws RequestException when that cannot be the author, or somebody else has to look at the change first
     */
    String who(Caller caller, String author, boolean dryRun) {
        if (!dryRun && settings.fourEyes() && caller.name() != null) {
            throw new RequestException(
                    ErrorCode.NOT_ALLOWED,
                    "Nobody publishes a change of his own here (werkgraaf.edit.four-eyes). POST it to /admin/drafts, and"
                            + " somebody else with the role curator looks at it.");
        }
        return author(caller, author);
    }

    /**
     * The answer to a request for a change.
     *
     * @param confirm names the answers that may lose something by it
     * @param dryRun whether nothing is written
     * @param lang in which it is told
     * @param path of the request
     */
    ResponseEntity<?> of(ChangeSet change, String confirm, boolean dryRun, String lang, String path) {
        if (dryRun) {
            return ResponseEntity.ok(answer(changes.look(change), true, lang));
        }
        ChangeWriter.Written<Map<String, Object>> written =
                changes.write(change, confirm, verdict -> answer(verdict, false, lang));
        Map<String, Object> answer = written.told();
        Publication published = written.published();
        if (published == null) {
            boolean unconfirmed = UNCONFIRMED.equals(answer.get(OUTCOME));
            ErrorCode code = unconfirmed ? ErrorCode.CHANGE_UNCONFIRMED : ErrorCode.CHANGE_REFUSED;
            ProblemDetail problem = Problems.of(
                    code,
                    unconfirmed
                            ? "Nothing was written. Some competency questions would lose something of their answer, see 'answers'. If that is right,"
                                    + " send the change again with the parameter confirm as 'confirm' has it."
                            : "Nothing was written. See 'reasons' and 'cases', and what they come 'by'.",
                    path);
            answer.forEach(problem::setProperty);
            return ResponseEntity.status(code.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        answer.put("published", published.outcome().name().toLowerCase(Locale.ROOT));
        answer.put(
                "release",
                published.release() == null ? "" : published.release().id());
        return ResponseEntity.ok(answer);
    }

    /** Who has an account stands for a change by that name and no other. */
    private static String author(Caller caller, String given) {
        if (caller.name() == null) {
            return given;
        }
        if (!given.isEmpty() && !given.equals(caller.name())) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter author is '" + GivenText.shorten(given) + "', and you are " + caller.name()
                            + ". Leave it out.");
        }
        return caller.name();
    }

    /** All that is told of a verdict. */
    private static Map<String, Object> answer(ChangeVerdict verdict, boolean dryRun, String lang) {
        ChangeSet change = verdict.planned().change();
        ChangeWords words = new ChangeWords(verdict.labels(), lang);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                OUTCOME,
                verdict.written() ? "applied" : !verdict.accepted() ? "refused" : dryRun ? "good" : UNCONFIRMED);
        answer.put("id", verdict.written() ? change.id() : "");
        answer.put("author", change.author());
        answer.put("reason", change.reason());
        answer.put("changes", words.rows(verdict.lines()));
        if (!verdict.written()) {
            answer.put("patch", ChangeFormat.write(change));
        }
        answer.put("files", verdict.planned().paths());
        answer.put(
                "reasons",
                verdict.broken().stream()
                        .map(broken -> Map.of("reason", broken.reason(), "by", lines(words, broken.by())))
                        .toList());
        answer.put(
                "cases",
                verdict.answers().cases().stream()
                        .map(broken -> Map.of(
                                "case",
                                broken.result().name(),
                                "why",
                                broken.result().why(),
                                "mistakes",
                                broken.result().mistakes().stream()
                                        .map(Object::toString)
                                        .toList(),
                                "by",
                                lines(words, broken.by())))
                        .toList());
        answer.put(
                "answers",
                verdict.answers().questions().stream()
                        .map(changed -> Map.of(
                                "question",
                                changed.change().name(),
                                "text",
                                Languages.pick(
                                        changed.change().texts(),
                                        lang,
                                        changed.change().name()),
                                "gone",
                                changed.change().gone(),
                                "come",
                                changed.change().come(),
                                "by",
                                lines(words, changed.by())))
                        .toList());
        answer.put("notAsked", verdict.answers().unasked());
        answer.put("confirm", verdict.answers().confirmation());
        answer.put("warnings", verdict.noted().stream().map(Object::toString).toList());
        return answer;
    }

    private static List<String> lines(ChangeWords words, List<ChangeLine> lines) {
        return lines.stream().map(words::line).toList();
    }
}
