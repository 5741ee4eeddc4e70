package org.werkgraaf.web.ops;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.account.Right;
import org.werkgraaf.change.ChangeException;
import org.werkgraaf.change.ChangeFormat;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ChangeWords;
import org.werkgraaf.publish.ChangeVerdict;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.web.EditSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Problems;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.http.TakesLanguage;
import org.werkgraaf.web.sign.Caller;
import org.werkgraaf.web.sign.Gate;
import org.werkgraaf.web.text.GivenText;

/** {@code POST /admin/changes}: writes a change into the files of the content and publishes it. Off unless a token is set. */
@RestController
@Tag(name = "Operations")
class ChangeController {
    private static final String PATH = "/admin/changes";

    private final ChangeWriter changes;
    private final Publisher publisher;
    private final Gate gate;
    private final ReaderLanguage languages;
    private final EditSettings settings;

    ChangeController(
            ChangeWriter changes, Publisher publisher, Gate gate, ReaderLanguage languages, EditSettings settings) {
        this.settings = settings;
        this.changes = changes;
        this.publisher = publisher;
        this.gate = gate;
        this.languages = languages;
    }

    @Operation(
            operationId = "change",
            summary =
                    "Write a change, as RDF Patch, into the files of the content and publish it; or tell what it would do")
    @TakesLanguage
    @PostMapping(path = PATH)
    ResponseEntity<?> change(
            @Parameter(
                            description =
                                    "Who stands for it, unless the change says so; of who has an account, that is always the account.")
                    @RequestParam(defaultValue = "")
                    String author,
            @Parameter(description = "Why, unless the change says so.") @RequestParam(defaultValue = "") String reason,
            @Parameter(description = "What it answers, such as the id of a proposal.") @RequestParam(defaultValue = "")
                    String answers,
            @Parameter(description = "Id of a change that is taken back; then there is no body.")
                    @RequestParam(defaultValue = "")
                    String revert,
            @Parameter(description = "Whether it is only told what the change would do.")
                    @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) HttpServletRequest request) {
        Caller caller = gate.require(request, dryRun ? Right.CHANGES_PLAN : Right.CHANGES_WRITE);
        if (!dryRun && settings.fourEyes() && caller.name() != null) {
            throw new RequestException(
                    ErrorCode.NOT_ALLOWED,
                    "Nobody publishes a change of his own here (werkgraaf.edit.four-eyes). POST it to /admin/drafts, and"
                            + " somebody else with the role curator looks at it.");
        }
        String who = author(caller, author);
        FollowController.requireWriter(publisher);
        String lang = languages.of(request);
        ChangeSet change =
                revert.isEmpty() ? read(body).by(who, reason, answers) : changes.reverting(revert, who, reason);
        if (dryRun) {
            return ResponseEntity.ok(answer(changes.look(change), lang));
        }
        ChangeWriter.Written<Map<String, Object>> written = changes.write(change, verdict -> answer(verdict, lang));
        Map<String, Object> answer = written.told();
        Publication published = written.published();
        if (published == null) {
            ProblemDetail problem = Problems.of(
                    ErrorCode.CHANGE_REFUSED, "Nothing was written. See 'reasons', and what they come 'by'.", PATH);
            answer.forEach(problem::setProperty);
            return ResponseEntity.status(ErrorCode.CHANGE_REFUSED.status())
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

    private static ChangeSet read(byte @Nullable [] body) {
        try {
            return ChangeFormat.read(body == null ? "" : new String(body, StandardCharsets.UTF_8));
        } catch (ChangeException e) {
            throw new RequestException(ErrorCode.CHANGE_MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    /** All that is told of a verdict. */
    private static Map<String, Object> answer(ChangeVerdict verdict, String lang) {
        ChangeSet change = verdict.planned().change();
        ChangeWords words = new ChangeWords(verdict.labels(), lang);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("outcome", verdict.written() ? "applied" : verdict.accepted() ? "good" : "refused");
        answer.put("id", verdict.written() ? change.id() : "");
        answer.put("author", change.author());
        answer.put("reason", change.reason());
        answer.put("changes", words.rows(verdict.lines()));
        answer.put("files", verdict.planned().paths());
        answer.put(
                "reasons",
                verdict.broken().stream()
                        .map(broken -> Map.of(
                                "reason",
                                broken.reason(),
                                "by",
                                broken.by().stream().map(words::line).toList()))
                        .toList());
        answer.put("warnings", verdict.noted().stream().map(Object::toString).toList());
        return answer;
    }
}
