package org.werkgraaf.web.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.UriUtils;
import org.werkgraaf.index.CursorException;
import org.werkgraaf.index.FilterValueException;
import org.werkgraaf.query.EngineException;
import org.werkgraaf.query.QueryRefusedException;
import org.werkgraaf.query.QueryStoppedException;
import org.werkgraaf.web.text.GivenText;

/** The one place that turns failures into HTTP: problem JSON, or a page for who asks for HTML. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Errors {
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int WORDS_MAX = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final ReaderLanguage languages;
    private final NearestThings nearest;
    private volatile boolean stopping;

    Errors(ReaderLanguage languages, NearestThings nearest) {
        this.languages = languages;
        this.nearest = nearest;
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    @ExceptionHandler(RequestException.class)
    Object request(RequestException e, HttpServletRequest request, HttpServletResponse response) {
        e.code().tellRetryAfter(response);
        return answer(e.code(), String.valueOf(e.getMessage()), request);
    }

    @ExceptionHandler(CursorException.class)
    Object cursor(CursorException e, HttpServletRequest request) {
        ErrorCode code = e.expired() ? ErrorCode.CURSOR_EXPIRED : ErrorCode.BAD_PARAMETER;
        return answer(code, e.getMessage() + " Start again without the cursor.", request);
    }

    @ExceptionHandler(FilterValueException.class)
    Object filter(FilterValueException e, HttpServletRequest request) {
        return answer(ErrorCode.BAD_PARAMETER, String.valueOf(e.getMessage()), request);
    }

    @ExceptionHandler(QueryRefusedException.class)
    Object query(QueryRefusedException e, HttpServletRequest request) {
        return answer(QueryErrors.code(e), String.valueOf(e.getMessage()), request);
    }

    @ExceptionHandler(QueryStoppedException.class)
    Object stopped(QueryStoppedException e, HttpServletRequest request) {
        return answer(QueryErrors.code(e), String.valueOf(e.getMessage()), request);
    }

    @ExceptionHandler(EngineException.class)
    Object unanswered(EngineException e, HttpServletRequest request, HttpServletResponse response) {
        ErrorCode code = QueryErrors.code(e);
        code.tellRetryAfter(response);
        return answer(code, String.valueOf(e.getMessage()), request);
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    Object missing(Exception e, HttpServletRequest request) {
        String path = request.getRequestURI().toUpperCase(Locale.ROOT);
        if (path.contains("%2F") || path.contains("%5C")) {
            return answer(
                    ErrorCode.BAD_PARAMETER,
                    "The address has a slash that is written as %2F or %5C. Write it as /.",
                    request);
        }
        return answer(
                ErrorCode.NOT_FOUND,
                "There is nothing at " + request.getRequestURI() + ". Look for it at /search.",
                request);
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    Object method(HttpRequestMethodNotSupportedException e, HttpServletRequest request) {
        return answer(
                ErrorCode.METHOD_NOT_ALLOWED,
                request.getRequestURI() + " does not take " + e.getMethod() + "; use "
                        + String.join(
                                " or ",
                                e.getSupportedMethods() == null ? new String[] {"GET"} : e.getSupportedMethods())
                        + ".",
                request);
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    Object format(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return answer(
                ErrorCode.NOT_ACCEPTABLE,
                "Offered here: " + e.getSupportedMediaTypes() + ". Change the Accept header.",
                request);
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    Object body(HttpMediaTypeNotSupportedException e, HttpServletRequest request) {
        return answer(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "The body is " + e.getContentType() + "; taken are " + e.getSupportedMediaTypes() + ".",
                request);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    Object mismatch(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return answer(
                ErrorCode.BAD_PARAMETER,
                "The parameter " + e.getName() + " has the value '" + GivenText.shorten(String.valueOf(e.getValue()))
                        + "', which it cannot take. See /docs for what is allowed.",
                request);
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    Object absent(MissingServletRequestParameterException e, HttpServletRequest request) {
        return answer(
                ErrorCode.BAD_PARAMETER,
                "The parameter " + e.getParameterName() + " is missing. Give it a value.",
                request);
    }

    @ExceptionHandler(IllegalStateException.class)
    @Nullable Object state(IllegalStateException e, HttpServletRequest request) {
        if (String.valueOf(e.getMessage()).startsWith("No release")) {
            return answer(
                    ErrorCode.NOT_READY,
                    "The service has no release to answer from. See /health/ready for the reason.",
                    request);
        }
        return internal(e, request);
    }

    @ExceptionHandler(Exception.class)
    @Nullable Object internal(Exception e, HttpServletRequest request) {
        if (ClientGone.is(e)) {
            LOG.debug("{} {} was not taken", request.getMethod(), request.getRequestURI(), e);
            return null;
        }
        if (stopping) {
            // What was cut off when its time was over is no mistake of the service.
            LOG.debug("{} {} ended with the service", request.getMethod(), request.getRequestURI(), e);
            return answer(ErrorCode.NOT_READY, "The service is being stopped. Try again when it is back.", request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(
                ErrorCode.INTERNAL,
                "The service made a mistake and logged it. Try again; if it stays, report the address and the time.",
                request);
    }

    /** The address that was asked for, also when another tells about it. */
    private static String address(HttpServletRequest request) {
        for (String name : List.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)) {
            if (request.getAttribute(name) instanceof String address) {
                return address;
            }
        }
        return request.getRequestURI();
    }

    /** What the last part of an address says in words, to look for; null when it has none. */
    private static @Nullable String words(String address) {
        String last = UriUtils.decode(address.substring(address.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
        String words = NO_WORDS.matcher(last.replaceFirst("\\.[a-z]{1,8}$", ""))
                .replaceAll(" ")
                .strip();
        return words.isEmpty() || words.length() > WORDS_MAX ? null : words;
    }

    private Object answer(ErrorCode code, String detail, HttpServletRequest request) {
        boolean api = address(request).startsWith("/api/") || address(request).startsWith("/health/");
        if (Accept.of(request).prefersPage() && !api) {
            ModelAndView page = new ModelAndView("error");
            page.setStatus(code.status());
            page.addObject("code", code.code());
            page.addObject("detail", detail);
            page.addObject("status", code.status().value());
            String lang = languages.of(request);
            String words = code == ErrorCode.NOT_FOUND ? words(address(request)) : null;
            page.addObject("lang", lang);
            page.addObject("words", words);
            page.addObject("nearest", nearest.of(words, lang));
            return page;
        }
        ProblemDetail problem = Problems.of(code, detail, address(request));
        return ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
