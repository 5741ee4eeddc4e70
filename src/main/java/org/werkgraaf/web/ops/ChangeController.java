package org.werkgraaf.web.ops;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.account.Right;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.TakesLanguage;
import org.werkgraaf.web.sign.Caller;
import org.werkgraaf.web.sign.Gate;

/** {@code POST /admin/changes}: writes a change into the files of the content and publishes it. Off unless a token is set. */
@RestController
@Tag(name = "Operations")
class ChangeController {
    private static final String PATH = "/admin/changes";

    private final ChangeWriter changes;
    private final Publisher publisher;
    private final Gate gate;
    private final ReaderLanguage languages;
    private final ChangeAnswers answers;

    ChangeController(
            ChangeWriter changes, Publisher publisher, Gate gate, ReaderLanguage languages, ChangeAnswers answers) {
        this.answers = answers;
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
            @Parameter(
                            description =
                                    "What a look told as `confirm`: names the answers that lose something by the change.")
                    @RequestParam(defaultValue = "")
                    String confirm,
            @Parameter(description = "Whether it is only told what the change would do.")
                    @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) HttpServletRequest request) {
        Caller caller = gate.require(request, dryRun ? Right.CHANGES_PLAN : Right.CHANGES_WRITE);
        String who = this.answers.who(caller, author, dryRun);
        FollowController.requireWriter(publisher);
        String lang = languages.of(request);
        ChangeSet change = revert.isEmpty()
                ? ChangeWriter.read(body).by(who, reason, answers)
                : changes.reverting(revert, who, reason);
        return this.answers.of(change, confirm, dryRun, lang, PATH);
    }
}
