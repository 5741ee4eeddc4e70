package org.werkgraaf.web.check;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.assess.Assessor;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.ask.CheckParameters;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.RdfText;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.TableFiles;
import org.werkgraaf.web.http.TableFormat;
import org.werkgraaf.web.http.TakesLanguage;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/v1/assess}: which norms hold for given facts on a day. */
@RestController
@Tag(name = "Check")
class CheckController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CheckParameters parameters;
    private final CheckAnswers answers;
    private final Assessor assessor;
    private final ReaderLanguage languages;
    private final WebSettings settings;
    private final TableFiles files;

    CheckController(
            CheckParameters parameters,
            CheckAnswers answers,
            Assessor assessor,
            ReaderLanguage languages,
            WebSettings settings,
            TableFiles files) {
        this.files = files;
        this.settings = settings;
        this.parameters = parameters;
        this.answers = answers;
        this.assessor = assessor;
        this.languages = languages;
    }

    @Operation(
            operationId = "assess",
            summary = "Check which norms hold for given facts on a day, with the reasons",
            description =
                    "What is not given stays unknown: a norm that turns on it comes out as depends, with what would"
                            + " decide it. Values are ids such as technique/keylogging, the part after the slash, or a name"
                            + " that means one thing. At least one of technique, data, purpose and decision must be given.")
    @Parameter(
            name = "technique",
            description = "What is used; a product stands for its techniques.",
            array = @ArraySchema(schema = @Schema(type = "string", example = "keylogging")))
    @Parameter(name = "data", array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(name = "purpose", array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(name = "decision", array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(name = "jurisdiction", example = "nl", schema = @Schema(type = "string"))
    @Parameter(name = "sector", array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(name = "status", description = "Of the people concerned.", schema = @Schema(type = "string"))
    @Parameter(name = "persons", schema = @Schema(type = "integer", minimum = "0"))
    @Parameter(
            name = "worksCouncil",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"yes", "no"}))
    @Parameter(
            name = "ai",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"yes", "no"}))
    @Parameter(
            name = "role",
            description = "Who asks; an employer when not given.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"employer", "provider", "platform", "agency", "worker"}))
    @Parameter(name = "inUseSince", schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "fact",
            description = "An answer to a question, such as covert:yes; /api/v1/assess/facts lists them.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "on",
            description = "The day; today when not given.",
            schema = @Schema(type = "string", format = "date"))
    @Parameter(
            name = "separator",
            description = "Of CSV only: what stands between the cells.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"comma", "semicolon", "tab"}))
    @Parameter(
            name = "bom",
            description = "Of CSV only: yes for the mark by which Excel knows UTF-8.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"no", "yes"}))
    @Parameter(
            name = "decimal",
            description = "Of CSV only: what stands before decimals.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"point", "comma"}))
    @TakesLanguage
    @Parameter(
            name = "detail",
            description = "all: every criterion of every norm; else what does not apply, or depends, is told in short.",
            schema =
                    @Schema(
                            type = "string",
                            defaultValue = "short",
                            allowableValues = {"short", "all"}))
    @Parameter(
            name = "verification",
            description =
                    "primary: only norms that were read in the official text; the answer says how many that leaves out.",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"primary"}))
    @ApiResponse(
            responseCode = "200",
            description = "The outcomes.",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = CheckAnswer.class),
                        examples = @ExampleObject(name = "keystroke logging", value = CheckExamples.JSON)),
                @Content(
                        mediaType = "application/ld+json",
                        schema = @Schema(type = "object"),
                        examples = @ExampleObject(name = "keystroke logging", value = CheckExamples.JSONLD)),
                @Content(
                        mediaType = "text/turtle",
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(name = "keystroke logging", value = CheckExamples.TURTLE)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(responseCode = "304", description = "The same as the answer with this entity tag.", content = @Content)
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is not known, or nothing was asked.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @GetMapping("/api/v1/assess")
    ResponseEntity<?> assess(@Parameter(hidden = true) HttpServletRequest request) {
        return answer(CheckFormat.of(request), request);
    }

    @Hidden
    @GetMapping("/api/v1/assess.{suffix}")
    ResponseEntity<?> assess(@PathVariable String suffix, HttpServletRequest request) {
        return answer(CheckFormat.of(suffix), request);
    }

    private ResponseEntity<?> answer(CheckFormat format, HttpServletRequest request) {
        String lang = languages.of(request);
        TableFormat file =
                TableFormat.of(format == CheckFormat.XLSX, format.table() ? request.getParameterMap() : Map.of());
        Map<String, String[]> given =
                format.table() ? TableFormat.others(request.getParameterMap()) : request.getParameterMap();
        CheckParameters.Asked asked = parameters.asked(given);
        String variant = "assess." + format.suffix() + "." + asked.situation().on() + "." + lang;
        String release = assessor.norms().release();
        if (Etags.matches(request, release, variant)) {
            return Etags.ok(release, variant).build();
        }
        CheckAnswer answer = answers.of(asked, lang, given);
        ResponseEntity.BodyBuilder response = Etags.ok(answer.release(), variant)
                .contentType(format.type())
                .header("Werkgraaf-Complete", String.valueOf(answer.complete()));
        if (format.rdf().isPresent()) {
            byte[] text = RdfText.of(
                    CheckGraph.of(answer, settings.baseUrl() + CheckLinks.page(given)),
                    format.rdf().get());
            return response.body(format == CheckFormat.JSONLD ? withoutIndents(text) : text);
        }
        return format.table()
                ? files.answer(
                        response,
                        file,
                        request,
                        new TableFiles.Named("werkgraaf-check", "Werkgraaf /check", answer.release()),
                        CheckTable.of(answer))
                : response.body(answer);
    }

    /** Near half of it would be spaces. */
    private static byte[] withoutIndents(byte[] json) {
        return JSON.writeValueAsBytes(JSON.readTree(json));
    }
}
