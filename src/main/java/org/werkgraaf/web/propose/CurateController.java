package org.werkgraaf.web.propose;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.account.Right;
import org.werkgraaf.curate.Proposal;
import org.werkgraaf.curate.ProposalException;
import org.werkgraaf.curate.ProposalState;
import org.werkgraaf.curate.Proposals;
import org.werkgraaf.web.ProposalSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.sign.Gate;
import org.werkgraaf.web.text.GivenText;

/** {@code /admin/proposals}: what readers propose, for who may answer. */
@RestController
@Tag(name = "Operations")
class CurateController {
    private static final String PATH = "/admin/proposals";
    private static final String OPEN = "open";
    private static final String ALL = "all";
    private static final int SIZE_MAX = 100;
    private static final Set<String> FIELDS = new TreeSet<>(Set.of("state", "answer"));
    private static final Set<String> FIELDS_OF_MANY = new TreeSet<>(Set.of("ids", "state", "answer"));

    private final ProposalBox box;
    private final Gate gate;
    private final ProposalSettings settings;
    private final WebSettings web;

    CurateController(ProposalBox box, Gate gate, ProposalSettings settings, WebSettings web) {
        this.box = box;
        this.gate = gate;
        this.settings = settings;
        this.web = web;
    }

    /**
     * A page of proposals.
     *
     * @param total how many there are in that state, on all pages
     * @param proposals those of this page, the oldest first, without addresses
     * @param damages what of the files of proposals is not as it was written
     */
    record ProposalList(int total, List<CuratedProposal> proposals, List<String> damages) {}

