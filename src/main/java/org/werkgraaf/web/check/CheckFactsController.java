package org.werkgraaf.web.check;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.assess.Assessor;
import org.werkgraaf.assess.Material;
import org.werkgraaf.entity.Atlas;
import org.werkgraaf.entity.AtlasReader;
import org.werkgraaf.web.http.Etags;

/** {@code GET /api/v1/assess/facts}: the questions on which a check may turn, and what is known of those that only a person can judge. */
@RestController
@Tag(name = "Check")
class CheckFactsController {
    private final Assessor assessor;
    private final AtlasReader atlases;

    CheckFactsController(Assessor assessor, AtlasReader atlases) {
        this.assessor = assessor;
        this.atlases = atlases;
    }

    @Operation(
            operationId = "assessFacts",
            summary = "The questions of fact that a check may turn on",
            description =
                    "Of an open standard, which only a person can judge, there is what it asks, and the cases, provisions and"
                            + " guidance that weigh it, each with the passage that says so.")
    @ApiResponse(responseCode = "200", description = "The questions, by name.")
    @GetMapping(path = "/api/v1/assess/facts", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Facts> facts() {
        Assessor.Norms norms = assessor.norms();
        Atlas atlas = atlases.atlas();
        List<Fact> facts = norms.material().facts().values().stream()
                .sorted(Comparator.comparing(
                        (Material.Question question) -> question.id().slug()))
                .map(question -> new Fact(
                        question.id().slug(),
                        question.labels(),
                        question.asks(),
                        question.open(),
                        question.definitions(),
                        question.weighed().stream()
                                .map(one -> new Weighed(
                                        one.by().toString(),
                                        atlas.find(one.by().toString())
                                                .map(Atlas.Thing::labels)
                                                .orElse(Map.of()),
                                        one.passage().toString()))
                                .toList()))
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
     * @param definitions what there is to judge, by language; of a plain fact often empty
     * @param weighed what weighs an open standard; empty where the graph knows of nothing
     */
    record Fact(
            String fact,
            Map<String, String> labels,
            Map<String, String> questions,
            boolean openStandard,
            Map<String, String> definitions,
            List<Weighed> weighed) {}

    /**
     * A case that turned on an open standard, or a provision or guidance that says what it asks.
     *
     * @param by its id
     * @param labels what it is called, by language
     * @param passage id of the place where a source says so
     */
    record Weighed(String by, Map<String, String> labels, String passage) {}
}
