package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.entity.Description;
import org.werkgraaf.entity.EntityReader;
import org.werkgraaf.vocabulary.ThingId;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CoverageNotes;
import org.werkgraaf.web.ask.GoneThings;
import org.werkgraaf.web.http.AnswersUnchanged;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.TakesLanguage;

/** {@code GET /api/v1/entities/<type>/<slug>}. */
@RestController
@Tag(name = "Entities")
public class EntityController {
    private final EntityReader reader;
    private final ReaderLanguage languages;
    private final WebSettings settings;
    private final CoverageNotes coverage;
    private final GoneThings gone;

    EntityController(
            EntityReader reader,
            ReaderLanguage languages,
            WebSettings settings,
            CoverageNotes coverage,
            GoneThings gone) {
        this.gone = gone;
        this.coverage = coverage;
        this.reader = reader;
        this.languages = languages;
        this.settings = settings;
    }

    @Operation(
            operationId = "entity",
            summary = "One entity, with its links, the sources of each statement and its history")
    @TakesLanguage
    @ApiResponse(responseCode = "200", description = "The entity.")
    @AnswersUnchanged
    @ApiResponse(
            responseCode = "404",
            description = "There is no such entity.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @GetMapping(path = "/api/v1/entities/{type}/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<EntityAnswer> entity(
            @Parameter(description = "Path segment of the class.", example = "case") @PathVariable String type,
            @Parameter(description = "Name within the class.", example = "cnil-amazon-france-logistique") @PathVariable
                    String slug,
            @Parameter(hidden = true) HttpServletRequest request) {
        String lang = languages.of(request);
        Description thing =
                ThingId.parse(type + "/" + slug).flatMap(reader::find).orElseThrow(() -> gone.of(type, slug));
        ResponseEntity<EntityAnswer> answer = Etags.ok(thing.release(), "json." + lang)
                .body(EntityAnswer.of(thing, coverage.ofThing(thing, lang), lang, settings.baseUrl()));
        return gone.told(answer, type, slug);
    }
}
