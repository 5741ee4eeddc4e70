package org.werkgraaf.web.workbench;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.dump.Dumps;
import org.werkgraaf.dump.ReleaseCensus;
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.vocabulary.Graphs;
import org.werkgraaf.web.http.AnswersUnchanged;
import org.werkgraaf.web.http.Etags;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/v1/vocabulary}: what queries can be made of, written once per release. */
@RestController
@Tag(name = "Questions")
class VocabularyController {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Dumps dumps;
    private final GraphStore store;
    private final AtomicReference<@Nullable Written> written = new AtomicReference<>();

    VocabularyController(Dumps dumps, GraphStore store) {
        this.dumps = dumps;
        this.store = store;
    }

    @Operation(
            operationId = "vocabulary",
            summary = "The classes and properties of the graph",
            description =
                    "With labels and definitions in each language and how often each occurs, to write and check queries.")
    @ApiResponse(
            responseCode = "200",
            description = "All of them.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = VocabularyAnswer.class)))
    @AnswersUnchanged
    @GetMapping(path = "/api/v1/vocabulary", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> vocabulary() {
        Written current = current();
        return Etags.ok(current.census().release().id(), "vocabulary").body(current.json());
    }

    private Written current() {
        ReleaseCensus census = dumps.census();
        Written known = written.get();
        if (known == null || known.census() != census) {
            known = new Written(
                    census,
                    JSON.writeValueAsBytes(
                            store.read(snapshot -> VocabularyTerms.of(snapshot.graph(Graphs.ONTOLOGY), census))));
            written.set(known);
        }
        return known;
    }

    private record Written(ReleaseCensus census, byte[] json) {}
}
