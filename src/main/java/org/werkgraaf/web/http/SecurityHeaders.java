package org.werkgraaf.web.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers what a page may do: load from this service only, and tell other sites nothing of what was read here. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class SecurityHeaders extends OncePerRequestFilter {
    static final String PAGES = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
    /** A card may stand in a frame of any site; it has no scripts and asks for nothing but its style and marks. */
    static final String CARD =
            "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors *";
    /** The page of the API sets styles from its script and draws its icons from data addresses. */
    static final String API_PAGE = "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
            + " script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy(request.getRequestURI()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        chain.doFilter(request, response);
    }

    private static String policy(String path) {
        if (path.startsWith("/embed/")) {
            return CARD;
        }
        return path.equals("/docs") ? API_PAGE : PAGES;
    }
}
