package org.werkgraaf.web.ops;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.werkgraaf.publish.Publication;
import org.werkgraaf.publish.Publisher;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.Problems;
import org.werkgraaf.web.http.RequestException;

/** {@code POST /admin/publish}: reads the content again and publishes it. Off unless a token is set. */
@RestController
@Tag(name = "Operations")
class PublishController {
    private static final String BEARER = "Bearer ";

    private final Publisher publisher;
    private final WebSettings settings;

    PublishController(Publisher publisher, WebSettings settings) {
        this.publisher = publisher;
        this.settings = settings;
    }

    @Operation(operationId = "publish", summary = "Read the content again and publish it as a release")
    @PostMapping("/admin/publish")
    ResponseEntity<?> publish(
            @Parameter(hidden = true) @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        if (settings.adminToken().isEmpty()) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND,
                    "Publishing over HTTP is off. Set werkgraaf.admin.token and start again to switch it on.");
        }
        if (!isToken(authorization)) {
            throw new RequestException(
                    ErrorCode.NOT_AUTHORISED, "Send the header Authorization: Bearer with the token of this service.");
        }
        Publication result = publisher.publish();
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

    /** Compares in a time that does not tell how much of the token was right. */
    private boolean isToken(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                        settings.adminToken().getBytes(StandardCharsets.UTF_8));
    }
}
