package org.werkgraaf.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.index.EntityIndex;
import org.werkgraaf.index.Passage;
import org.werkgraaf.index.SearchRequest;
import org.werkgraaf.index.SearchResult;
import org.werkgraaf.vocabulary.FacetNames;
import org.werkgraaf.web.ask.SearchParameters;
import org.werkgraaf.web.http.AnswersUnchanged;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.RefusesParameters;
import org.werkgraaf.web.http.TakesLanguage;

/** {@code GET /api/v1/search}. */
@RestController
@Tag(name = "Search")
class SearchController {
    private final EntityIndex index;
    private final SearchParameters parameters;
    private final SearchAnswers answers;

    private final ReaderLanguage languages;

    SearchController(EntityIndex index, SearchParameters parameters, SearchAnswers answers, ReaderLanguage languages) {
        this.languages = languages;
        this.index = index;
        this.parameters = parameters;
        this.answers = answers;
    }

    @Operation(
            operationId = "search",
            summary = "Find entities by words, filters and dates",
            description =
                    "Values of one filter are alternatives; different filters must all hold. Filters take ids such as"
                            + " technique/keylogging, or the part after the slash.")
    @Parameter(
            name = "q",
            description = "Words, a name or an identifier. Nothing in it is syntax.",
            schema = @Schema(type = "string"),
            example = "vingerafdruk")
    @TakesLanguage
    @Parameter(
            name = "type",
            description = "Class, such as Case or Technique.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "jurisdiction",
            description = "Code, such as NL or EU.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(name = "technique", array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(name = "dataCategory", array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(name = "instrument", array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(name = "risk", array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(name = "riskClass", array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(name = "authority", array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(name = "organisation", array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "issuer",
            description = "Who issued a recommendation or act.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = FacetNames.ADDRESSEE,
            description = "To whom a recommendation is addressed.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "maker",
            description = "Who makes a product.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "publisher",
            description = "Who published a source, by name.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "author",
            description = "Who wrote a source, by name.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = FacetNames.SURVEY,
            description = "The survey from which a figure comes, by its English name.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = FacetNames.OUTCOME,
            description = "How a case or incident ended, such as outcome/fine.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "status",
            description = "Status of a case or force of an instrument.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "verification",
            description =
                    "How far the best of what is said of the entity was checked: primary is read in the official text.",
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"primary", "secondary", "inferred", "recalled"})))
    @Parameter(
            name = "source",
            description = "Source that mentions the entity.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "from",
            description = "First day of the date wanted.",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "to",
            description = "Last day of the date wanted.",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "direct",
            description =
                    "Filters, such as technique, for which only what is about their values themselves is wanted: without it"
                            + " rules for a wider value and cases about a narrower one count too.",
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"jurisdiction", "technique", "dataCategory", "risk"})))
    @Parameter(
            name = "asOf",
            description =
                    "Day on which the entity must hold or be decided. What time does not touch is found too, and so is that of"
                            + " which no day is known; undated says how many these are.",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "sort",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"relevance", "date", "-date", "label"}))
    @Parameter(name = "size", schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
    @Parameter(
            name = "facets",
            description = "Facets that are wanted, parted by commas; none when it is empty, all without it.",
            schema = @Schema(type = "string"),
            example = "type,jurisdiction")
    @Parameter(
            name = "facetSize",
            description = "How many values of each facet, the most frequent first.",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "5"))
    @Parameter(
            name = "reading",
            description =
                    "relations takes a question such as \"Rathenau recommendations\" for the filters that it means;"
                            + " words looks for its words only.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"relations", "words"},
                            defaultValue = "relations"))
    @Parameter(
            name = "passages",
            description =
                    "How many passages of sources are given besides the entities, grouped by source; they change neither total nor"
                            + " facets.",
            schema = @Schema(type = "integer", minimum = "0", maximum = "100", defaultValue = "5"))
    @Parameter(
            name = "cursor",
            description = "The cursor in links.next of the last answer.",
            schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "200", description = "What was found.")
    @AnswersUnchanged
    @RefusesParameters
    @ApiResponse(
            responseCode = "410",
            description = "The cursor belongs to an earlier release.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @GetMapping(path = "/api/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SearchAnswer> search(@Parameter(hidden = true) HttpServletRequest request) {
        long start = System.nanoTime();
        SearchRequest search = parameters
                .read(request.getParameterMap(), languages.of(request))
                .counting(parameters.counting(request.getParameterMap()));
        SearchResult result = index.search(search);
        Passage.Found passages = index.passages(search, result, parameters.passages(request.getParameterMap()));
        SearchAnswer answer = answers.of(search, result, passages, request, (System.nanoTime() - start) / 1_000_000);
        return Etags.ok(result.release(), search.lang()).body(answer);
    }
}
