package org.werkgraaf.web.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where requests come that failed before or after a controller; by itself it is no address. */
@Controller
@Hidden
class ErrorController implements org.springframework.boot.webmvc.error.ErrorController {
    static final String PATH = "/error";

    @RequestMapping(PATH)
    void tell(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            // Whoever refused the request has said why.
            return;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status == null) {
            throw new RequestException(
                    ErrorCode.NOT_FOUND, "There is nothing at " + PATH + ". Look for it at /search.");
        }
        throw new RequestException(code((Integer) status), "The request failed with the status " + status + ".");
    }

    /** The first kind of error with that status, else with one as bad. */
    static ErrorCode code(int status) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.status().value() == status)
                .findFirst()
                .orElse(
                        status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                                ? ErrorCode.BAD_PARAMETER
                                : ErrorCode.INTERNAL);
    }
}
