package org.werkgraaf.web.ops;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.account.Right;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.change.ThingSplit;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.http.TakesLanguage;
import org.werkgraaf.web.sign.Caller;
import org.werkgraaf.web.sign.Gate;
import org.werkgraaf.web.text.GivenText;

/**
 * {@code POST /admin/changes/merge} and {@code /admin/changes/split}: make one thing of two, or two of one, as one change that is judged,
 * written, logged and taken back like any other. Off unless a token is set.
 */
@RestController
@Tag(name = "Operations")
class RegroupController {
    private static final int IDS_MAX = 500;

    private final ChangeWriter changes;
    private final ChangeAnswers answers;
    private final Publisher publisher;
    private final Gate gate;
    private final ReaderLanguage languages;

    RegroupController(
            ChangeWriter changes, ChangeAnswers answers, Publisher publisher, Gate gate, ReaderLanguage languages) {
        this.changes = changes;
        this.answers = answers;
        this.publisher = publisher;
        this.gate = gate;
        this.languages = languages;
    }

    @Operation(
            operationId = "merge",
            summary = "Make one thing of two: the first is withdrawn, and all that is said of it is said of the second")
    @TakesLanguage
    @PostMapping(path = "/admin/changes/merge")
    ResponseEntity<?> merge(
            @Parameter(description = "Id of the thing that is withdrawn.", example = "organisation/a") @RequestParam
                    String from,
            @Parameter(description = "Id of the thing that stays.", example = "organisation/b") @RequestParam
                    String into,
            @Parameter(description = "Who stands for it; of who has an account, that is always the account.")
                    @RequestParam(defaultValue = "")
                    String author,
            @Parameter(description = "Why.") @RequestParam String reason,
            @Parameter(
                            description =
                                    "What a look told as `confirm`: names the answers that lose something by the change.")
                    @RequestParam(defaultValue = "")
                    String confirm,
            @Parameter(description = "Whether it is only told what the change would do.")
                    @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest request) {
        String who = require(author, dryRun, request);
        ChangeSet change = changes.merging(id("from", from), id("into", into), who, reason);
        return answers.of(change, confirm, dryRun, languages.of(request), request.getRequestURI());
    }

    @Operation(
            operationId = "split",
            summary =
                    "Make two things of one: what some places say of it is said of the other, which the body describes as RDF Patch")
    @TakesLanguage
    @PostMapping(path = "/admin/changes/split")
    ResponseEntity<?> split(
            @Parameter(description = "Id of the thing that is two.", example = "case/a") @RequestParam String from,
            @Parameter(description = "Id of the other thing, new or not.", example = "case/a-2") @RequestParam
                    String into,
            @Parameter(description = "Id of a place that speaks of the other thing; may be repeated.")
                    @RequestParam(defaultValue = "")
                    List<String> passage,
            @Parameter(
                            description =
                                    "Id of a thing that points to the first outside of braces, and is to point to the other; may be repeated.")
                    @RequestParam(defaultValue = "")
                    List<String> pointing,
            @Parameter(description = "Who stands for it; of who has an account, that is always the account.")
                    @RequestParam(defaultValue = "")
                    String author,
            @Parameter(description = "Why.") @RequestParam String reason,
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
        String who = require(author, dryRun, request);
        ChangeSet described = body == null || body.length == 0
                ? ChangeSet.wanted(who, reason, "", List.of(), List.of())
                : ChangeWriter.read(body).by(who, reason, "");
        ThingSplit split =
                new ThingSplit(id("from", from), id("into", into), ids("passage", passage), ids("pointing", pointing));
        return answers.of(
                changes.splitting(split, described), confirm, dryRun, languages.of(request), request.getRequestURI());
    }

    private String require(String author, boolean dryRun, HttpServletRequest request) {
        Caller caller = gate.require(request, dryRun ? Right.CHANGES_PLAN : Right.CHANGES_WRITE);
        FollowController.requireWriter(publisher);
        return answers.who(caller, author, dryRun);
    }

    private static Set<ThingId> ids(String name, List<String> given) {
        if (given.size() > IDS_MAX) {
            throw new RequestException(
                    ErrorCode.BAD_PARAMETER,
                    "The parameter " + name + " has " + given.size() + " values; give at most " + IDS_MAX + ".");
        }
        Set<ThingId> ids = new LinkedHashSet<>();
        given.forEach(each -> ids.add(id(name, each)));
        return ids;
    }

    private static ThingId id(String name, String given) {
        return ThingId.parse(given.strip())
                .orElseThrow(() -> new RequestException(
                        ErrorCode.BAD_PARAMETER,
                        "The parameter " + name + " is '" + GivenText.shorten(given)
                                + "'; give an id as the address of the page has it, such as case/manfield."));
    }
}