    /**
     * What a curator says.
     *
     * @param state what becomes of the proposal
     * @param answer what was done, or why not
     */
    record CuratorAnswer(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"looking", "accepted", "declined"})
            String state,

            @Schema(description = "What was done, or why not; its reader sees it.")
            String answer) {}

    @Operation(operationId = "proposals", summary = "List what readers propose")
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ProposalList> list(
            @Parameter(description = "`open` for those that wait, `all`, or one state.")
                    @RequestParam(defaultValue = OPEN)
                    String state,
            @Parameter(description = "Number of the last one of the page before.") @RequestParam(defaultValue = "0")
                    long after,
            @RequestParam(defaultValue = "50") int size,
            @Parameter(hidden = true) HttpServletRequest request) {
        Proposals proposals = opened(request, Right.PROPOSALS_READ);
        if (size < 1 || size > SIZE_MAX) {
            throw bad("The parameter size is " + size + "; it takes 1 to " + SIZE_MAX + ".");
        }
        List<Proposal> wanted = proposals.all().stream().filter(wanted(state)).toList();
        return answer(new ProposalList(
                wanted.size(),
                wanted.stream()
                        .filter(each -> each.number() > after)
                        .limit(size)
                        .map(each -> CuratedProposal.of(each, null, web.baseUrl()))
                        .toList(),
                box.damages()));
    }

    @Operation(operationId = "proposalToAnswer", summary = "Read a proposal, with the address of its reader")
    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CuratedProposal> one(@PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        opened(request, Right.PROPOSALS_READ);
        return answer(told(ProposalApiController.found(box, id)));
    }

    @Operation(
            operationId = "answerProposal",
            summary = "Say what becomes of a proposal",
            description =
                    "The answer has the address of its reader for the last time: it is deleted with `accepted` and"
                            + " `declined`.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = CuratorAnswer.class))))
    @PostMapping(
            path = PATH + "/{id}/answer",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CuratedProposal> answer(
            @PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) throws IOException {
        Proposals proposals = opened(request, Right.PROPOSALS_ANSWER);
        JsonBody body = JsonBody.read(request, settings.bodyBytesMax(), FIELDS);
        String email = proposals.address(id).orElse(null);
        try {
            String state = body.text("state");
            requireState(state, false);
            if (state.equals("looking") && !body.text("answer").isEmpty()) {
                throw bad(
                        "With the state looking there is no answer yet; leave the field answer out, or take accepted or"
                                + " declined.");
            }
            return answer(CuratedProposal.of(become(proposals, id, state, body.text("answer")), email, web.baseUrl()));
        } catch (ProposalException e) {
            throw ProposalBox.told(e);
        }
    }

    /**
     * What became of one of many.
     *
     * @param id the proposal
     * @param state what it is now; absent when it is not there
     * @param code why not, when it is as it was
     * @param detail the same in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OneOfMany(
            String id,
            @Nullable String state,
            @Nullable String code,
            @Nullable String detail) {}

    /**
     * What a curator says of many.
     *
     * @param ids which
     * @param state what becomes of them
     * @param answer what was done, or why not
     */
    record ManyAnswers(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "At most 100.")
            List<String> ids,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"looking", "accepted", "declined", "removed"})
            String state,

            @Schema(description = "What was done, or why not; their readers see it.")
            String answer) {}

    @Operation(
            operationId = "answerProposals",
            summary = "Say the same of many proposals",
            description =
                    "Each is answered by itself; the answer says of each what became of it. Addresses of readers are"
                            + " not in it: read them before.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ManyAnswers.class))))
    @PostMapping(
            path = PATH + "/answers",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<OneOfMany>> answerMany(@Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Proposals proposals = opened(request, Right.PROPOSALS_ANSWER);
        JsonBody body = JsonBody.read(request, settings.bodyBytesMax(), FIELDS_OF_MANY);
        List<String> ids = body.texts("ids");
        if (ids.isEmpty() || ids.size() > SIZE_MAX) {
            throw bad("The field ids has " + ids.size() + " ids; it takes 1 to " + SIZE_MAX + ".");
        }
        String state = body.text("state");
        String answer = body.text("answer");
        requireState(state, true);
        return answer(ids.stream()
                .distinct()
                .map(id -> one(id, () -> become(proposals, id, state, answer)))
                .toList());
    }

    private static OneOfMany one(String id, Supplier<Proposal> work) {
        try {
            return new OneOfMany(id, work.get().state().code(), null, null);
        } catch (ProposalException e) {
            RequestException told = ProposalBox.told(e);
            return new OneOfMany(id, null, told.code().code(), told.getMessage());
        }
    }

    private static Proposal become(Proposals proposals, String id, String state, String answer) {
        return switch (state) {
            case "looking" -> proposals.look(id);
            case "removed" -> proposals.remove(id);
            default -> proposals.answer(id, state.equals("accepted"), answer);
        };
    }

    private static void requireState(String state, boolean many) {
        List<String> taken = many
                ? List.of("looking", "accepted", "declined", "removed")
                : List.of("looking", "accepted", "declined");
        if (!taken.contains(state)) {
            throw bad("The field state is '" + GivenText.shorten(state) + "'; it takes " + String.join(", ", taken)
                    + ".");
        }
    }

    @Operation(
            operationId = "removeProposal",
            summary = "Take away what a reader wrote",
            description =
                    "For what nobody should read: words and address are gone from the disk, and its reader sees that"
                            + " it was removed.")
    @ApiResponse(responseCode = "200", description = "What is left of it.")
    @DeleteMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CuratedProposal> remove(
            @PathVariable String id, @Parameter(hidden = true) HttpServletRequest request) {
        try {
            return answer(told(opened(request, Right.PROPOSALS_ANSWER).remove(id)));
        } catch (ProposalException e) {
            throw ProposalBox.told(e);
        }
    }

    private Proposals opened(HttpServletRequest request, Right right) {
        gate.require(request, right);
        return box.open();
    }

    private CuratedProposal told(Proposal proposal) {
        return CuratedProposal.of(proposal, box.open().address(proposal.id()).orElse(null), web.baseUrl());
    }

    private static Predicate<Proposal> wanted(String state) {
        if (state.equals(OPEN)) {
            return each -> each.state().open();
        }
        if (state.equals(ALL)) {
            return each -> true;
        }
        ProposalState one = Stream.of(ProposalState.values())
                .filter(each -> each.code().equals(state))
                .findFirst()
                .orElseThrow(() -> bad("The parameter state is '" + GivenText.shorten(state)
                        + "'; it takes open, all, received, looking, accepted, declined or removed."));
        return each -> each.state() == one;
    }

    private static RequestException bad(String message) {
        return new RequestException(ErrorCode.BAD_PARAMETER, message);
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
