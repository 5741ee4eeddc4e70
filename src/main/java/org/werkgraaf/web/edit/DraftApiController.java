package org.werkgraaf.web.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.account.Right;
import org.werkgraaf.change.ChangeFormat;
import org.werkgraaf.change.ChangeRow;
import org.werkgraaf.change.ChangeSet;
import org.werkgraaf.draft.DraftChange;
import org.werkgraaf.draft.DraftState;
import org.werkgraaf.publish.ChangeVerdict;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.http.TakesLanguage;
import org.werkgraaf.web.ops.ChangeWriter;
import org.werkgraaf.web.sign.Gate;
import org.werkgraaf.web.text.GivenText;

/** {@code /admin/drafts}: changes that wait for the look of somebody else, for programs. */
@RestController
@Tag(name = "Operations")
class DraftApiController {
    private static final String PATH = "/admin/drafts";
    private static final int SIZE_MAX = 100;
    private static final String OPEN = "open";
    private static final String ALL = "all";

    private final Gate gate;
    private final DraftDesk drafts;
    private final ChangeWriter changes;
    private final ReaderLanguage languages;

    DraftApiController(Gate gate, DraftDesk drafts, ChangeWriter changes, ReaderLanguage languages) {
        this.gate = gate;
        this.drafts = drafts;
        this.changes = changes;
        this.languages = languages;
    }

    /**
     * A change that waits, or waited.
     *
     * @param id names it
     * @param number in the order in which they came
     * @param link its page
     * @param author who prepared it
     * @param reason why it is to be changed
     * @param answers what it answers
     * @param subject id of the thing in whose form it was made
     * @param kept when it was kept first
     * @param state what became of it
     * @param since when
     * @param by who had it come into that state
     * @param words what somebody said of it last who looked at it
     * @param wordsBy who said that
     * @param change id of the change that was published
     * @param changes what goes and comes, property by property
     * @param patch the same as RDF Patch
     * @param digest names what goes and comes, so that what is published is what was looked at
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record DraftAnswer(
            String id,
            long number,
            String link,
            String author,
            String reason,
            String answers,
            String subject,
            String kept,
            String state,
            String since,
            String by,
            String words,
            String wordsBy,
            String change,
            List<ChangeRow> changes,
            String patch,
            String digest) {}

    /**
     * Changes that wait.
     *
     * @param total how many there are in that state
     * @param drafts those of this page, the last that something happened to first
     * @param damages what of the file is not as it was written
     */
    record DraftList(int total, List<DraftAnswer> drafts, List<String> damages) {}

    @Operation(
            operationId = "drafts",
            summary = "List changes that wait: one's own, and for who may write changes those of others")
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DraftList> list(
            @Parameter(description = "`open` for those of which something may still come, `all`, or one state.")
                    @RequestParam(defaultValue = OPEN)
                    String state,
            @Parameter(description = "How many are left out from the beginning.") @RequestParam(defaultValue = "0")
                    int from,
            @RequestParam(defaultValue = "50") int size,
            @Parameter(hidden = true) HttpServletRequest request) {
        Editor who = who(request, Right.CHANGES_PLAN);
        if (size < 1 || size > SIZE_MAX || from < 0) {
            throw bad("The parameter size takes 1 to " + SIZE_MAX + ", and from 0 or more.");
        }
        if (!state.equals(OPEN) && !state.equals(ALL) && DraftState.of(state).isEmpty()) {
            throw bad("The parameter state is '" + GivenText.shorten(state)
                    + "'; it takes open, all, draft, proposed, returned, refused, published or withdrawn.");
        }
        List<DraftChange> wanted = drafts.all(who).stream()
                .filter(draft -> state.equals(ALL)
                        || (state.equals(OPEN)
                                ? draft.state().open()
                                : draft.state().code().equals(state)))
                .toList();
        return answer(
                HttpStatus.OK,
                new DraftList(
                        wanted.size(),
                        wanted.stream()
                                .skip(from)
                                .limit(size)
                                .map(draft -> answer(draft, List.of(), ""))
                                .toList(),
                        drafts.damages()));
    }

    @Operation(operationId = "draft", summary = "Read a change that waits, with what goes and comes")
    @TakesLanguage
    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DraftAnswer> one(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        return full(HttpStatus.OK, drafts.find(who(request, Right.CHANGES_PLAN), id), request);
    }

    @Operation(
            operationId = "propose",
            summary = "Propose a change, as RDF Patch, for somebody who may write changes to look at",
            description = "Shapes and rules must allow it. Its author is who has the token.")
    @TakesLanguage
    @PostMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DraftAnswer> propose(
            @Parameter(description = "Why, unless the change says so.") @RequestParam(defaultValue = "") String reason,
            @Parameter(description = "What it answers, such as the id of a proposal.") @RequestParam(defaultValue = "")
                    String answers,
            @Parameter(description = "Id of a change that is to be taken back; then there is no body.")
                    @RequestParam(defaultValue = "")
                    String revert,
            @RequestBody(required = false) byte @Nullable [] body,
            @Parameter(hidden = true) HttpServletRequest request) {
        Editor who = who(request, Right.CHANGES_PLAN);
        ChangeSet change = revert.isEmpty()
                ? ChangeWriter.read(body).by(who.name(), reason, answers)
                : changes.reverting(revert, who.name(), reason);
        DraftDesk.Proposed<List<String>> proposed = drafts.propose(
                null, new DraftChange.Text(change.firstThing(), "", change, Map.of()), ChangeVerdict::reasons);
        if (proposed.draft() == null) {
            throw new RequestException(
                    ErrorCode.CHANGE_REFUSED,
                    "Nothing was kept. " + proposed.told().get(0)
                            + " POST /admin/changes?dryRun=true tells all reasons.");
        }
        return full(HttpStatus.CREATED, proposed.draft(), request);
    }

