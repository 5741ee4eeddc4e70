package org.werkgraaf.web.propose;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.curate.Proposal;
import org.werkgraaf.curate.ProposalException;
import org.werkgraaf.curate.ProposalText;
import org.werkgraaf.web.ProposalSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.http.TakesLanguage;
import org.werkgraaf.web.text.PageText;

/** {@code POST /api/v1/proposals} and {@code GET /api/v1/proposals/<id>}: what is wrong or missing, and what became of that. */
@RestController
@Tag(name = "Proposals")
class ProposalApiController {
    static final String PATH = "/api/v1/proposals";
    private static final Set<String> FIELDS =
            new TreeSet<>(Set.of("about", "statement", "shouldBe", "source", "place", "email"));

    private final ProposalBox box;
    private final ProposalSettings settings;
    private final WebSettings web;
    private final ReaderLanguage languages;
    private final MessageSource messages;

    ProposalApiController(
            ProposalBox box,
            ProposalSettings settings,
            WebSettings web,
            ReaderLanguage languages,
            MessageSource messages) {
        this.box = box;
        this.settings = settings;
        this.web = web;
        this.languages = languages;
        this.messages = messages;
    }

    /**
     * A proposal as it is sent.
     *
     * @param about id of the thing
     * @param statement which statement of its page
     * @param shouldBe what it should be
     * @param source address of a source that says so
     * @param place the place in it
     * @param email where an answer is wanted
     */
    record ProposalRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Id of the thing.")
            String about,

            @Schema(
                    defaultValue = ProposalText.WHOLE,
                    description = "`property=value` as `/api/v1/entities/` has them, with `^` before the property for a"
                            + " link from another thing; `whole` for the thing as a whole; `missing` for what is not"
                            + " there.")
            String statement,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "What it should be.")
            String shouldBe,

            @Schema(description = "Web address of a source that says so.")
            String source,

            @Schema(description = "The place in it, such as an article or a page.")
            String place,

            @Schema(description = "Where an answer is wanted. Kept apart, and deleted when it is answered.")
            String email) {}

    @Operation(
            operationId = "propose",
            summary = "Propose what is wrong or missing",
            description =
                    "Only where somebody answers proposals; elsewhere the answer is 403. Nothing of it is shown to"
                            + " others before a curator has looked.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ProposalRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            value =
                                                                    "{\"about\":\"case/manfield\",\"statement\":\"missing\","
                                                                            + "\"shouldBe\":\"The judgment was appealed.\","
                                                                            + "\"source\":\"https://example.org/judgment\","
                                                                            + "\"place\":\"under 4.2\"}"))))
    @TakesLanguage
    @ApiResponse(responseCode = "201", description = "It is kept. Its link is in the answer; nobody else has it.")
    @ApiResponse(
            responseCode = "400",
            description = "A field is empty, too long, or holds what it cannot.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "403",
            description = "No proposals are taken here.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "429",
            description = "Too many came from this address within an hour.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ProposalAnswer> propose(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        box.open();
        JsonBody body = JsonBody.read(request, settings.bodyBytesMax(), FIELDS);
        String statement = body.text("statement");
        ProposalBox.Sent sent = new ProposalBox.Sent(
                body.text("about"),
                statement.isEmpty() ? ProposalText.WHOLE : statement,
                body.text("shouldBe"),
                body.text("source"),
                body.text("place"),
                body.text("email"));
        try {
            Proposal kept =
                    box.receive(sent, new PageText(languages.of(request), messages), ProposalBox.Sender.of(request));
            return ResponseEntity.status(HttpStatus.CREATED)
                    .location(URI.create(PATH + "/" + kept.id()))
                    .cacheControl(CacheControl.noStore())
                    .body(ProposalAnswer.of(kept, web.baseUrl()));
        } catch (ProposalException e) {
            throw ProposalBox.told(e);
        }
    }

    @Operation(
            operationId = "proposal",
            summary = "What became of a proposal",
            description = "For who has its id. What was proposed is in it as soon as a curator has looked.")
    @ApiResponse(responseCode = "200", description = "The proposal.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such proposal.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ProposalAnswer> proposal(
            @Parameter(
                            description = "Id, as it was given to who sent the proposal.",
                            example = "dGhpcyBpcyBub3QgYSByZWFsIHByb3Bvc2Fs")
                    @PathVariable
                    String id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(ProposalAnswer.of(found(box, id), web.baseUrl()));
    }

    static Proposal found(ProposalBox box, String id) {
        return box.open()
                .find(id)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND,
                        "There is no proposal of that id. Copy the whole of the link that you were given."));
    }
}
