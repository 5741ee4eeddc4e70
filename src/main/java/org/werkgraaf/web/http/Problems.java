package org.werkgraaf.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** Makes RFC 9457 problems, all of one shape. */
public final class Problems {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private Problems() {}

    /** Answers with one where no controller does. */
    public static void write(HttpServletRequest request, HttpServletResponse response, ErrorCode code, String detail)
            throws IOException {
        response.setStatus(code.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] problem = JSON.writeValueAsBytes(of(code, detail, request.getRequestURI()));
        response.setContentLength(problem.length);
        response.getOutputStream().write(problem);
    }

    /**
     * @param code the kind of error
     * @param detail what happened, with which value, and what to do
     * @param instance path of the request
     */
    public static ProblemDetail of(ErrorCode code, String detail, String instance) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(code.status(), detail);
        problem.setType(URI.create("/about/errors#" + code.code()));
        problem.setTitle(code.title());
        problem.setInstance(URI.create(instance));
        problem.setProperty("code", code.code());
        return problem;
    }
}
