package org.werkgraaf.web.sparql;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.query.QueryRunner;
import org.werkgraaf.web.http.Client;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.text.GivenText;

/** {@code DELETE /api/v1/running-queries/<name>}: ends a query that somebody no longer waits for. */
@RestController
@Tag(name = "Questions")
class RunningQueryController {
    private final QueryRunner runner;

    RunningQueryController(QueryRunner runner) {
        this.runner = runner;
    }

    @Operation(
            operationId = "endQuery",
            summary = "End a query of your own",
            description =
                    "Ends the query at /sparql that the same address sent with this name in the header Werkgraaf-Query.")
    @ApiResponse(responseCode = "204", description = "It is ended.", content = @Content)
    @ApiResponse(responseCode = "404", description = "No query of that name runs.", content = @Content)
    @DeleteMapping("/api/v1/running-queries/{name}")
    ResponseEntity<Void> end(
            @Parameter(
                            description = "What the header Werkgraaf-Query said.",
                            example = "3f0e9a52-6a1b-4c0e-9d55-0c8e5a1f7b21")
                    @PathVariable
                    String name,
            HttpServletRequest request) {
        if (!runner.stop(Client.of(request), name)) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "No query of yours with the name '" + GivenText.shorten(name)
                            + "' runs. It may have ended; a name is given with the header Werkgraaf-Query.");
        }
        return ResponseEntity.noContent().build();
    }
}
