package org.werkgraaf.web.check;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.assess.Assessor;
import org.werkgraaf.assess.Material;
import org.werkgraaf.assess.Situation;
import org.werkgraaf.web.ask.CheckParameters;
import org.werkgraaf.web.http.Etags;
import org.werkgraaf.web.http.ReaderLanguage;
import org.werkgraaf.web.http.TakesLanguage;

/** {@code GET /api/v1/assess}: which norms hold for given facts on a day. */
@RestController
@Tag(name = "Check")
class CheckController {
    private final CheckParameters parameters;
    private final CheckAnswers answers;
    private final Assessor assessor;
    private final ReaderLanguage languages;

    CheckController(CheckParameters parameters, CheckAnswers answers, Assessor assessor, ReaderLanguage languages) {
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
            example = "keylogging",
            array = @ArraySchema(schema = @Schema(type = "string")))
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
    @TakesLanguage
    @ApiResponse(responseCode = "200", description = "The outcomes.")
    @ApiResponse(responseCode = "400", description = "A parameter is not known, or nothing was asked.")
    @GetMapping(path = "/api/v1/assess", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CheckAnswer> assess(HttpServletRequest request) {
        String lang = languages.of(request);
        Situation situation = parameters.read(request.getParameterMap());
        String variant = "assess." + situation.on() + "." + lang;
        CheckAnswer answer = answers.of(situation, lang, CheckLinks.query(request.getParameterMap()));
        return Etags.ok(answer.release(), variant).body(answer);
    }

    @Operation(operationId = "assessFacts", summary = "The questions of fact that a check may turn on")
    @ApiResponse(responseCode = "200", description = "The questions, by name.")
    @GetMapping(path = "/api/v1/assess/facts", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Facts> facts() {
        Assessor.Norms norms = assessor.norms();
        List<Fact> facts = norms.material().facts().values().stream()
                .sorted(Comparator.comparing(
                        (Material.Question question) -> question.id().slug()))
                .map(question -> new Fact(question.id().slug(), question.labels(), question.asks(), question.open()))
                .toList();
        return Etags.ok(norms.release(), "facts").body(new Facts(norms.release(), facts));
    }

    /** The questions of a release. */
    record Facts(String release, List<Fact> facts) {}

    /**
     * A question.
     *
     * @param fact its name, as the parameter takes it
     * @param labels what it is called, by language
     * @param questions the question, by language
     * @param openStandard whether only a person can judge it
     */
    record Fact(String fact, Map<String, String> labels, Map<String, String> questions, boolean openStandard) {}
}
