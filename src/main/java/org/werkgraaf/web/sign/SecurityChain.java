package org.werkgraaf.web.sign;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfLogoutHandler;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.werkgraaf.account.Accounts;
import org.werkgraaf.web.OpenIdSettings;
import org.werkgraaf.web.SignSettings;
import org.werkgraaf.web.WebSettings;
import org.werkgraaf.web.http.Client;
import org.werkgraaf.web.http.ErrorCode;
import org.werkgraaf.web.http.MalformedRequests;
import org.werkgraaf.web.http.Problems;

/** The filters of Spring Security, in their order; made with the first request that needs them. */
@Component
@Lazy
class SecurityChain {
    static final String CSRF_COOKIE = "werkgraaf-csrf";
    static final String NAME_FIELD = "name";
    static final String PASSWORD_FIELD = "password";

    private static final String SESSION_COOKIE = "werkgraaf-session";
    private static final String FORM = "/login";

    private final FilterChainProxy proxy;
    private final PasswordSignIn passwords;

    SecurityChain(
            Accounts accounts,
            SignSettings settings,
            OpenIdSettings openid,
            WebSettings web,
            SignedIn signedIn,
            Clock clock) {
        this.passwords = new PasswordSignIn(accounts, new FailedAttempts(settings, clock), settings.atOnceMax());
        HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        Sessions sessions = new Sessions(settings, clock);
        SessionAuthenticationStrategy begin = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens), sessions));
        List<Filter> filters = new ArrayList<>(List.of(
                new SecurityContextHolderFilter(contexts),
                new SessionWatch(signedIn, sessions),
                csrf(tokens),
                signOut(tokens),
                signIn(contexts, begin)));
        if (openid.on()) {
            OpenIdSignIn elsewhere = new OpenIdSignIn(openid, accounts, web.baseUrl(), clock);
            filters.add(elsewhere.start());
            filters.add(elsewhere.end(contexts, begin, SecurityChain::welcome));
        }
        this.proxy = new FilterChainProxy(new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, filters));
        proxy.afterPropertiesSet();
    }

    Filter filter() {
        return proxy;
    }

    PasswordSignIn passwords() {
        return passwords;
    }

    /** Who tries, for the limits. */
    static FailedAttempts.Attempt attempt(HttpServletRequest request, String name) {
        return new FailedAttempts.Attempt(name, Client.of(request), Client.siteOf(request));
    }

    /** A request with a header of its own cannot be made by a page of another site. */
    private static CsrfFilter csrf(CookieCsrfTokenRepository tokens) {
        CsrfFilter filter = new CsrfFilter(tokens);
        filter.setRequireCsrfProtectionMatcher(request -> CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null);
        filter.setAccessDeniedHandler(SecurityChain::refuse);
        return filter;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        if (MalformedRequests.problem(request) != null) {
            // Its token could not be read either: no controller takes it, and each says why.
            request.getRequestDispatcher(request.getRequestURI()).forward(request, response);
        } else if (CarriedForm.isOurs(request)) {
            // Whoever signed in again in another window has another token by now.
            CarriedForm.again(request, response);
        } else if (request.getRequestURI().startsWith("/admin")) {
            // Without a session nobody is signed in, and what lacks is not a token of a form.
            boolean known = request.getSession(false) != null;
            Problems.write(
                    request,
                    response,
                    known ? ErrorCode.NOT_ALLOWED : ErrorCode.NOT_AUTHORISED,
                    known
                            ? "A browser that is signed in sends the token of its form with it. Programs send the header"
                                    + " Authorization: Bearer with a token."
                            : "Send the header Authorization: Bearer with the token of this service or of an account.");
        } else {
            leadTo(FORM + "?problem=stale", response);
        }
    }

    private static Filter signOut(CookieCsrfTokenRepository tokens) {
        LogoutFilter filter = new LogoutFilter(
                (request, response, authentication) -> leadTo(FORM + "?problem=out", response),
                new CsrfLogoutHandler(tokens),
                new SecurityContextLogoutHandler(),
                new CookieClearingLogoutHandler(SESSION_COOKIE));
        filter.setLogoutRequestMatcher(post("/logout"));
        return filter;
    }

    private Filter signIn(HttpSessionSecurityContextRepository contexts, SessionAuthenticationStrategy begin) {
        UsernamePasswordAuthenticationFilter filter = new UsernamePasswordAuthenticationFilter(passwords);
        filter.setRequiresAuthenticationRequestMatcher(post(FORM));
        filter.setUsernameParameter(NAME_FIELD);
        filter.setPasswordParameter(PASSWORD_FIELD);
        filter.setAuthenticationDetailsSource(
                request -> attempt(request, String.valueOf(request.getParameter(NAME_FIELD))));
        filter.setSecurityContextRepository(contexts);
        filter.setSessionAuthenticationStrategy(begin);
        filter.setAuthenticationSuccessHandler(SecurityChain::welcome);
        filter.setAuthenticationFailureHandler((request, response, e) -> {
            request.setAttribute(AuthenticationException.class.getName(), String.valueOf(e.getMessage()));
            request.getRequestDispatcher(FORM).forward(request, response);
        });
        return filter;
    }

    private static void welcome(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        CarriedForm.goOn(request, response, "/account");
    }

    /** By its path alone, whatever name the service is reached under. */
    static void leadTo(String path, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static RequestMatcher post(String path) {
        return request -> HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().equals(path);
    }
}
