package org.werkgraaf.web.sign;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.werkgraaf.web.OpenIdSettings;
import org.werkgraaf.web.http.ReaderLanguage;

/** {@code /login}: the page to sign in on, and what it says when that failed. Signing in itself is done by a filter. */
@Controller
@Hidden
class LoginController {
    private static final String PATH = "/login";
    private static final String WRONG = "wrong";
    /** What an address may say happened. */
    private static final Set<String> TOLD = Set.of("out", "stale", "changed", "elsewhere", "unknown");
    /** Somebody is to sign in before a form is taken. */
    private static final String ENDED = "ended";

    private final SignSwitch signing;
    private final ReaderLanguage languages;
    private final OpenIdSettings openid;

    LoginController(SignSwitch signing, ReaderLanguage languages, OpenIdSettings openid) {
        this.openid = openid;
        this.signing = signing;
        this.languages = languages;
    }

    @GetMapping(PATH)
    ModelAndView form(HttpServletRequest request, HttpServletResponse response) {
        signing.require();
        String told = Objects.requireNonNullElse(request.getParameter("problem"), "");
        ModelAndView page = page(request, response, TOLD.contains(told) ? told : "", "");
        if (!asked(request).equals(PATH)) {
            page.setStatus(HttpStatus.UNAUTHORIZED);
        }
        return page;
    }

    /** Where the filter leads whom it did not sign in. */
    @PostMapping(PATH)
    ModelAndView again(HttpServletRequest request, HttpServletResponse response) {
        signing.require();
        String problem = String.valueOf(Objects.requireNonNullElse(
                request.getAttribute(AuthenticationException.class.getName()),
                asked(request).equals(PATH) ? WRONG : ENDED));
        ModelAndView page = page(
                request,
                response,
                problem,
                Objects.requireNonNullElse(request.getParameter(SecurityChain.NAME_FIELD), ""));
        page.setStatus(
                switch (problem) {
                    case "locked" -> HttpStatus.TOO_MANY_REQUESTS;
                    case "busy" -> HttpStatus.SERVICE_UNAVAILABLE;
                    default -> HttpStatus.UNAUTHORIZED;
                });
        return page;
    }

    private ModelAndView page(HttpServletRequest request, HttpServletResponse response, String problem, String name) {
        ModelAndView page = SignPage.of("login", request, response, languages.of(request));
        page.addObject("problem", problem.isEmpty() ? null : problem);
        page.addObject("name", name);
        page.addObject("carried", CarriedForm.fields(request, asked(request)));
        page.addObject("issuer", openid.on() ? URI.create(openid.issuer()).getHost() : null);
        return page;
    }

    /** The address that was asked for when somebody was led here. */
    private static String asked(HttpServletRequest request) {
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return forwarded == null ? request.getRequestURI() : forwarded.toString();
    }
}
