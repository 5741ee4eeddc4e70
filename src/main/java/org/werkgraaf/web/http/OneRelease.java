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
import org.werkgraaf.store.GraphStore;
import org.werkgraaf.store.Lease;

/** Has all that is read for one request come from one release, even if another is published meanwhile. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class OneRelease extends OncePerRequestFilter {
    private final GraphStore store;

    OneRelease(GraphStore store) {
        this.store = store;
    }

    /** Whoever publishes is told of the release that is served after it. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/admin/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Lease lease = store.lease()) {
            chain.doFilter(request, response);
        }
    }
}
