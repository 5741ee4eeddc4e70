package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.index.Completed;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.ask.SearchParameters;
import org.werkgraaf.web.http.AnswersUnchanged;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RefusesParameters;
import org.werkgraaf.web.http.TakesLanguage;

/** {@code GET /api/v1/suggest}. */
@RestController
@Tag(name = "Search")
class SuggestController {
    private final EntityIndex index;
    private final SearchParameters parameters;
    private final ReaderLanguage languages;

    SuggestController(EntityIndex index, SearchParameters parameters, ReaderLanguage languages) {
        this.index = index;
        this.parameters = parameters;
        this.languages = languages;
    }

    @Operation(
            operationId = "suggest",
            summary = "Complete a name while it is typed",
            description =
                    "From the second letter or digit on, in any of the languages; the most linked entities first.")
    @Parameter(
            name = "q",
            description = "What has been typed.",
            required = true,
            schema = @Schema(type = "string"),
            example = "ving")
    @TakesLanguage
    @Parameter(name = "size", schema = @Schema(type = "integer", minimum = "1", maximum = "20", defaultValue = "8"))
    @ApiResponse(responseCode = "200", description = "The completions; none for less than two letters.")
    @AnswersUnchanged
    @RefusesParameters
    @GetMapping(path = "/api/v1/suggest", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SuggestAnswer> suggest(@Parameter(hidden = true) HttpServletRequest request) {
        String typed = parameters.typed(request.getParameterMap());
        String lang = languages.of(request);
        Completed completed = index.complete(typed, lang, parameters.suggestions(request.getParameterMap()));
        return Etags.ok(completed.release(), "suggest." + lang)
                .body(new SuggestAnswer(
                        completed.release(),
                        completed.names().stream()
                                .map(SuggestController::suggestion)
                                .toList()));
    }

    private static SuggestAnswer.Suggestion suggestion(Completed.Name name) {
        return new SuggestAnswer.Suggestion(
                name.id(),
                ThingId.THINGS + name.id(),
                name.name(),
                name.lang().isEmpty() ? null : name.lang(),
                name.label(),
                name.type(),
                name.typeLabel());
    }
}