    @Operation(
            operationId = "answerDraft",
            summary = "Publish a change that waits, refuse it, send it back, or take one's own back")
    @TakesLanguage
    @PostMapping(path = PATH + "/{id}/answer", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DraftAnswer> answer(
            @PathVariable String id,
            @Parameter(description = "`published`, `refused`, `returned` or `withdrawn`.") @RequestParam String state,
            @Parameter(
                            description =
                                    "The `digest` of the change as it was looked at, for `published`: if its author"
                                            + " prepared it anew meanwhile, nothing is published.")
                    @RequestParam(defaultValue = "")
                    String seen,
            @Parameter(
                            description =
                                    "What a look told as `confirm`: names the answers that lose something by the change.")
                    @RequestParam(defaultValue = "")
                    String confirm,
            @Parameter(description = "Why, or what is to be done; its author reads it.")
                    @RequestParam(defaultValue = "")
                    String words,
            @Parameter(hidden = true) HttpServletRequest request) {
        boolean own = state.equals(DraftState.WITHDRAWN.code());
        Editor who = who(request, own ? Right.CHANGES_PLAN : Right.CHANGES_WRITE);
        drafts.find(who, id);
        DraftChange now = switch (DraftState.of(state).orElse(DraftState.DRAFT)) {
            case WITHDRAWN -> drafts.withdraw(who, id);
            case REFUSED -> drafts.refuse(who, id, words);
            case RETURNED -> drafts.giveBack(who, id, words);
            case PUBLISHED -> published(who, id, seen, confirm);
            default ->
                throw bad("The parameter state is '" + GivenText.shorten(state)
                        + "'; it takes published, refused, returned or withdrawn.");
        };
        return full(now.state().code().equals(state) ? HttpStatus.OK : HttpStatus.CONFLICT, now, request);
    }

    /** What is left of a verdict: why nothing was written, if nothing was. */
    private record Unwritten(List<String> reasons, String confirm, boolean written) {}

    private DraftChange published(Editor who, String id, String seen, String confirm) {
        if (seen.isEmpty()) {
            throw bad("The parameter seen is missing: give the digest of the change that you looked at. GET " + PATH
                    + "/" + id + " tells it.");
        }
        DraftDesk.Approved<Unwritten> approved = drafts.approve(
                who,
                id,
                seen,
                confirm,
                verdict -> new Unwritten(verdict.reasons(), verdict.answers().confirmation(), verdict.written()));
        Unwritten told = approved.told();
        if (told != null && !told.reasons().isEmpty()) {
            throw new RequestException(
                    ErrorCode.CHANGE_REFUSED,
                    "Nothing was written. " + told.reasons().get(0) + " Send the change back, or refuse it.");
        }
        if (told != null && !told.written()) {
            throw new RequestException(
                    ErrorCode.CHANGE_UNCONFIRMED,
                    "Nothing was written. Some competency questions would lose something of their answer; POST the patch to"
                            + " /admin/changes?dryRun=true to see which. If that is right, answer again with confirm="
                            + told.confirm() + ".");
        }
        String refusal = EditPage.refusal(approved.published());
        if (refusal != null) {
            throw new RequestException(
                    ErrorCode.PUBLISH_FAILED,
                    "The change " + approved.draft().change() + " is in the files and not published: " + refusal);
        }
        return approved.draft();
    }

    private Editor who(HttpServletRequest request, Right right) {
        return EditGate.editor(gate.require(request, right));
    }

    private ResponseEntity<DraftAnswer> full(HttpStatus status, DraftChange draft, HttpServletRequest request) {
        ChangeSet change = draft.text().change();
        return answer(status, answer(draft, drafts.rows(change, languages.of(request)), ChangeFormat.write(change)));
    }

    private static DraftAnswer answer(DraftChange draft, List<ChangeRow> rows, String patch) {
        ChangeSet change = draft.text().change();
        return new DraftAnswer(
                draft.id(),
                draft.number(),
                "/edit/changes/" + draft.id(),
                draft.author(),
                change.reason(),
                change.answers(),
                draft.text().subject(),
                draft.kept().toString(),
                draft.state().code(),
                draft.since().toString(),
                draft.by(),
                draft.words(),
                draft.wordsBy(),
                draft.change(),
                rows,
                patch,
                draft.digest());
    }

    private static RequestException bad(String message) {
        return new RequestException(ErrorCode.BAD_PARAMETER, message);
    }

    private static <T> ResponseEntity<T> answer(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
