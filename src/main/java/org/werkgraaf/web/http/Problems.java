package org.werkgraaf.web.http;

import java.net.URI;
import org.springframework.http.ProblemDetail;

/** Makes RFC 9457 problems, all of one shape. */
public final class Problems {
    private Problems() {}

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
