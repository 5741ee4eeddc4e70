package org.werkgraaf.web.ops;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.account.Right;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.store.StoreException;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Problems;
import org.werkgraaf.web.http.RequestException;
import org.werkgraaf.web.sign.Gate;

/** {@code POST /admin/publish}: reads the content again and publishes it. Off unless a token is set. */
@RestController
@Tag(name = "Operations")
class PublishController {
    private final Publisher publisher;
    private final Gate gate;

    PublishController(Publisher publisher, Gate gate) {
        this.publisher = publisher;
        this.gate = gate;
    }

    @Operation(operationId = "publish", summary = "Read the content again and publish it as a release")
    @PostMapping("/admin/publish")
    ResponseEntity<?> publish(@Parameter(hidden = true) HttpServletRequest request) {
        gate.require(request, Right.RELEASES_PUBLISH);
        FollowController.requireWriter(publisher);
        Publication result;
        try {
            result = publisher.publish();
        } catch (StoreException e) {
            throw new RequestException(
                    ErrorCode.PUBLISH_FAILED, e.getMessage() + " The last good release is still served.");
        }
        if (result.refused()) {
            ProblemDetail problem = Problems.of(
                    ErrorCode.PUBLISH_REFUSED,
                    "The content was refused; the last good release is still served. See 'reasons'.",
                    "/admin/publish");
            problem.setProperty("reasons", result.reasons());
            return ResponseEntity.status(ErrorCode.PUBLISH_REFUSED.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        answer.put("release", result.release() == null ? "" : result.release().id());
        answer.put("graphsWritten", result.written());
        return ResponseEntity.ok(answer);
    }
}
